import type { TextRange } from '@assay/shared/model';

/** Ranges in text order that neither overlap nor touch, none of them empty: a set of UTF-16 units of the text. */
export type Spans = readonly TextRange[];

/** The set of units that some of the ranges cover. */
export function spansOf(ranges: readonly TextRange[]): Spans {
  const sorted = ranges.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const spans: TextRange[] = [];
  for (const { start, end } of sorted) {
    const last = spans.at(-1);
    if (last && start <= last.end) spans[spans.length - 1] = { ...last, end: Math.max(last.end, end) };
    else spans.push({ start, end });
  }
  return spans;
}

export function sizeOf(spans: Spans): number {
  let size = 0;
  for (const { start, end } of spans) size += end - start;
  return size;
}

/** From the first unit to the last, gaps included. */
export function hullOf(spans: Spans): TextRange {
  return { start: spans[0]!.start, end: spans.at(-1)!.end };
}

export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

export function isSame(a: Spans, b: Spans): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end);
}

/** How many units both have. */
function sizeOfBoth(a: Spans, b: Spans): number {
  let size = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i]!, b[j]!];
    size += Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start));
    if (left.end < right.end) i++;
    else j++;
  }
  return size;
}

/** Intersection over union of the units, 0 to 1. */
export function similarity(a: Spans, b: Spans): number {
  const both = sizeOfBoth(a, b);
  return both === 0 ? 0 : both / (sizeOf(a) + sizeOf(b) - both);
}
