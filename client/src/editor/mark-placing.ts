import { type RangePlace, resolveRanges } from '@assay/shared/anchoring';
import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import type { DrawnMark } from './article-editor.ts';
import { coverOf, extentOf, type IndexedMark, type Piece } from './mark-index.ts';
import { lanesOf, slotsOf } from './mark-lanes.ts';
import { type Span, spanOf } from './positions.ts';

/** Where a mark stands, read from its held positions. */
export type Standing = Pick<IndexedMark, 'mark' | 'pieces' | 'watched' | 'complete'>;

/**
 * Where the marks stand in `doc`, in one walk over the Y.Text, of which `doc` must be the picture. Every range is
 * resolved by itself, so that a lost piece is known by its number.
 */
export function standingsOf(ytext: Y.Text, doc: Node, marks: readonly DrawnMark[]): readonly Standing[] {
  const found = resolveRanges(
    ytext,
    marks.flatMap((mark) => mark.ranges),
  );
  let next = 0;
  return marks.map((mark) => {
    const pieces: Piece[] = [];
    const watched: Span[] = [];
    let complete = true;
    for (let range = 0; range < mark.ranges.length; range++) {
      const one = found[next++]!;
      if (one.words) {
        const { from, to } = spanOf(doc, one.words);
        pieces.push({ from, to, range });
      }
      watchBeside(one, doc, watched);
      complete &&= one.complete;
    }
    return { mark, pieces: inOrder(pieces, mark), watched, complete };
  });
}

/** The ranges of a group come one mark after the other. */
export function inOrder(pieces: Piece[], { group }: DrawnMark): readonly Piece[] {
  return group ? pieces.sort((a, b) => a.from - b.from || a.to - b.to) : pieces;
}

/** Adds the parts of a range's place where no words of it stand. */
function watchBeside({ place, words }: RangePlace, doc: Node, watched: Span[]): void {
  if (!place) return;
  if (!words) watched.push(spanOf(doc, place));
  else {
    if (place.start < words.start) watched.push(spanOf(doc, { start: place.start, end: words.start }));
    if (words.end < place.end) watched.push(spanOf(doc, { start: words.end, end: place.end }));
  }
}

function byStart(a: Standing, b: Standing): number {
  const [one, other] = [extentOf(a), extentOf(b)];
  if (!one || !other) return Number(!one) - Number(!other);
  return one.from - other.from || other.to - one.to;
}

/** The marks in text order, outermost first, each with its line below the words and its place among the letters. */
export function arranged(
  standings: readonly Standing[],
  wordsOf: (id: string) => object = () => ({}),
): readonly IndexedMark[] {
  const sorted = [...standings].sort(byStart);
  // What is not drawn takes no line and no place for a letter.
  const pieces = sorted.map(({ mark, pieces }) => (mark.hidden ? [] : mark.group ? coverOf(pieces) : pieces));
  const lanes = lanesOf(pieces);
  const slots = slotsOf(pieces);
  return sorted.map((one, i) => {
    return { ...one, lane: lanes[i]!, slot: slots[i]!, words: wordsOf(one.mark.id) };
  });
}
