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
 * Entries in the order in which one reads them: by where they begin, the wider before the narrower inside it, then by
 * when they were made. Those without a place come last, in the order in which they were made.
 */
export function inReadingOrder(entries: readonly Entry[], placed: Placements): readonly Entry[] {
  const keyed = entries.map((entry, made) => ({ entry, made, extent: extentOf(entry.id, placed) }));
  keyed.sort((a, b) => {
    if (!a.extent || !b.extent) return Number(!a.extent) - Number(!b.extent) || a.made - b.made;
    return a.extent.from - b.extent.from || b.extent.to - a.extent.to || a.made - b.made;
  });
  return keyed.map(({ entry }) => entry);
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
