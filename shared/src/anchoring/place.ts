import type { AnchoredRange, Target, TextRange } from '@assay/shared/model';
import type * as Y from 'yjs';
import { sortedRanges } from './describe.ts';
import { type HeldRange, type HeldUnits, heldUnits, holdUnits } from './held.ts';
import { surroundingsOf } from './near.ts';
import { type Standing, standings, unitsAt } from './offsets.ts';
import { quoteAt } from './quote.ts';

/** Where something points, as a page or a program says it: held by identity, or counted in the text of that hash. */
export interface AskedPlace {
  readonly ranges: readonly (HeldRange | TextRange)[];
  readonly text?: { readonly sha256: string } | undefined;
}

export type LocatedPlace =
  | { readonly ok: true; readonly target: Target }
  | {
      readonly ok: false;
      readonly refusal: { readonly code: 'bad-range' | 'stale-text'; readonly message: string };
    };

function offsetsOf(standing: Standing): TextRange {
  if (standing.kind === 'unknown')
    throw new RangeError('A range names characters that are not in this text.');
  if (standing.kind === 'reversed') throw new RangeError('A range ends before it starts.');
  if (standing.range.start === standing.range.end)
    throw new RangeError('The words of a range are no longer in the text.');
  return standing.range;
}

/**
 * The linear offsets (UTF-16 units) of held ranges, in the order given. Throws a RangeError for a range that is not
 * readable, names characters this text does not hold, ends before it starts, or has no characters left.
 */
export function locate(ytext: Y.Text, held: readonly HeldRange[]): readonly TextRange[] {
  return standings(ytext, held.map(heldUnits)).standings.map(offsetsOf);
}

function isOffsets(range: HeldRange | TextRange): range is TextRange {
  return typeof range.start === 'number';
}

interface LocatedRange {
  readonly range: TextRange;
  readonly units: HeldUnits;
}

/** Each kind of range costs a walk over the article; a kind that is not asked for costs none. */
function locatedRanges(
  ytext: Y.Text,
  asked: AskedPlace['ranges'],
): { readonly text: string; readonly located: readonly LocatedRange[] } {
  const offsets = asked.filter(isOffsets);
  const held = asked.filter((range): range is HeldRange => !isOffsets(range)).map(heldUnits);
  const counted = offsets.length > 0 || held.length === 0 ? unitsAt(ytext, offsets) : null;
  const found = held.length > 0 ? standings(ytext, held) : null;
  return {
    text: (counted ?? found)!.text,
    located: [
      ...offsets.map((range, i) => ({ range, units: counted!.units[i]! })),
      ...held.map((units, i) => ({ range: offsetsOf(found!.standings[i]!), units })),
    ],
  };
}

/** What a page asks most: one stretch held by identity. Null when it takes a walk over the whole article. */
function nearbyTarget(ytext: Y.Text, { ranges }: AskedPlace): Target | null {
  const [asked] = ranges;
  if (ranges.length !== 1 || !asked || isOffsets(asked)) return null;
  const units = heldUnits(asked);
  const found = surroundingsOf(ytext, units);
  if (!found || found.range.start === found.range.end) return null;
  const [range] = sortedRanges([found.range], found.text);
  return { ranges: [{ ...holdUnits(units), quote: quoteAt(found.text, range!) }] };
}

function targetOf(ytext: Y.Text, place: AskedPlace): Target {
  const nearby = nearbyTarget(ytext, place);
  if (nearby) return nearby;
  const { text, located } = locatedRanges(ytext, place.ranges);
  const sorted = sortedRanges(
    located.map(({ range }) => range),
    text,
  );
  const ranges: AnchoredRange[] = sorted.map((range) => {
    const { units } = located.find((one) => one.range === range)!;
    return { ...holdUnits(units), quote: quoteAt(text, range) };
  });
  return { ranges };
}

/**
 * The target that a place means, with the words found there. `sha256` gives that of the article's linear text
 * as it is now; it is asked only when there are offsets. Refused: `stale-text` when offsets were counted in another text, `bad-range` for a range that is empty,
 * outside the text, cuts a code point, overlaps another, or (held) that `locate` does not take.
 */
export function locatePlace(ytext: Y.Text, sha256: () => string, place: AskedPlace): LocatedPlace {
  if (place.ranges.some(isOffsets) && place.text?.sha256 !== sha256()) {
    const message = place.text
      ? 'The article has changed since these offsets were counted. Fetch its text again.'
      : 'Offsets need the SHA-256 of the text that they were counted in.';
    return { ok: false, refusal: { code: place.text ? 'stale-text' : 'bad-range', message } };
  }
  try {
    return { ok: true, target: targetOf(ytext, place) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, refusal: { code: 'bad-range', message: error.message } };
  }
}
