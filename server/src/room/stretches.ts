import { isShown, itemText, shownBeside } from '@assay/shared/anchoring';
import type * as Y from 'yjs';

/** Units with consecutive ids, and what they say or said. */
export interface IdRun {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** New units of the text that stand side by side, and what shows on either side of them. */
export interface ArrivedStretch {
  readonly runs: readonly IdRun[];
  readonly text: string;
  readonly left: Y.Item | null;
  readonly right: Y.Item | null;
  /** Deleted items between `left` and `right`. */
  readonly tombstones: readonly Y.Item[];
}

/** The new items of one update, in stretches. */
export function arrivedStretches(arrived: ReadonlySet<Y.Item>): ArrivedStretch[] {
  const done = new Set<Y.Item>();
  const stretches: ArrivedStretch[] = [];
  for (const item of arrived) {
    if (done.has(item)) continue;
    const stretch = stretchAround(item, arrived, done);
    stretches.push(stretch);
  }
  return stretches;
}

function stretchAround(item: Y.Item, arrived: ReadonlySet<Y.Item>, done: Set<Y.Item>): ArrivedStretch {
  let left = shownBeside(item, 'left');
  while (left && arrived.has(left)) left = shownBeside(left, 'left');
  const runs: IdRun[] = [];
  const tombstones: Y.Item[] = [];
  let at = left ? left.right : firstOf(item);
  for (; at && (!isShown(at) || arrived.has(at)); at = at.right) {
    if (arrived.has(at)) {
      done.add(at);
      runs.push({ client: at.id.client, clock: at.id.clock, text: itemText(at) });
    } else if (at.deleted) tombstones.push(at);
  }
  return { runs, text: runs.map(({ text }) => text).join(''), left, right: at, tombstones };
}

function firstOf(item: Y.Item): Y.Item {
  let first = item;
  while (first.left) first = first.left;
  return first;
}

/** The deleted items around one, in order, up to what shows on either side. */
export function tombstonesAround(item: Y.Item): Y.Item[] {
  const left = shownBeside(item, 'left');
  const tombstones: Y.Item[] = [];
  for (let at = left ? left.right : firstOf(item); at && !isShown(at); at = at.right)
    if (at.deleted) tombstones.push(at);
  return tombstones;
}

/** The units from one index to another of what the runs say together. */
export function slicedRuns(runs: readonly IdRun[], from: number, to: number): IdRun[] {
  let at = 0;
  return runs.flatMap(({ client, clock, text }) => {
    const start = Math.max(0, from - at);
    const end = Math.min(text.length, to - at);
    at += text.length;
    return start < end ? [{ client, clock: clock + start, text: text.slice(start, end) }] : [];
  });
}

/** What of these runs is no line break. */
export function wordsOf(runs: readonly IdRun[]): IdRun[] {
  return runs.flatMap(({ client, clock, text }) =>
    [...text.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => ({
      client,
      clock: clock + index,
      text: words,
    })),
  );
}

/** `length` units of a run, from its unit `at`. */
export function partOf({ client, clock, text }: IdRun, at: number, length: number): IdRun {
  return { client, clock: clock + at, text: text.slice(at, at + length) };
}

/** UTF-16 units. */
export function sizeOfRuns(runs: readonly IdRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** Two rows of runs that say the same, cut into pairs of the same length. */
export function paired(old: readonly IdRun[], fresh: readonly IdRun[]): { old: IdRun; fresh: IdRun }[] {
  const ends = [old, fresh].flatMap((runs) => {
    let at = 0;
    return runs.map(({ text }) => (at += text.length));
  });
  const cuts = [...new Set(ends)].sort((a, b) => a - b);
  return cuts.map((end, i) => {
    const from = i === 0 ? 0 : cuts[i - 1]!;
    return { old: slicedRuns(old, from, end)[0]!, fresh: slicedRuns(fresh, from, end)[0]! };
  });
}
