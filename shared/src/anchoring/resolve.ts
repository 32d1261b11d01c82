import type { TextRange } from '@assay/shared/model';
import type * as Y from 'yjs';
import { type HeldUnits, heldUnits, type QuotedRange } from './held.ts';
import { type Standing, standings } from './offsets.ts';

/** What can be resolved: a `Target`, or held ranges whose words are not known. */
export interface HeldPlace {
  readonly ranges: readonly QuotedRange[];
}

/**
 * Where a target stands now. `exact`: the words are those of its quotes. `changed`: characters are left, but the
 * words are others. `orphaned`: no character is left, and `ranges` is empty.
 */
export interface Resolution {
  readonly status: 'exact' | 'changed' | 'orphaned';
  /** Linear offsets in text order, never empty ranges. */
  readonly ranges: readonly TextRange[];
  /**
   * For each range that this copy knows, in the target's order, from before its first to behind its last character,
   * deleted ones too: what is written there is inside the target. Wider than `ranges` by line breaks, and may be empty.
   */
  readonly places: readonly TextRange[];
  /** The words covered now, pieces joined by ` … `. */
  readonly text: string;
  /** False when this copy of the text does not hold every character the target names: it is behind, or another text. */
  readonly complete: boolean;
}

/** Joins the pieces of a discontinuous span. */
export const PIECE_SEPARATOR = ' … ';

/**
 * Leaves out line breaks at the edges that the words did not have when they were anchored: a split at an edge whose
 * character was deleted stands between the deleted and the surviving one.
 */
function withoutEdgeBreaks({ start, end }: TextRange, text: string, exact: string): TextRange {
  let from = start;
  let to = end;
  if (text[from] !== '\n' && text[to - 1] !== '\n') return { start, end };
  if (!exact.startsWith('\n')) while (from < to && text[from] === '\n') from++;
  if (!exact.endsWith('\n')) while (to > from && text[to - 1] === '\n') to--;
  return { start: from, end: to };
}

/** Where one held range stands. */
export interface RangePlace {
  /** From before its first to behind its last character, deleted ones too; null when nobody can say. */
  readonly place: TextRange | null;
  /** What is left of its words; null when nothing is. */
  readonly words: TextRange | null;
  /** False when this copy of the text does not hold both its ends. */
  readonly complete: boolean;
}

function placeOfRange(standing: Standing, { quote }: QuotedRange, text: string): RangePlace {
  if (standing.kind !== 'standing')
    return { place: null, words: null, complete: standing.kind !== 'unknown' };
  const words = withoutEdgeBreaks(standing.range, text, quote?.exact ?? '');
  return { place: standing.range, words: words.start < words.end ? words : null, complete: true };
}

/** Where held ranges stand, each by itself, in one walk over the article. Never throws for a bad range. */
export function resolveRanges(ytext: Y.Text, held: readonly QuotedRange[]): readonly RangePlace[] {
  const all = standings(ytext, held.map(unitsOf));
  return all.standings.map((standing, i) => placeOfRange(standing, held[i]!, all.text));
}

function resolution(held: readonly QuotedRange[], found: readonly Standing[], text: string): Resolution {
  const all = found.map((standing, i) => placeOfRange(standing, held[i]!, text));
  const ranges = all.flatMap(({ words }) => words ?? []);
  const same = all.every(({ words }, i) => {
    const exact = held[i]!.quote?.exact;
    return words !== null && (exact === undefined || text.slice(words.start, words.end) === exact);
  });
  return {
    status: ranges.length === 0 ? 'orphaned' : same ? 'exact' : 'changed',
    ranges,
    places: all.flatMap(({ place }) => place ?? []),
    text: ranges.map(({ start, end }) => text.slice(start, end)).join(PIECE_SEPARATOR),
    complete: all.every(({ complete }) => complete),
  };
}

/** What cannot be read stands nowhere: clock -1 belongs to no unit. */
const NOWHERE: HeldUnits = { first: { client: 0, clock: -1 }, last: { client: 0, clock: -1 } };

function unitsOf(range: QuotedRange): HeldUnits {
  try {
    return heldUnits(range);
  } catch (error) {
    if (error instanceof RangeError) return NOWHERE;
    throw error;
  }
}

/**
 * Where all the targets stand, in the order given, in one walk over the article: O(items + ranges · log ranges).
 * The same on every client with the same text: undone deletions are not followed. Never throws for a bad target;
 * it is orphaned.
 */
export function resolveAll(ytext: Y.Text, targets: readonly HeldPlace[]): readonly Resolution[] {
  const held = targets.map((target) => target.ranges);
  const all = standings(ytext, held.flat().map(unitsOf));
  let next = 0;
  return held.map((ranges) => {
    const found = all.standings.slice(next, next + ranges.length);
    next += ranges.length;
    return resolution(ranges, found, all.text);
  });
}

/** Where one target stands. For more than one use `resolveAll`: each call walks the whole article. */
export function resolve(target: HeldPlace, ytext: Y.Text): Resolution {
  return resolveAll(ytext, [target])[0]!;
}
