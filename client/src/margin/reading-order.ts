import type { Entry } from './entry.ts';
import type { Placements } from './placements.ts';

/** The stretch of the article an entry spans, in ProseMirror positions. */
interface Extent {
  readonly from: number;
  readonly to: number;
}

function extentOf(id: string, placed: Placements): Extent | null {
  const ranges = placed.get(id)?.ranges;
  const first = ranges?.[0];
  if (!ranges || !first) return null;
  return { from: first.from, to: ranges[ranges.length - 1]!.to };
}

/**
 * Puts entries in the order in which one reads them: by where they begin, the wider before the narrower inside it, then
 * by when they were made. Those without a place come last, in the order in which they were made. They are sorted only
 * when there are others or the placements' `order` is another one.
 */
export class ReadingOrder {
  #made: readonly Entry[] = [];
  #order: object | null = null;
  /** For each place in reading order, the number in the order of making. */
  #numbers: readonly number[] = [];
  #list: readonly Entry[] = [];

  of(made: readonly Entry[], placed: Placements): readonly Entry[] {
    const sameOrder = placed.order === this.#order;
    if (sameOrder && made === this.#made) return this.#list;
    if (!sameOrder || !sameIds(made, this.#made)) this.#numbers = sortedNumbers(made, placed);
    this.#made = made;
    this.#order = placed.order;
    const list = this.#numbers.map((number) => made[number]!);
    const same = list.length === this.#list.length && list.every((entry, i) => entry === this.#list[i]);
    if (!same) this.#list = list;
    return this.#list;
  }
}

function sameIds(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every(({ id }, i) => id === b[i]!.id);
}

function sortedNumbers(made: readonly Entry[], placed: Placements): readonly number[] {
  const extents = made.map(({ id }) => extentOf(id, placed));
  return made
    .map((_, number) => number)
    .sort((a, b) => {
      const [one, other] = [extents[a], extents[b]];
      if (!one || !other) return Number(!one) - Number(!other) || a - b;
      return one.from - other.from || other.to - one.to || a - b;
    });
}

/** How many positions the entry's words take up, pieces of a split span added. */
function lengthOf(id: string, placed: Placements): number {
  const ranges = placed.get(id)?.ranges ?? [];
  return ranges.reduce((sum, range) => sum + range.to - range.from, 0);
}

/** The marks under one click as a chooser lists them: innermost (shortest) first, equals in reading order. */
export function chooserOrder(ids: readonly string[], placed: Placements): readonly string[] {
  const start = (id: string) => extentOf(id, placed)?.from ?? Number.POSITIVE_INFINITY;
  return [...new Set(ids)].sort(
    (a, b) => lengthOf(a, placed) - lengthOf(b, placed) || Math.sign(start(a) - start(b)) || 0,
  );
}

/**
 * The next entry of `order` from `current` by `step` (1 or -1), or null at the end. Without a current one it is the
 * first that begins at or after `from`, or the last before it.
 */
export function stepFrom(
  order: readonly Entry[],
  current: string | null,
  step: 1 | -1,
  placed: Placements,
  from = 0,
): Entry | null {
  const at = order.findIndex((entry) => entry.id === current);
  if (at >= 0) return order[at + step] ?? null;
  const begins = (entry: Entry) => extentOf(entry.id, placed)?.from ?? Number.POSITIVE_INFINITY;
  if (step > 0) return order.find((entry) => begins(entry) >= from) ?? order[0] ?? null;
  return order.findLast((entry) => begins(entry) < from) ?? order.at(-1) ?? null;
}

/** The next entry after `current` that fulfils `wanted`, going round at the end; null when none does. */
export function nextWhere(
  order: readonly Entry[],
  current: string | null,
  step: 1 | -1,
  wanted: (entry: Entry) => boolean,
): Entry | null {
  const found = order.findIndex((entry) => entry.id === current);
  const start = found >= 0 ? found : step > 0 ? -1 : order.length;
  for (let k = 1; k <= order.length; k++) {
    const entry = order[(start + step * k + order.length * 2) % order.length]!;
    if (wanted(entry)) return entry;
  }
  return null;
}
