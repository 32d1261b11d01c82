import type { Span } from './positions.ts';

/** More lines than this under one word cannot be told apart; deeper marks share the last. */
export const LANES = 5;

/** The letters beside each other at one start. */
const SLOTS = 4;

/** Spans that do not overlap, in order. */
class Lane {
  private readonly spans: Span[] = [];

  private numberFrom(pos: number): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.spans[middle]!.to <= pos) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  isFree({ from, to }: Span): boolean {
    const next = this.spans[this.numberFrom(from)];
    return !next || next.from >= to;
  }

  take(span: Span): void {
    this.spans.splice(this.numberFrom(span.from), 0, span);
  }
}

function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Marks by number, parted where no mark reaches from one side to the other: lanes on both sides are independent. */
function clustersOf(marks: readonly (readonly Span[])[]): number[][] {
  const placed = marks.map((_, number) => number).filter((number) => marks[number]!.length > 0);
  placed.sort((a, b) => marks[a]![0]!.from - marks[b]![0]!.from);
  const clusters: number[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const number of placed) {
    const spans = marks[number]!;
    if (spans[0]!.from >= end) clusters.push([]);
    clusters[clusters.length - 1]!.push(number);
    end = Math.max(end, spans[spans.length - 1]!.to);
  }
  return clusters;
}

/**
 * A lane for each mark, so that marks on the same words have different ones: the shortest take the lines next to the
 * words, what they are nested in lies below. Each mark's spans are in text order. O(n log n) for marks that overlap no
 * more than `LANES` deep.
 */
export function lanesOf(marks: readonly (readonly Span[])[]): readonly number[] {
  const result = new Array<number>(marks.length).fill(0);
  for (const cluster of clustersOf(marks)) if (cluster.length > 1) takeLanes(marks, cluster, result);
  return result;
}

function takeLanes(marks: readonly (readonly Span[])[], cluster: readonly number[], result: number[]): void {
  const lanes = Array.from({ length: LANES - 1 }, () => new Lane());
  const shortestFirst = [...cluster].sort((a, b) => sizeOf(marks[a]!) - sizeOf(marks[b]!) || a - b);
  for (const number of shortestFirst) {
    const spans = marks[number]!;
    const free = lanes.findIndex((lane) => spans.every((span) => lane.isFree(span)));
    result[number] = free === -1 ? LANES - 1 : free;
    if (free !== -1) for (const span of spans) lanes[free]!.take(span);
  }
}

/** For each mark, how many marks before it in the list start at the same character. */
export function slotsOf(marks: readonly (readonly Span[])[]): readonly number[] {
  const taken = new Map<number, number>();
  return marks.map((spans) => {
    const start = spans[0]?.from;
    if (start === undefined) return 0;
    const slot = taken.get(start) ?? 0;
    taken.set(start, slot + 1);
    return slot % SLOTS;
  });
}
