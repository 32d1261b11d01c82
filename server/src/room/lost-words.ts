import type { UnitId } from '@assay/shared/anchoring';
import type * as Y from 'yjs';
import { IdMap } from './id-map.ts';
import { LostText } from './lost-text.ts';
import { type IdRun, partOf, sizeOfRuns } from './stretches.ts';

/** What one update has deleted, as its author saw it: some of it may have been deleted before. */
export interface Cut {
  readonly number: number;
  readonly runs: readonly IdRun[];
  /** UTF-16 units. */
  readonly size: number;
}

interface Lost {
  readonly text: string;
  /** Of the first unit of `text`, and of `back`. */
  readonly clock: number;
  /** The numbers of the updates that deleted it, the latest first. */
  readonly cuts: readonly number[];
  /** Under which ids it came back. */
  readonly back: UnitId | null;
}

/** UTF-16 units of deleted words that are remembered. */
const MEMORY = 200_000;
/** So many deletions back is looked for words that come back elsewhere. */
const CUTS = 50;
/** So many people at once are told apart that delete the same words. */
const AGAIN = 4;

/**
 * The words that were deleted, by their ids, since Yjs forgets what deleted items said; also those that came back under
 * other ids, so that whoever brings them once more is known to bring a copy. Line breaks are no words.
 */
export class LostWords {
  readonly #words = new IdMap<Lost>();
  #deletions: (readonly IdRun[])[] = [];
  #recent: Cut[] = [];
  #size = 0;
  #latest = 0;

  /** Remembers what the next update has deleted. `again`: what it deleted of that which was deleted before. */
  add(runs: readonly IdRun[], again: readonly IdRun[]): void {
    const number = ++this.#latest;
    for (const { client, clock, text } of runs) {
      const lost: Lost = { text, clock, cuts: [number], back: null };
      this.#words.update(client, clock, clock + text.length, () => lost);
    }
    for (const run of again)
      this.#change(run, (lost) => ({ ...lost, cuts: [number, ...lost.cuts.slice(0, AGAIN - 1)] }));
    const cut = { number, runs: [...runs, ...again], size: sizeOfRuns(runs) + sizeOfRuns(again) };
    if (cut.size > 1) this.#recent = [cut, ...this.#recent.slice(0, CUTS - 1)];
    if (runs.length === 0) return;
    this.#deletions.push(runs);
    this.#size += sizeOfRuns(runs);
    while (this.#size > MEMORY && this.#deletions.length > 1) this.#forget(this.#deletions.shift()!);
  }

  /** The latest deletions of more than one unit, the latest first. */
  recent(): readonly Cut[] {
    return this.#recent;
  }

  /** What is remembered of these ids. */
  known({ client, clock }: UnitId, length: number): IdRun[] {
    const runs: IdRun[] = [];
    this.#words.each(client, clock, clock + length, (from, to, lost) => {
      runs.push({ client, clock: from, text: lost.text.slice(from - lost.clock, to - lost.clock) });
    });
    return runs;
  }

  /** Words have come back under other ids. */
  take(old: IdRun, { client, clock }: UnitId): void {
    this.#change(old, (lost) => ({ ...lost, back: { client, clock: clock + lost.clock - old.clock } }));
  }

  /** The ids under which words are there, or were last, each with its place among these words. */
  latestOf(words: IdRun): { readonly at: number; readonly run: IdRun }[] {
    const found: { at: number; run: IdRun }[] = [];
    const end = words.clock + words.text.length;
    let next = words.clock;
    const addUpTo = (to: number) => {
      if (next < to)
        found.push({ at: next - words.clock, run: partOf(words, next - words.clock, to - next) });
    };
    this.#words.each(words.client, words.clock, end, (from, to, { back, clock }) => {
      if (!back) return;
      addUpTo(from);
      next = to;
      const at = from - words.clock;
      const { text } = partOf(words, at, to - from);
      for (const one of this.latestOf({ client: back.client, clock: back.clock + from - clock, text }))
        found.push({ ...one, at: at + one.at });
    });
    addUpTo(end);
    return found;
  }

  /**
   * What neighbouring deleted items said, as far as it is lost, or as far as it has come back (`back`), and was deleted
   * by one update (`cut`); null when nothing is.
   */
  stretch(tombstones: readonly Y.Item[], back: boolean, cut?: Cut): LostText | null {
    const runs: (IdRun & { cuts: readonly number[] })[] = [];
    for (const { id, length } of tombstones)
      this.#words.each(id.client, id.clock, id.clock + length, (from, to, lost) => {
        const { text, clock, cuts } = lost;
        if ((lost.back !== null) !== back || (cut && !cuts.includes(cut.number))) return;
        runs.push({ client: id.client, clock: from, text: text.slice(from - clock, to - clock), cuts });
      });
    return runs.length > 0 ? new LostText(runs, back, this.#latest) : null;
  }

  #change({ client, clock, text }: IdRun, next: (lost: Lost) => Lost): void {
    this.#words.update(client, clock, clock + text.length, (lost) => lost && next(lost));
  }

  #forget(runs: readonly IdRun[]): void {
    for (const { client, clock, text } of runs)
      this.#words.update(client, clock, clock + text.length, () => undefined);
    this.#size -= sizeOfRuns(runs);
  }
}
