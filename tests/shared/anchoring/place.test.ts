import { describe as describeRanges, locate, locatePlace } from '@assay/shared/anchoring';
import { sha256Hex, type TextRange } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { at, marked, peer } from './notation.ts';

describe('describe', () => {
  it('[AN9] keeps the words with up to 32 units of context on each side, whole code points only', () => {
    const context = 'x'.repeat(31);
    const article = marked(`y🙂${context}[the words]${context}🙂y`);
    const [range] = describeRanges(article.ytext, article.ranges).ranges;
    expect(range!.quote).toEqual({ exact: 'the words', prefix: context, suffix: context });
  });

  it('[AN9] counts a paragraph break as one unit of the words', () => {
    const article = marked('one [two\nthree] four');
    const [range] = describeRanges(article.ytext, article.ranges).ranges;
    expect(range!.quote).toEqual({ exact: 'two\nthree', prefix: 'one ', suffix: ' four' });
  });

  it('[AN9] trims nothing', () => {
    const article = marked('one[ two ]three');
    expect(describeRanges(article.ytext, article.ranges).ranges[0]!.quote.exact).toBe(' two ');
  });

  it('[AN10] puts several ranges in text order', () => {
    const article = marked('[one] and [two]');
    const target = describeRanges(article.ytext, [...article.ranges].reverse());
    expect(target.ranges.map((range) => range.quote.exact)).toEqual(['one', 'two']);
  });

  const BAD: readonly [why: string, text: string, ranges: TextRange[]][] = [
    ['none at all', 'abc', []],
    ['an empty one', 'abc', [{ start: 1, end: 1 }]],
    ['a reversed one', 'abc', [{ start: 2, end: 1 }]],
    ['one that begins before the text', 'abc', [{ start: -1, end: 1 }]],
    ['one that ends after the text', 'abc', [{ start: 1, end: 4 }]],
    ['one that is not of whole units', 'abc', [{ start: 0.5, end: 2 }]],
    ['one that cuts a character', 'a🙂b', [{ start: 0, end: 2 }]],
    [
      'two that overlap',
      'abcd',
      [
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ],
    ],
    [
      'one twice',
      'abcd',
      [
        { start: 0, end: 2 },
        { start: 0, end: 2 },
      ],
    ],
  ];
  for (const [why, text, ranges] of BAD)
    it(`[AN10] refuses ${why}`, () => {
      const { ytext } = marked(text);
      expect(() => describeRanges(ytext, ranges)).toThrow(RangeError);
    });
});

describe('locate', () => {
  it('[AN11] gives back the offsets that were described', () => {
    const article = marked('The [quick] brown\n[fox\njumps]');
    const target = describeRanges(article.ytext, article.ranges);
    expect(locate(article.ytext, target.ranges)).toEqual(article.ranges);
  });

  it('[AN11] refuses ends in the wrong order', () => {
    const { ytext, ranges } = marked('[one] two [three]');
    const [one, three] = describeRanges(ytext, ranges).ranges;
    expect(() => locate(ytext, [{ start: three!.start, end: one!.end }])).toThrow(/before it starts/);
  });

  it('[AN11] refuses the ends exchanged', () => {
    const { ytext, ranges } = marked('[one] two');
    const [one] = describeRanges(ytext, ranges).ranges;
    expect(() => locate(ytext, [{ start: one!.end, end: one!.start }])).toThrow(/wrong side/);
  });

  it('[AN11] refuses characters that are not in this text', () => {
    const here = marked('[one] two');
    const there = marked('[one] two');
    const { ranges } = describeRanges(there.ytext, there.ranges);
    expect(() => locate(here.ytext, ranges)).toThrow(/not in this text/);
  });

  it('[AN11] refuses characters of another type of the same document', () => {
    const { doc, ytext } = marked('one two');
    const aside = doc.getText('aside');
    aside.insertEmbed(0, {});
    aside.insert(1, 'elsewhere');
    const { ranges } = describeRanges(aside, [{ start: 2, end: 5 }]);
    expect(() => locate(ytext, ranges)).toThrow(/not in this text/);
  });

  it('[AN11] refuses what has lost its characters', () => {
    const { ytext, ranges } = marked('[one] two');
    const target = describeRanges(ytext, ranges);
    ytext.delete(at(0), 3);
    expect(() => locate(ytext, target.ranges)).toThrow(/no longer in the text/);
  });

  it('[AN11] refuses noise', () => {
    const { ytext } = marked('one');
    for (const noise of ['', 'AA==', '!!!!', '/////////w==', 'AQdhcnRpY2xlAA=='])
      expect(() => locate(ytext, [{ start: noise, end: noise }])).toThrow(RangeError);
  });
});

