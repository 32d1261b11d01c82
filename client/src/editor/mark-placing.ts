import { resolveAll } from '@assay/shared/anchoring';
import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import type { DrawnMark } from './article-editor.ts';
import { type IndexedMark, type Piece, standingAndLost } from './mark-index.ts';
import { lanesOf, slotsOf } from './mark-lanes.ts';
import { spanOf } from './positions.ts';

/** Where a mark stands, read from its held positions. */
export type Standing = Pick<IndexedMark, 'mark' | 'pieces' | 'lost' | 'complete'>;

/**
 * Where the marks stand in `doc`, in one walk over the Y.Text, of which `doc` must be the picture. Every range is
 * resolved by itself, so that a lost piece is known by its number.
 */
export function standingsOf(ytext: Y.Text, doc: Node, marks: readonly DrawnMark[]): readonly Standing[] {
  const found = resolveAll(
    ytext,
    marks.flatMap((mark) => mark.ranges.map((range) => ({ ranges: [range] }))),
  );
  let next = 0;
  return marks.map((mark) => {
    const mine = found.slice(next, next + mark.ranges.length);
    next += mark.ranges.length;
    const places = mine.flatMap((one, range) =>
      one.places.map((place): Piece => ({ ...spanOf(doc, place), range })),
    );
    return { mark, ...standingAndLost(places), complete: mine.every((one) => one.complete) };
  });
}

function byStart(a: Standing, b: Standing): number {
  const first = a.pieces[0];
  const other = b.pieces[0];
  if (!first || !other) return Number(!first) - Number(!other);
  return first.from - other.from || other.to - first.to;
}

/** The marks in text order, outermost first, each with its line below the words and its place among the letters. */
export function arranged(
  standings: readonly Standing[],
  wordsOf: (id: string) => object = () => ({}),
): readonly IndexedMark[] {
  const sorted = [...standings].sort(byStart);
  const pieces = sorted.map((one) => one.pieces);
  const lanes = lanesOf(pieces);
  const slots = slotsOf(pieces);
  return sorted.map((one, i) => {
    return { ...one, lane: lanes[i]!, slot: slots[i]!, words: wordsOf(one.mark.id) };
  });
}
