/** A column of cards in reading order, in pixels: where the first line of each one's words stands (never falling), and how tall it is. */
export interface CardColumn {
  readonly lines: ArrayLike<number>;
  readonly heights: ArrayLike<number>;
  /** Free space between two cards. */
  readonly gap: number;
}

/** No card is held at its line. */
export const NONE = -1;

/**
 * Tops for a column of cards so that none overlaps, reading order is kept, card number `pinned` stands exactly at its
 * line and the sum of squared movements is the smallest. Without a pinned card nothing rises above 0; with one, the
 * cards before it may (the page then makes room above).
 *
 * With `z = top - everything that must fit above`, "no overlap" says that z never falls: isotonic regression, solved by
 * pooling adjacent violators (Ayer et al. 1955) in linear time. A bound on either side of it is a clamp of the result.
 */
export function layoutCards(column: CardColumn, pinned: number = NONE): Float64Array {
  const { lines } = column;
  const offsets = offsetsOf(column);
  const wished = offsets.map((offset, i) => lines[i]! - offset);
  const fitted = fit(wished, pinned);
  return fitted.map((z, i) => z + offsets[i]!);
}

/** The farthest that any card stands from its line. */
export function farthest(tops: ArrayLike<number>, lines: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < tops.length; i++) most = Math.max(most, Math.abs(tops[i]! - lines[i]!));
  return most;
}

/** Where the last card ends; 0 without cards. */
export function depthOf(tops: ArrayLike<number>, heights: ArrayLike<number>): number {
  const last = tops.length - 1;
  return last < 0 ? 0 : tops[last]! + heights[last]!;
}

/** The closest sequence that never falls: from 0 up, or with the value at `pin` (when there is one) as it is. */
function fit(wished: Float64Array, pin: number): Float64Array {
  const fixed = wished[pin];
  if (fixed === undefined) return nondecreasing(wished).map((z) => Math.max(z, 0));
  const fitted = new Float64Array(wished.length);
  fitted.set(nondecreasing(wished.subarray(0, pin)).map((z) => Math.min(z, fixed)));
  fitted[pin] = fixed;
  fitted.set(
    nondecreasing(wished.subarray(pin + 1)).map((z) => Math.max(z, fixed)),
    pin + 1,
  );
  return fitted;
}

/** The room each card's predecessors take up. */
function offsetsOf({ heights, gap }: CardColumn): Float64Array {
  const offsets = new Float64Array(heights.length);
  for (let i = 1; i < offsets.length; i++) offsets[i] = offsets[i - 1]! + heights[i - 1]! + gap;
  return offsets;
}

/** The closest sequence, by least squares, that never falls. Pools are kept as their sums and counts. */
function nondecreasing(values: Float64Array): Float64Array {
  const sums: number[] = [];
  const counts: number[] = [];
  for (const value of values) {
    let sum = value;
    let count = 1;
    while (sums.length > 0 && sums.at(-1)! / counts.at(-1)! > sum / count) {
      sum += sums.pop()!;
      count += counts.pop()!;
    }
    sums.push(sum);
    counts.push(count);
  }
  const fitted = new Float64Array(values.length);
  let at = 0;
  sums.forEach((sum, pool) => {
    fitted.fill(sum / counts[pool]!, at, at + counts[pool]!);
    at += counts[pool]!;
  });
  return fitted;
}
