import { type Resolution, resolveAll } from '@assay/shared/anchoring';
import type { TextRange } from '@assay/shared/model';
import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import type { DrawnMark } from './article-editor.ts';
import type { IndexedMark, Piece } from './mark-index.ts';
import { lanesOf, slotsOf } from './mark-lanes.ts';
import { type Span, spanOf } from './positions.ts';

/** Where a mark stands, read from its held positions. */
export type Standing = Pick<IndexedMark, 'mark' | 'pieces' | 'watched' | 'complete'>;

/**
 * Where the marks stand in `doc`, in one walk over the Y.Text, of which `doc` must be the picture. Every range is
 * resolved by itself, so that a lost piece is known by its number.
 */
export function standingsOf(ytext: Y.Text, doc: Node, marks: readonly DrawnMark[]): readonly Standing[] {
  const held = marks.flatMap((mark) => mark.ranges);
  const found = resolveAll(
    ytext,
    held.map((range) => ({ ranges: [range] })),
  );
  let next = 0;
  return marks.map((mark) => {
    const pieces: Piece[] = [];
    const watched: Span[] = [];
    let complete = true;
    for (let range = 0; range < mark.ranges.length; range++) {
      const one = found[next++]!;
      for (const words of one.ranges) pieces.push({ ...spanOf(doc, words), range });
      for (const place of besideWords(one)) watched.push(spanOf(doc, place));
      complete &&= one.complete;
    }
    return { mark, pieces, watched, complete };
  });
}

/** The parts of a range's place where no words of it stand. */
function besideWords({ places, ranges }: Resolution): readonly TextRange[] {
  const [place] = places;
  const [words] = ranges;
  if (!place || !words) return places;
  const before = { start: place.start, end: words.start };
  const after = { start: words.end, end: place.end };
  return [before, after].filter(({ start, end }) => start < end);
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
