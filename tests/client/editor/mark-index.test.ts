import { schema } from '@assay/shared/article';
import fc from 'fast-check';
import { EditorState, type Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  type IndexedMark,
  indexOf,
  mapIndex,
  markById,
  marksAt,
} from '../../../client/src/editor/mark-index.ts';
import { LANES, lanesOf } from '../../../client/src/editor/mark-lanes.ts';
import { offsetOf, posOf } from '../../../client/src/editor/positions.ts';

function stateOf(...paragraphs: readonly string[]): EditorState {
  const blocks = paragraphs.map((text) =>
    schema.nodes.paragraph.create(null, text ? schema.text(text) : null),
  );
  return EditorState.create({ doc: schema.topNodeType.create(null, blocks) });
}

function indexed(id: string, from: number, to: number): IndexedMark {
  const mark = {
    id,
    ranges: [],
    label: 'claim',
    letter: 'C',
    hue: 'blue',
    line: 'solid' as const,
    description: '',
    pending: false,
  };
  return { mark, pieces: [{ from, to, range: 0 }], watched: [], complete: true, lane: 0, slot: 0, words: {} };
}

function typed(state: EditorState, at: number, text = 'x'): Transaction {
  return state.tr.insertText(text, at);
}

describe('the mark index', () => {
  const state = stateOf('One two three', 'four five');
  const index = indexOf([indexed('before', 1, 4), indexed('around', 5, 8), indexed('after', 9, 14)]);

  it('[ED22] keeps the marks before a change as they are and shifts those after it, without touching their words', () => {
    const { index: next, spoilt } = mapIndex(index, typed(state, 6));
    expect(markById(next, 'before')).toBe(markById(index, 'before'));
    expect(markById(next, 'after')).toMatchObject({ pieces: [{ from: 10, to: 15 }] });
    expect(markById(next, 'after')!.words).toBe(markById(index, 'after')!.words);
    expect(markById(next, 'around')).toMatchObject({ pieces: [{ from: 5, to: 9 }] });
    expect(markById(next, 'around')!.words).not.toBe(markById(index, 'around')!.words);
    expect(spoilt).toEqual([]);
    expect(next.stale.size).toBe(0);
  });

  it('[ED2] asks for a mark to be read again where a change touches its edge, and drawn where blocks change in it', () => {
    const atEdge = mapIndex(index, typed(state, 8));
    expect([...atEdge.index.stale]).toEqual(['around']);
    const split = mapIndex(index, state.tr.split(6));
    expect(split.spoilt.map((one) => one.mark.id)).toEqual(['around']);
    expect(split.index.stale.size).toBe(0);
  });

  it('[ED1] is left as it is by formatting', () => {
    const bold = state.tr.addMark(1, 10, schema.marks.strong!.create());
    expect(mapIndex(index, bold).index).toBe(index);
  });

  it('[ED1] maps through any number of steps as ProseMirror maps positions', () => {
    const step = fc.tuple(fc.nat(20), fc.nat(6), fc.nat(3));
    const mark = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 6 }));
    let moved = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 4 }),
        fc.array(mark, { maxLength: 6 }),
        (steps, marks) => {
          const placed = marks.map(([from, size], i) =>
            indexed(String(i), from + 1, Math.min(from + 1 + size, 14)),
          );
          const { tr } = state;
          for (const [at, size, kind] of steps) {
            const from = posOf(tr.doc, at);
            const to = posOf(tr.doc, at + size);
            if (kind === 0) tr.insertText('xy', from);
            else if (kind === 1) tr.delete(from, to);
            else if (kind === 2) tr.split(from);
            else tr.insertText('z', from, to);
          }
          const { index: next } = mapIndex(indexOf(placed), tr);
          for (const one of placed) {
            const { from, to } = one.pieces[0]!;
            const expected = [tr.mapping.map(from, 1), tr.mapping.map(to, -1)] as const;
            const pieces = markById(next, one.mark.id)!.pieces.map((piece) => [piece.from, piece.to]);
            expect(pieces).toEqual(expected[0] < expected[1] ? [[...expected]] : []);
            if (expected[0] !== from) moved++;
          }
        },
      ),
    );
    expect(moved).toBeGreaterThan(20);
  });

  it('[ED10] finds the marks at a character, the innermost first, and at a border those before it', () => {
    const nested = indexOf([indexed('outer', 1, 14), indexed('inner', 5, 8), indexed('same', 5, 8)]);
    const ids = (pos: number) => marksAt(nested, pos).map((one) => one.mark.id);
    expect(ids(5)).toEqual(['inner', 'same', 'outer']);
    expect(ids(8)).toEqual(['outer']);
    expect(ids(14)).toEqual(['outer']);
    expect(ids(16)).toEqual([]);
  });
});

describe('lanes', () => {
  it('[ED4] are never shared by marks on the same words, while there are enough of them', () => {
    const cuts = fc
      .uniqueArray(fc.nat(60), { minLength: 4, maxLength: 4 })
      .map((all) => all.sort((x, y) => x - y));
    const pieces = cuts.map(([a, b, c, d]) => [
      { from: a!, to: b! },
      { from: c!, to: d! },
    ]);
    let deepest = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (marks) => {
        const lanes = lanesOf(marks);
        deepest = Math.max(deepest, ...lanes, 0);
        marks.forEach((spans, i) => {
          for (let j = 0; j < i; j++) {
            if (lanes[i] !== lanes[j] || lanes[i] === LANES - 1) continue;
            const touching = spans.some((a) => marks[j]!.some((b) => a.from < b.to && b.from < a.to));
            expect(touching).toBe(false);
          }
        });
      }),
    );
    expect(deepest).toBeGreaterThan(2);
  });
});

describe('positions and offsets', () => {
  it('[ED1] are turned into each other over paragraphs and rules', () => {
    const { doc } = stateOf('ab', '', 'c');
    const withRule = doc.copy(doc.content.addToEnd(schema.nodes.horizontal_rule.create()));
    const text = ['ab', '', 'c', ''].join('\n');
    const positions = Array.from({ length: text.length + 1 }, (_, offset) => posOf(withRule, offset));
    expect(positions).toEqual([1, 2, 3, 5, 7, 8, 9]);
    expect(positions.map((pos) => offsetOf(withRule, pos))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