/** Whether an offset stands inside a character. */
function cuts(text: string, offset: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(offset));
}

describe('locatePlace', () => {
  const article = marked('The [quick] brown [fox]');
  const sha256 = sha256Hex(article.text);
  const place = (asked: Parameters<typeof locatePlace>[2]) => locatePlace(article.ytext, () => sha256, asked);
  const [quick, fox] = describeRanges(article.ytext, article.ranges).ranges;

  it('[AN12] takes offsets counted in the text as it is', () => {
    const target = describeRanges(article.ytext, article.ranges);
    expect(place({ ranges: article.ranges, text: { sha256 } })).toEqual({ ok: true, target });
  });

  it('[AN12] takes ranges held by identity, without a hash', () => {
    const held = [quick!, fox!].map(({ start, end }) => ({ start, end }));
    const target = describeRanges(article.ytext, article.ranges);
    expect(place({ ranges: held })).toEqual({ ok: true, target });
  });

  it('[AN12] takes both kinds together, and puts them in text order', () => {
    const found = place({
      ranges: [{ start: fox!.start, end: fox!.end }, article.ranges[0]!],
      text: { sha256 },
    });
    expect(found.ok && found.target).toEqual(describeRanges(article.ytext, article.ranges));
  });

  it('[AN12] finds one stretch with the same words and context as a walk over the whole article', () => {
    const paragraph = 'A first 🙂 line of some length.\n';
    const edited = marked(`[${paragraph.repeat(5)}]`);
    const other = peer(edited.doc);
    const size = paragraph.length;
    const held = Array.from({ length: size * 2 }, (_, start) => ({
      start,
      end: start + 1 + ((start * 7) % 70),
    }))
      .filter(({ start, end }) => !cuts(edited.text, start) && !cuts(edited.text, end))
      .map((range) => describeRanges(edited.ytext, [range]).ranges[0]!);
    for (const index of [100, 65, 40, 3]) other.ytext.delete(index, 9);
    other.ytext.insert(70, 'added');
    other.sync();
    let found = 0;
    for (const { start, end } of held) {
      let full: unknown;
      try {
        const range = locate(edited.ytext, [{ start, end }]);
        full = describeRanges(edited.ytext, range).ranges[0]!.quote;
      } catch {
        continue;
      }
      const near = locatePlace(edited.ytext, () => '', { ranges: [{ start, end }] });
      expect(near.ok && near.target.ranges[0]).toEqual({ start, end, quote: full });
      found++;
    }
    expect(found).toBeGreaterThan(40);
  });

  it('[AN12] finds the words as they are now, not as the page saw them', () => {
    const edited = marked('The [quick] fox');
    const { ranges } = describeRanges(edited.ytext, edited.ranges);
    const other = peer(edited.doc);
    other.ytext.insert(at(6), '--');
    other.sync();
    const now = 'The qu--ick fox';
    const found = locatePlace(edited.ytext, () => sha256Hex(now), { ranges });
    expect(found.ok && found.target.ranges[0]).toEqual({
      ...ranges[0],
      quote: { exact: 'qu--ick', prefix: 'The ', suffix: ' fox' },
    });
  });

  it('[AN12] refuses offsets counted in another text as stale', () => {
    const found = place({ ranges: article.ranges, text: { sha256: sha256Hex('another') } });
    expect(found).toMatchObject({ ok: false, refusal: { code: 'stale-text' } });
  });

  it('[AN12] refuses as bad ranges what describe and locate do not take', () => {
    const text = { sha256 };
    const bad = [
      { ranges: article.ranges },
      { ranges: [], text },
      { ranges: [{ start: 0, end: 400 }], text },
      {
        ranges: [
          { start: 5, end: 8 },
          { start: quick!.start, end: quick!.end },
        ],
        text,
      },
      { ranges: [{ start: fox!.start, end: quick!.end }] },
    ];
    for (const asked of bad)
      expect(place(asked)).toMatchObject({ ok: false, refusal: { code: 'bad-range' } });
  });
});
