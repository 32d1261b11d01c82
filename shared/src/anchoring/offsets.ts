import type { TextRange } from '@assay/shared/model';
import type * as Y from 'yjs';
import type { HeldUnits, UnitId } from './held.ts';
import { type UnitRun, walkRuns } from './items.ts';

/** A question to the walk: where does this unit stand, seen from its start or from its end? */
interface Wanted {
  readonly clock: number;
  readonly side: 'start' | 'end';
  readonly index: number;
}

/** `order` sorts units as the text does, deleted ones too; `offset` is where the side of the unit stands. */
interface Found {
  readonly order: number;
  readonly offset: number;
}

function questions(ranges: readonly HeldUnits[]): Map<number, Wanted[]> {
  const byClient = new Map<number, Wanted[]>();
  const ask = (unit: UnitId, side: Wanted['side'], index: number) => {
    const list = byClient.get(unit.client);
    if (list) list.push({ clock: unit.clock, side, index });
    else byClient.set(unit.client, [{ clock: unit.clock, side, index }]);
  };
  ranges.forEach(({ first, last }, i) => {
    ask(first, 'start', 2 * i);
    ask(last, 'end', 2 * i + 1);
  });
  for (const list of byClient.values()) list.sort((a, b) => a.clock - b.clock);
  return byClient;
}

/** The index of the first question at or after a clock. */
function firstFrom(list: readonly Wanted[], clock: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.clock < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

function answer(run: UnitRun, order: number, { clock, side }: Wanted): Found {
  const inside = clock - run.clock;
  const width = run.text === '' ? 0 : inside + (side === 'end' ? 1 : 0);
  return { order: order + inside, offset: run.offset + width };
}

/** Where a held range stands. An empty `range` (`start === end`) has lost its characters. */
export type Standing =
  | { readonly kind: 'standing'; readonly range: TextRange }
  /** A unit is not in this copy of the text, or not yet. */
  | { readonly kind: 'unknown' }
  /** The last unit stands before the first. */
  | { readonly kind: 'reversed' };

function standing(first: Found | undefined, last: Found | undefined): Standing {
  if (!first || !last) return { kind: 'unknown' };
  if (last.order < first.order) return { kind: 'reversed' };
  return { kind: 'standing', range: { start: first.offset, end: Math.max(first.offset, last.offset) } };
}

/** Where each of the held ranges stands, and the linear text, in one walk: O(items + ranges · log ranges). */
export function standings(
  ytext: Y.Text,
  ranges: readonly HeldUnits[],
): { readonly text: string; readonly standings: readonly Standing[] } {
  const byClient = questions(ranges);
  const found: (Found | undefined)[] = [];
  let order = 0;
  const text = walkRuns(ytext, (run) => {
    const list = byClient.get(run.client);
    if (list) {
      const end = run.clock + run.length;
      for (let i = firstFrom(list, run.clock); i < list.length && list[i]!.clock < end; i++)
        found[list[i]!.index] = answer(run, order, list[i]!);
    }
    order += run.length;
  });
  return { text, standings: ranges.map((_, i) => standing(found[2 * i], found[2 * i + 1])) };
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
