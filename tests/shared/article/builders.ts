import { decode, schema } from '@assay/shared/article';
import { ARTICLE_ROOT } from '@assay/shared/ydoc';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { article, block } from '../../support/text-client.ts';

/** A Y.Text that `write` has filled by hand. */
export function textOf(write: (text: Y.Text) => void): Y.Text {
  const text = new Y.Doc().getText(ARTICLE_ROOT);
  write(text);
  return text;
}

export function decoded(write: (text: Y.Text) => void): Node {
  const doc = decode(textOf(write));
  doc.check();
  return doc;
}

export const marker = (keys: Record<string, unknown> = {}): Y.Map<unknown> => new Y.Map(Object.entries(keys));

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const markSet = fc.subarray(['strong', 'em', 'code', 'strike', 'sup', 'sub', 'link', 'unknown']);

const inline: fc.Arbitrary<Node> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(text, markSet).map(([words, names]) => schema.text(words, names.map(mark))),
  },
  { weight: 1, arbitrary: fc.constant(schema.nodes.hard_break.create()) },
  {
    weight: 1,
    arbitrary: fc.constant(schema.nodes.unknown_inline.create({ embed: { n: 'footnote', id: 7 } })),
  },
);

function mark(name: string) {
  if (name === 'link') return schema.marks.link.create({ href: 'https://example.org/a', title: 'A' });
  if (name === 'unknown') return schema.marks.unknown.create({ formats: { glow: { hue: 3 } } });
  return schema.marks[name]!.create();
}

const kinds: fc.Arbitrary<[string, Record<string, unknown>]> = fc.constantFrom(
  ['paragraph', {}],
  ['heading', { level: 3 }],
  ['list_item', { kind: 'ordered' }],
  ['code_block', {}],
  ['figure', { src: 'https://example.org/p.png', alt: 'A picture' }],
  ['figure', {}],
  ['cell', { table: 't1', row: 2, col: 1, header: true }],
  ['cell', {}],
  ['unknown_block', { x: { t: 'poll', options: ['yes', 'no'] } }],
);
const common = fc.record({
  quote: fc.integer({ min: 0, max: 3 }),
  indent: fc.integer({ min: 0, max: 8 }),
});

const anyBlock: fc.Arbitrary<Node> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(kinds, common, fc.array(inline, { maxLength: 5 }))
      .map(([[name, attrs], shared, content]) => block(name, { ...shared, ...attrs }, ...content)),
  },
  { weight: 1, arbitrary: common.map((shared) => block('horizontal_rule', shared)) },
);

/** Any valid article. */
export const anyArticle: fc.Arbitrary<Node> = fc
  .array(anyBlock, { minLength: 1, maxLength: 6 })
  .map((blocks) => article(...blocks));
