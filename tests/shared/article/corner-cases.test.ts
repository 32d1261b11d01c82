import { decode, linearText, schema } from '@assay/shared/article';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ArticleBinding } from '../../../client/src/binding/index.ts';
import { marker, textOf } from './builders.ts';

const kinds = (text: Y.Text) => decode(text).children.map((block) => block.type.name);

describe('cells of a table', () => {
  it('[TX23] come back with their place, and without one where it is malformed, which is kept', () => {
    const text = textOf((one) => {
      one.insertEmbed(0, marker({ t: 'cell', table: 't1', row: 1, col: 2, header: true }));
      one.insert(1, 'a');
      one.insertEmbed(2, marker({ t: 'cell', table: 5, row: -3, col: 'x', header: 'yes', span: 2 }));
    });
    const [first, second] = decode(text).children;
    expect(first!.attrs).toMatchObject({ table: 't1', row: 1, col: 2, header: true });
    expect(second!.attrs).toMatchObject({ table: '', row: 0, col: 0, header: false, x: { span: 2 } });
    decode(text).check();
  });

  it('[TX23] are lines of the linear text, as any blocks', () => {
    const cell = (col: number, words: string) =>
      schema.nodes.cell.create({ table: 't', col }, schema.text(words));
    expect(linearText(schema.topNodeType.create(null, [cell(0, 'a'), cell(1, 'b')]))).toBe('a\nb');
  });
});

describe('markers', () => {
  it('[TX2] doubled are empty blocks, and nothing is written to mend them', () => {
    const text = textOf((one) => {
      one.insertEmbed(0, marker());
      one.insertEmbed(1, marker({ t: 'heading', level: 2 }));
      one.insertEmbed(2, marker());
      one.insert(3, 'words');
    });
    expect(kinds(text)).toEqual(['paragraph', 'heading', 'paragraph']);
    const before = Y.encodeStateAsUpdate(text.doc!);
    const binding = new ArticleBinding(text, { mayWrite: () => true });
    expect(binding.doc.childCount).toBe(3);
    expect(Y.encodeStateAsUpdate(text.doc!)).toEqual(before);
    binding.destroy();
  });
});

describe('very long paragraphs', () => {
  it('[TX24] of 100,000 characters are read and bound like any other, with every character', () => {
    const words = 'A long paragraph, 長い段落 🙂. '.repeat(4_000).slice(0, 100_000);
    const text = textOf((one) => {
      one.insertEmbed(0, marker());
      one.insert(1, words);
    });
    const binding = new ArticleBinding(text, { mayWrite: () => true });
    expect(linearText(binding.doc)).toBe(linearText(decode(text)));
    expect(linearText(binding.doc)).toHaveLength(100_000);
    text.insert(50_000, 'x');
    expect(linearText(binding.doc)).toBe(linearText(decode(text)));
    binding.destroy();
  });
});
