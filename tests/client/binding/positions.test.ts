import { indexOfPosition } from '@assay/shared/article';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { anyArticle, marker } from '../../shared/article/builders.ts';
import { article, exchange, h, p, seeded, TextClient } from '../../support/text-client.ts';
import { caretAt, pair, positionOf, type } from './steps.ts';

describe('a position held by identity', () => {
  it('[TX19] is the one that Yjs would make by walking from the start', () => {
    fc.assert(
      fc.property(anyArticle, fc.constantFrom<0 | -1>(0, -1), (doc, assoc) => {
        const client = new TextClient([seeded(doc)]);
        for (let position = 0; position <= doc.content.size; position++) {
          const own = client.binding.toRelative(position, assoc);
          const theirs = Y.createRelativePositionFromTypeIndex(
            client.text,
            indexOfPosition(doc, position),
            assoc,
          );
          expect(Y.relativePositionToJSON(own)).toEqual(Y.relativePositionToJSON(theirs));
          const back = client.binding.toPosition(own)!;
          expect(indexOfPosition(doc, back)).toBe(
            Y.createAbsolutePositionFromRelativePosition(theirs, client.doc)!.index,
          );
        }
        client.destroy();
      }),
      { numRuns: 50 },
    );
  });

  it('[TX19] works where markers are missing', () => {
    const doc = new Y.Doc();
    const text = doc.getText('article');
    text.insert(0, 'ab');
    text.insertEmbed(2, marker({ t: 'horizontal_rule' }));
    text.insert(3, 'cd');
    const client = new TextClient([Y.encodeStateAsUpdate(doc)]);
    for (const words of ['ab', 'cd']) {
      const position = positionOf(client, words);
      const held = client.binding.toRelative(position + 1, 0);
      expect(client.binding.toPosition(held)).toBe(position + 1);
      expect(Y.createAbsolutePositionFromRelativePosition(held, client.doc)!.index).toBe(
        words === 'ab' ? 1 : 4,
      );
    }
  });

  it('[TX19] stays with its character while others edit', () => {
    const { a, b } = pair([h(1, 'Title'), p('one two three')]);
    const held = b.binding.toRelative(positionOf(b, 'two'), 0);
    caretAt(a, 'Title');
    type(a, 'The ');
    caretAt(a, 'two');
    type(a, 'and ');
    exchange(a, b);
    expect(b.binding.toPosition(held)).toBe(positionOf(b, 'two'));
  });

  it('[TX19] is nowhere when its character has not arrived yet', () => {
    const { a, b } = pair([p('one')]);
    caretAt(a, 'one', 'after');
    type(a, ' new');
    const held = a.binding.toRelative(positionOf(a, 'new'), 0);
    expect(b.binding.toPosition(held)).toBeNull();
    exchange(a, b);
    expect(b.binding.toPosition(held)).toBe(positionOf(b, 'new'));
  });

  it('[TX19] finds what one’s own undo has brought back only when asked to', () => {
    const { a } = pair([p('one two')]);
    const at = positionOf(a, 'two');
    const held = a.binding.toRelative(at + 1, 0);
    a.view.dispatch(a.view.state.tr.delete(at, at + 3));
    a.binding.undo();
    expect(a.binding.toPosition(held, { followUndone: true })).toBe(at + 1);
    expect(a.binding.toPosition(held)).not.toBe(at + 1);
  });

  it('[TX19] cannot be taken outside the article', () => {
    const client = new TextClient([seeded(article(p('one')))]);
    expect(() => client.binding.toRelative(9, 0)).toThrow(RangeError);
  });
});
