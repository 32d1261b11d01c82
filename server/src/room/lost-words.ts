import type * as Y from 'yjs';
import { countWords } from './followed-mark.ts';
import { IdMap } from './id-map.ts';
import type { LostStretch } from './recognise.ts';
import { type IdRun, slicedRuns } from './stretches.ts';

/** What was lost in one go, and where to look for it. */
interface Cut {
  readonly number: number;
  readonly runs: readonly IdRun[];
}

interface LostRun extends IdRun {
  readonly cut: number;
}

/** UTF-16 units of deleted words that are remembered. */
const MEMORY = 200_000;
/** So many deletions back is looked for words that come back elsewhere. */
const CUTS = 50;

/** The words that were deleted and have not come back, by their ids: Yjs forgets what deleted items said. */
export class LostWords {
  readonly #words = new IdMap<{ readonly text: string; readonly clock: number; readonly cut: number }>();
  #cuts: Cut[] = [];
  #size = 0;

  /** Remembers what one update has deleted. */
  add(number: number, runs: readonly IdRun[]): void {
    for (const { client, clock, text } of runs) {
      this.#words.update(client, clock, clock + text.length, () => ({ text, clock, cut: number }));
      this.#size += text.length;
    }
    this.#cuts.push({ number, runs });
    while (this.#size > MEMORY && this.#cuts.length > 1) this.#forget(this.#cuts.shift()!);
  }

  /** The latest deletions first. */
  recent(): readonly Cut[] {
    return this.#cuts.slice(-CUTS).reverse();
  }

  /** These ids have come back under others. */
  take(client: number, clock: number, end: number): void {
    this.#words.update(client, clock, end, () => undefined);
  }

  /** What was lost in neighbouring deleted items; null when nothing is. */
  stretch(tombstones: readonly Y.Item[]): LostText | null {
    const runs: LostRun[] = [];
    for (const { id, length } of tombstones)
      this.#words.each(id.client, id.clock, id.clock + length, (from, to, { text, clock, cut }) => {
        runs.push({ client: id.client, clock: from, text: text.slice(from - clock, to - clock), cut });
      });
    return runs.length > 0 ? new LostText(runs) : null;
  }

  #forget({ runs }: Cut): void {
    for (const { client, clock, text } of runs) {
      this.take(client, clock, clock + text.length);
      this.#size -= text.length;
    }
  }
}

/** Words that have come back already: whoever brings them once more, as when two people move one block, brings a copy. */
export class ReturnedText implements LostStretch {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  wasCut(from: number, to: number): boolean {
    return countWords(this.text.slice(0, from)) === 0 && countWords(this.text.slice(to)) === 0;
  }
}

/** Lost words side by side, with their ids. */
export class LostText implements LostStretch {
  readonly text: string;
  readonly #runs: readonly LostRun[];

  constructor(runs: readonly LostRun[]) {
    this.#runs = runs;
    this.text = runs.map(({ text }) => text).join('');
  }

  wasCut(from: number, to: number): boolean {
    let cut: number | undefined;
    for (let i = from; i < to; i++) {
      if (this.text[i] === '\n') continue;
      cut ??= this.#cutAt(i);
      if (this.#cutAt(i) !== cut) return false;
    }
    return this.#wordCut(from, -1) !== cut && this.#wordCut(to - 1, 1) !== cut;
  }

  /** The ids of the units from `from` to `to`, in order. */
  ids(from: number, to: number): IdRun[] {
    return slicedRuns(this.#runs, from, to);
  }

  /** In which cut the nearest word before or behind a unit went. */
  #wordCut(index: number, step: 1 | -1): number | undefined {
    let at = index + step;
    while (this.text[at] === '\n') at += step;
    return this.#cutAt(at);
  }

  #cutAt(index: number): number | undefined {
    let at = 0;
    for (const { text, cut } of this.#runs) {
      at += text.length;
      if (index >= 0 && index < at) return cut;
    }
    return undefined;
  }
}
