/** A stretch of a column, in the column's own pixels. */
export interface ViewBand {
  readonly top: number;
  readonly bottom: number;
}

/** Numbers of cards from `first` to before `end`. */
export interface CardSpan {
  readonly first: number;
  readonly end: number;
}

/** Fewer cards than this are all kept in the page: find-in-page and assistive technology then see them whole. */
export const WINDOWING_FROM = 120;

/**
 * The cards to keep in the page: all while they are few, else those within one screen's height of the view. Found by
 * halving: `tops` and what they end at never fall.
 */
export function cardsInReach(
  tops: ArrayLike<number>,
  heights: ArrayLike<number>,
  view: ViewBand,
  windowingFrom: number = WINDOWING_FROM,
): CardSpan {
  if (tops.length < windowingFrom) return { first: 0, end: tops.length };
  const reach = view.bottom - view.top;
  return cardsWithin(tops, heights, { top: view.top - reach, bottom: view.bottom + reach });
}

/** The cards that are at least partly within a band. */
export function cardsWithin(tops: ArrayLike<number>, heights: ArrayLike<number>, band: ViewBand): CardSpan {
  const first = firstWhere(tops.length, (i) => tops[i]! + heights[i]! >= band.top);
  return { first, end: firstWhere(tops.length, (i) => tops[i]! > band.bottom) };
}

/** The numbers of a span and those `kept` besides, in order. */
export function withKept({ first, end }: CardSpan, kept: readonly number[]): readonly number[] {
  const outside = kept.filter((i) => i >= 0 && (i < first || i >= end)).sort((a, b) => a - b);
  const inside = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  return [...outside.filter((i) => i < first), ...inside, ...outside.filter((i) => i >= end)];
}

/** The first number below `count` from which on something holds, found by halving; `count` when it never does. */
export function firstWhere(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
