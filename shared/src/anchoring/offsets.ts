import { firstItem } from '@assay/shared/article';
import type { TextRange } from '@assay/shared/model';
import type * as Y from 'yjs';
import type { HeldUnits, UnitId } from './held.ts';
import { type UnitRun, walkRuns, walkRunsFrom } from './items.ts';

/**
 * Questions to the walk: where does a unit stand? Question 2i asks for the start of the first unit of range i, 2i + 1 for
 * the end of its last. As numbers, because the ends of all marks are asked for at once.
 */
class Questions {
  /** Where the side of the unit stands; and what sorts the units as the text does, deleted ones too: -1 while unknown. */
  readonly offsets: Float64Array;
  readonly orders: Float64Array;
  /** Of each client, `clock * count + question`, rising. */
  private readonly byClient = new Map<number, Float64Array>();
  private readonly count: number;

  constructor(ranges: readonly HeldUnits[]) {
    this.count = 2 * ranges.length;
    this.offsets = new Float64Array(this.count);
    this.orders = new Float64Array(this.count).fill(-1);
    const lists = new Map<number, number[]>();
    ranges.forEach(({ first, last }, i) => {
      this.ask(lists, first, 2 * i);
      this.ask(lists, last, 2 * i + 1);
    });
    for (const [client, list] of lists) this.byClient.set(client, Float64Array.from(list).sort());
  }

  /** Answers those that ask for units of a run; `order` is that of its first unit. */
  answer(run: UnitRun, order: number): void {
    const asked = this.byClient.get(run.client);
    if (!asked) return;
    const end = (run.clock + run.length) * this.count;
    for (let i = firstFrom(asked, run.clock * this.count); i < asked.length && asked[i]! < end; i++) {
      const question = asked[i]! % this.count;
      const inside = Math.floor(asked[i]! / this.count) - run.clock;
      this.orders[question] = order + inside;
      this.offsets[question] = run.offset + (run.text === '' ? 0 : inside + (question % 2));
    }
  }

  private ask(lists: Map<number, number[]>, { client, clock }: UnitId, question: number): void {
    // No unit has a clock below 0, nor one that a number could not count together with the question.
    if (clock < 0 || clock > Number.MAX_SAFE_INTEGER / (this.count + 1)) return;
    const list = lists.get(client);
    if (list) list.push(clock * this.count + question);
    else lists.set(client, [clock * this.count + question]);
  }
}

/** The index of the first number at or after one. */
function firstFrom(sorted: Float64Array, number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a held range stands. An empty `range` (`start === end`) has lost its characters. */
export type Standing =
  | { readonly kind: 'standing'; readonly range: TextRange }
  /** A unit is not in this copy of the text, or not yet. */
  | { readonly kind: 'unknown' }
  /** The last unit stands before the first. */
  | { readonly kind: 'reversed' };

function standing({ orders, offsets }: Questions, range: number): Standing {
  const [first, last] = [2 * range, 2 * range + 1];
  if (orders[first]! < 0 || orders[last]! < 0) return { kind: 'unknown' };
  if (orders[last]! < orders[first]!) return { kind: 'reversed' };
  const start = offsets[first]!;
  return { kind: 'standing', range: { start, end: Math.max(start, offsets[last]!) } };
}

/** Tells of units whether they stand, or stood, in the first `length` units of the linear text. Walks no further. */
export function unitsWithin(ytext: Y.Text, length: number): (unit: UnitId) => boolean {
  const byClient = new Map<number, UnitRun[]>();
  walkRunsFrom(firstItem(ytext), true, (run) => {
    if (run.offset >= length) return true;
    const runs = byClient.get(run.client);
    if (runs) runs.push(run);
    else byClient.set(run.client, [run]);
    return false;
  });
  for (const runs of byClient.values()) runs.sort((a, b) => a.clock - b.clock);
  return ({ client, clock }) => {
    const run = lastFrom(byClient.get(client) ?? [], clock);
    return run !== undefined && clock < run.clock + run.length;
  };
}

/** The last run, of those sorted by clock, that begins at or before a clock. */
function lastFrom(runs: readonly UnitRun[], clock: number): UnitRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.clock <= clock) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}

/** Where each of the held ranges stands, and the linear text, in one walk: O(items + ranges · log ranges). */
export function standings(
  ytext: Y.Text,
  ranges: readonly HeldUnits[],
): { readonly text: string; readonly standings: readonly Standing[] } {
  const questions = new Questions(ranges);
  let order = 0;
  const text = walkRuns(ytext, (run) => {
    questions.answer(run, order);
    order += run.length;
  });
  return { text, standings: ranges.map((_, i) => standing(questions, i)) };
}

/** The units at the ends of each range, found in one walk. The ranges must lie within the text. */
export function unitsAt(
  ytext: Y.Text,
  ranges: readonly TextRange[],
): { readonly text: string; readonly units: readonly HeldUnits[] } {
  const asked = ranges.flatMap(({ start, end }, i) => [
    { offset: start, index: 2 * i },
    { offset: end - 1, index: 2 * i + 1 },
  ]);
  asked.sort((a, b) => a.offset - b.offset);
  const found: UnitId[] = [];
  let next = 0;
  const text = walkRuns(ytext, (run) => {
    const end = run.offset + run.text.length;
    for (; next < asked.length && asked[next]!.offset < end; next++) {
      const { offset, index } = asked[next]!;
      found[index] = { client: run.client, clock: run.clock + offset - run.offset };
    }
  });
  return { text, units: ranges.map((_, i) => ({ first: found[2 * i]!, last: found[2 * i + 1]! })) };
}
