import {
  blockText,
  indexOfOffset,
  indexOfPosition,
  linearText,
  offsetOfIndex,
  offsetOfPosition,
  positionOfIndex,
  positionOfOffset,
  readBlocks,
  schema,
  seed,
} from '@assay/shared/article';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, h, hr, p } from '../../support/text-client.ts';
import { anyArticle, marker, textOf } from './builders.ts';

describe('the linear text', () => {
  it('[TX6] joins the blocks by line breaks, with a rule as an empty line and one unit for an embed', () => {
    const unknown = schema.nodes.unknown_inline.create({ embed: { n: 'footnote' } });
    const doc = article(h(1, 'Title'), hr(), p('a', schema.nodes.hard_break.create(), 'b', unknown), p());
    expect(linearText(doc)).toBe('Title\n\na\nb\ufffc\n');
    expect(blockText(doc.child(2))).toBe('a\nb\ufffc');
  });

  it('[TX6] has at each offset the character that stands at its position', () => {
    fc.assert(
      fc.property(anyArticle, (doc) => {
        const text = linearText(doc);
        doc.descendants((node, position) => {
          if (!node.isText) return;
          for (let i = 0; i < node.text!.length; i++) {
            expect(text[offsetOfPosition(doc, position + i)]).toBe(node.text![i]);
          }
        });
      }),
    );
  });

  it('[TX6] gives every offset a position that leads back to it', () => {
    fc.assert(
      fc.property(anyArticle, (doc) => {
        for (let offset = 0; offset <= linearText(doc).length; offset++) {
          expect(offsetOfPosition(doc, positionOfOffset(doc, offset))).toBe(offset);
        }
      }),
    );
  });

  it('[TX6] is one unit behind the Y.Text, in which every block begins with a marker', () => {
    fc.assert(
      fc.property(anyArticle, (doc) => {
        const text = textOf((empty) => seed(empty, doc));
        for (let index = 1; index <= text.length; index++) {
          expect(offsetOfIndex(doc, index)).toBe(index - 1);
          expect(indexOfOffset(doc, index - 1)).toBe(index);
          expect(indexOfPosition(doc, positionOfIndex(doc, index))).toBe(index);
        }
      }),
    );
  });

  it('[TX6] counts right where markers are missing', () => {
    const text = textOf((empty) => {
      empty.insert(0, 'ab');
      empty.insertEmbed(2, marker({ t: 'horizontal_rule' }));
      empty.insert(3, 'cd');
      empty.insertEmbed(5, marker());
      empty.insert(6, 'ef');
    });
    const blocks = readBlocks(text);
    const implicit = blocks.map((block) => block.marker === null);
    const doc = article(...blocks.map((block) => block.node));
    expect(linearText(doc)).toBe('ab\n\ncd\nef');
    // The letters a, d and f, by their index in the Y.Text.
    expect([0, 4, 7].map((index) => offsetOfIndex(doc, index, implicit))).toEqual([0, 5, 8]);
    for (let index = 0; index <= text.length; index++) {
      expect(indexOfPosition(doc, positionOfIndex(doc, index, implicit), implicit)).toBe(index);
    }
  });

  it('[TX6] refuses what is outside', () => {
    const doc = article(p('abc'));
    expect(() => positionOfOffset(doc, 4)).toThrow(RangeError);
    expect(() => positionOfOffset(doc, -2)).toThrow(RangeError);
    expect(() => offsetOfPosition(doc, 6)).toThrow(RangeError);
    expect(() => indexOfPosition(doc, -1)).toThrow(RangeError);
  });
});
