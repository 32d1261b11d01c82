import { decode, encode, linearText, readBlocks, seed } from '@assay/shared/article';
import { ARTICLE_ROOT, ArticleRootError, articleText } from '@assay/shared/ydoc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { article, h, hr, p, projection } from '../../support/text-client.ts';
import { anyArticle, decoded, marker, textOf } from './builders.ts';

describe('an article in its Y.Text', () => {
  it('[TX1] comes back exactly as it was put in', () => {
    fc.assert(
      fc.property(anyArticle, (doc) => {
        doc.check();
        const text = textOf((empty) => seed(empty, doc));
        expect(decode(text).toJSON()).toEqual(doc.toJSON());
        expect(linearText(doc).length).toBe(text.length - 1);
      }),
    );
  });

  it('[TX1] has the marker of each block in front of its text', () => {
    const delta = encode(article(h(2, 'Title'), hr(), p('Words')));
    const shape = textOf((text) => text.applyDelta(delta)).toDelta() as { insert: unknown }[];
    const seen = shape.map(({ insert }) => (insert instanceof Y.Map ? insert.toJSON() : insert));
    expect(seen).toEqual([{ t: 'heading', level: 2 }, 'Title', { t: 'horizontal_rule' }, {}, 'Words']);
  });

  it('[TX1] is seeded once', () => {
    const text = textOf((empty) => seed(empty, article(p('once'))));
    expect(() => seed(text, article(p('twice')))).toThrow(RangeError);
  });

  it('[TX1] replaces half a surrogate pair when seeding, which Yjs cannot carry', () => {
    const text = textOf((empty) => seed(empty, article(p('a\ud83d'))));
    expect(linearText(decode(text))).toBe('a\ufffd');
  });
});

describe('a Y.Text that is not as it should be', () => {
  it('[TX2] shows an empty paragraph when it is empty', () => {
    expect(projection(decoded(() => {}))).toBe('p()');
  });

  it('[TX2] shows text without a marker as a paragraph', () => {
    const doc = decoded((text) => {
      text.insert(0, 'first');
      text.insertEmbed(5, marker({ t: 'heading', level: 2 }));
      text.insert(6, 'second');
    });
    expect(projection(doc)).toBe('p(first) h2(second)');
  });

  it('[TX2] shows text behind a rule as a paragraph of its own', () => {
    const doc = decoded((text) => {
      text.insertEmbed(0, marker({ t: 'horizontal_rule' }));
      text.insert(1, 'behind');
      text.insertEmbed(7, marker());
    });
    expect(projection(doc)).toBe('hr() p(behind) p()');
  });

  it.each([
    [{ t: 'heading', level: 9 }, 'h4()'],
    [{ t: 'heading', level: 'big' }, 'h1()'],
    [{ t: 'list_item', kind: 7, indent: -3 }, 'li()'],
    [{ indent: 99, quote: 2.7 }, '>>--------p()'],
    [{ quote: null }, 'p()'],
    [{ level: 2 }, 'p()'],
  ])('[TX3] reads the malformed marker %j as %s and leaves it alone', (keys, shown) => {
    const text = textOf((empty) => empty.insertEmbed(0, marker(keys)));
    expect(projection(decode(text))).toBe(shown);
    expect((text.toDelta()[0].insert as Y.Map<unknown>).toJSON()).toEqual(keys);
  });

  it.each(['poll', 'doc', 'text', 'hard_break', '__proto__', '', 5, null])(
    '[TX3] keeps a block of the unknown kind %j with all its keys',
    (t) => {
      const doc = decoded((text) => text.insertEmbed(0, marker({ t, options: [1, 2], quote: 1 })));
      expect(doc.firstChild!.type.name).toBe('unknown_block');
      expect(doc.firstChild!.attrs).toEqual({ quote: 1, indent: 0, x: { t, options: [1, 2] } });
    },
  );

  it('[TX3] keeps unknown keys, formats and embeds', () => {
    const doc = decoded((text) => {
      text.insertEmbed(0, marker({ colour: 'red' }));
      text.insert(1, 'glows', { glow: { hue: 1 }, strong: true });
      text.insertEmbed(6, { n: 'footnote', id: 3 });
      text.insertEmbed(7, { n: 'hard_break', style: 'wide' });
    });
    expect(doc.firstChild!.attrs.x).toEqual({ colour: 'red' });
    const [glows, footnote, wide] = [0, 1, 2].map((i) => doc.firstChild!.child(i));
    expect(glows!.marks.map((mark) => [mark.type.name, mark.attrs])).toEqual([
      ['strong', {}],
      ['unknown', { formats: { glow: { hue: 1 } } }],
    ]);
    expect(footnote!.attrs.embed).toEqual({ n: 'footnote', id: 3 });
    expect(wide!.attrs.embed).toEqual({ n: 'hard_break', style: 'wide' });
  });

  it('[TX3] takes only a plain Y.Map for a marker', () => {
    const nested = () => [
      new Y.XmlElement('p'),
      new Y.Array(),
      new Y.Text('x'),
      new Y.XmlHook('h'),
      new Y.XmlText(),
    ];
    for (const type of nested()) {
      const doc = decoded((text) => {
        text.insertEmbed(0, marker());
        text.insertEmbed(1, type);
      });
      expect(projection(doc)).toBe('p(□)');
    }
  });

  it('[TX3] counts what a foreign client has put there as if it were an array', () => {
    const [foreign, ours] = [new Y.Doc(), new Y.Doc()];
    foreign.getArray<unknown>(ARTICLE_ROOT).push([1, { a: 1 }, new Uint8Array(2)]);
    Y.applyUpdate(ours, Y.encodeStateAsUpdate(foreign));
    const text = articleText(ours);
    const doc = decode(text);
    doc.check();
    expect(doc.firstChild!.content.size).toBe(text.length);
  });

  it('[TX4] shows no link to an address that could do something', () => {
    const doc = decoded((text) => {
      text.insertEmbed(0, marker());
      text.insert(1, 'click', { link: { href: 'javascript:alert(1)' } });
      text.insertEmbed(6, marker({ t: 'figure', src: 'data:text/html,<script>' }));
    });
    expect(projection(doc)).toBe('p(click) figure()');
    expect(doc.child(1).attrs.src).toBeNull();
  });

  it('[TX5] is refused by name when something else stands at the root', () => {
    const doc = new Y.Doc();
    doc.getMap(ARTICLE_ROOT);
    expect(() => articleText(doc)).toThrow(ArticleRootError);
  });
});

it('[TX1] remembers which block each marker belongs to', () => {
  const text = textOf((empty) => {
    empty.insert(0, 'no marker');
    empty.insertEmbed(9, marker({ t: 'heading', level: 1 }));
  });
  expect(readBlocks(text).map(({ marker: found }) => found?.get('t') ?? null)).toEqual([null, 'heading']);
});
