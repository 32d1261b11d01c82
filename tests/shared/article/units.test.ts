import {
  codePointCounter,
  fromCodePointOffset,
  safeUrl,
  schema,
  toCodePointOffset,
  wellFormed,
  wordCount,
  wordCounter,
} from '@assay/shared/article';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block } from '../../support/text-client.ts';

const anyText = fc.string({ unit: 'binary' });

describe('units', () => {
  it('[TX7] counts code points there and back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const count = codePointCounter(text);
        let utf16 = 0;
        for (const [n, point] of [...text].entries()) {
          expect(toCodePointOffset(text, utf16)).toBe(n);
          expect(count(utf16)).toBe(n);
          expect(fromCodePointOffset(text, n)).toBe(utf16);
          utf16 += point.length;
        }
        expect(toCodePointOffset(text, utf16)).toBe([...text].length);
      }),
    );
  });

  it('[TX7] counts a pair that is cut in two as not passed', () => {
    expect(toCodePointOffset('a😀b', 2)).toBe(1);
    expect(toCodePointOffset('a😀b', 3)).toBe(2);
  });

  it('[TX7] refuses an offset past the end, and counting backwards', () => {
    expect(() => fromCodePointOffset('😀', 2)).toThrow(RangeError);
    const count = codePointCounter('abc');
    count(2);
    expect(() => count(1)).toThrow(RangeError);
  });

  it('[TX7] replaces torn pairs and nothing else', () => {
    expect(wellFormed('a\ud83d b\ude00 😀')).toBe('a\ufffd b\ufffd 😀');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wellFormed(text)).toBe(
          text.replace(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd'),
        );
      }),
    );
  });

  it.each([
    ["It's 3.5 per cent, she said.", 6],
    ['', 0],
    ['—', 0],
    ['שלום עולם', 2],
  ])('[TX8] counts the words of %j', (text, words) => {
    expect(wordCount(text)).toBe(words);
  });

  it('[TX8] counts words where there are no spaces', () => {
    expect(wordCount('世界人権宣言は採択された')).toBeGreaterThan(3);
  });

  it('[TX8] counts a text that changes as it counts a text at once', () => {
    const count = wordCounter();
    for (const text of ['one two\nthree', 'one two\nthree four\none two', '世界人権宣言\n\none', ''])
      expect(count(text)).toBe(wordCount(text));
  });
});

describe('addresses', () => {
  it.each(['https://example.org/a?b#c', 'HTTP://EXAMPLE.ORG', ' mailto:a@b.org '])(
    '[TX4] takes %j for a link',
    (url) => {
      expect(safeUrl(url)).toBe(url.trim());
    },
  );

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '/relative',
    '#part',
    '//host/x',
    'data:text/html,x',
    'file:///etc',
    'vbscript:x',
    '',
    5,
  ])('[TX4] takes %j for none', (url) => expect(safeUrl(url)).toBeNull());

  it('[TX4] takes raster images in data for figures alone', () => {
    const image = 'data:image/png;base64,iVBORw0KGgo=';
    expect(safeUrl(image, 'figure')).toBe(image);
    expect(safeUrl(image)).toBeNull();
    expect(safeUrl('data:image/svg+xml;base64,AAAA', 'figure')).toBeNull();
    expect(safeUrl('mailto:a@b.org', 'figure')).toBeNull();
  });
});

describe('the schema', () => {
  it.each([
    ['heading', { level: 5 }],
    ['heading', { level: '2' }],
    ['paragraph', { quote: 4 }],
    ['paragraph', { indent: -1 }],
    ['paragraph', { x: [] }],
    ['list_item', { kind: 'dash' }],
    ['figure', { src: 'javascript:alert(1)' }],
    ['figure', { alt: null }],
  ])('[TX9] refuses a %s with %j', (name, attrs) => {
    expect(() => block(name, attrs).check()).toThrow(RangeError);
  });

  it('[TX9] refuses a link to an unsafe or missing address', () => {
    const check = (href: unknown) => schema.text('a', [schema.marks.link.create({ href })]).check();
    expect(() => check('javascript:alert(1)')).toThrow(RangeError);
    expect(() => schema.marks.link.create()).toThrow(RangeError);
    expect(() => check('https://example.org')).not.toThrow();
  });

  it('[TX9] lets every text block take every inline and every mark', () => {
    for (const type of Object.values(schema.nodes).filter((node) => node.isTextblock)) {
      expect(type.contentMatch.matchType(schema.nodes.hard_break)?.validEnd).toBe(true);
      for (const mark of Object.values(schema.marks)) expect(type.allowsMarkType(mark)).toBe(true);
    }
    for (const mark of Object.values(schema.marks)) {
      expect(Object.values(schema.marks).filter((other) => mark.excludes(other))).toEqual([mark]);
    }
  });
});
