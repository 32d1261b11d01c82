import { firstUnit, heldUnits } from '@assay/shared/anchoring';
import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import type { ArticleBinding } from '../binding/index.ts';
import type { DrawnMark, DrawnRange } from './article-editor.ts';
import type { Piece } from './mark-index.ts';
import { inOrder, type Standing } from './mark-placing.ts';
import { linearTextBetween, type Span } from './positions.ts';

/** Where a range stands, from before its first to behind its last character, deleted ones too. */
type Place = Span | 'unknown' | 'reversed';

function placeOf(binding: ArticleBinding, range: DrawnRange): Place {
  const units = unitsOf(range);
  if (!units) return 'unknown';
  const [first, last] = [units.first, units.last].map(({ client, clock }) => Y.createID(client, clock));
  const from = binding.toPosition(new Y.RelativePosition(null, null, first!, 0));
  const to = binding.toPosition(new Y.RelativePosition(null, null, last!, -1));
  if (from === null || to === null) return 'unknown';
  return from <= to ? { from: inText(binding.doc, from), to: inText(binding.doc, to) } : 'reversed';
}

/** In front of the first marker there is no text: where that of the first block begins. */
function inText(doc: Node, position: number): number {
  return position === 0 && doc.firstChild?.isTextblock ? 1 : position;
}

/** The first unit of a range; null when it cannot be read. */
export const firstOf = (range: DrawnRange) => readable(() => firstUnit(range));

const unitsOf = (range: DrawnRange) => readable(() => heldUnits(range));

function readable<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The position so many line breaks further on; each leads over a hard break, or from the end of a block into the next. */
function behindBreaks(doc: Node, pos: number, breaks: number): number {
  let at = pos;
  for (let left = breaks; left > 0; left--) {
    const $at = doc.resolve(at);
    if ($at.depth > 0 && $at.nodeAfter) at++;
    else {
      const next = $at.depth > 0 ? $at.after(1) : at + ($at.nodeAfter?.nodeSize ?? 0);
      at = doc.resolve(next).nodeAfter?.isTextblock ? next + 1 : next;
    }
  }
  return at;
}

/** The position so many line breaks before one; each leads over a hard break, or from the start of a block into the one before. */
function beforeBreaks(doc: Node, pos: number, breaks: number): number {
  let at = pos;
  for (let left = breaks; left > 0; left--) {
    const $at = doc.resolve(at);
    if ($at.depth > 0 && $at.nodeBefore) at--;
    else {
      const edge = $at.depth > 0 ? $at.before(1) : at;
      const before = doc.resolve(edge).nodeBefore;
      at = before?.isTextblock ? edge - 1 : edge - (before?.nodeSize ?? 0);
    }
  }
  return at;
}

/** The words in a place: without line breaks at its ends that they did not have when they were anchored. */
function wordsIn(doc: Node, place: Span, exact: string): Span {
  const text = linearTextBetween(doc, place);
  const start = exact.startsWith('\n') ? 0 : (/^\n*/.exec(text)?.[0].length ?? 0);
  const end = exact.endsWith('\n') || start === text.length ? 0 : (/\n*$/.exec(text)?.[0].length ?? 0);
  return { from: behindBreaks(doc, place.from, start), to: beforeBreaks(doc, place.to, end) };
}

/**
 * Where one mark stands, found from the blocks that its ends stand in: as `standingsOf` has it, without walking the
 * article. `doc` must be the picture of the bound text.
 */
export function standingNear(binding: ArticleBinding, doc: Node, mark: DrawnMark): Standing {
  const pieces: Piece[] = [];
  const watched: Span[] = [];
  let complete = true;
  mark.ranges.forEach((range, number) => {
    const place = placeOf(binding, range);
    if (place === 'unknown') complete = false;
    if (typeof place === 'string') return;
    const words = wordsIn(doc, place, range.quote?.exact ?? '');
    if (words.from >= words.to) {
      watched.push(place);
      return;
    }
    pieces.push({ ...words, range: number });
    if (place.from < words.from) watched.push({ from: place.from, to: words.from });
    if (words.to < place.to) watched.push({ from: words.to, to: place.to });
  });
  return { mark, pieces: inOrder(pieces, mark), watched, complete };
}
