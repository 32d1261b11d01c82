import { SearchedText } from './common-runs.ts';
import type { LostStretch } from './recognise.ts';
import { type IdRun, sizeOfRuns, slicedRuns } from './stretches.ts';

interface LostRun extends IdRun {
  /** The numbers of the updates that deleted it. */
  readonly cuts: readonly number[];
}

/** Lost words side by side, with their ids; or words that have come back already, `back`. */
export class LostText implements LostStretch {
  readonly text: string;
  readonly back: boolean;
  readonly #runs: readonly LostRun[];
  readonly #latest: number;
  #searched: SearchedText | null = null;

  /** `latest`: the number of the latest update. */
  constructor(runs: readonly LostRun[], back: boolean, latest: number) {
    this.#runs = runs;
    this.back = back;
    this.#latest = latest;
    this.text = runs.map(({ text }) => text).join('');
  }

  get searched(): SearchedText {
    this.#searched ??= new SearchedText(this.text);
    return this.#searched;
  }

  wasCut(from: number, to: number): boolean {
    const [before] = this.#within(from - 1, from);
    const [behind] = this.#within(to, to + 1);
    const [first, ...others] = this.#within(from, to);
    const isWhole = (cut: number) =>
      others.every(({ cuts }) => cuts.includes(cut)) &&
      !before?.cuts.includes(cut) &&
      !behind?.cuts.includes(cut);
    return first?.cuts.some(isWhole) ?? false;
  }

  placeOf(unit: string): number {
    const isTaken = ({ cuts }: LostRun) => cuts.includes(this.#latest);
    for (const runs of [this.#runs.filter(isTaken), this.#runs.filter((run) => !isTaken(run))]) {
      const [one, ...others] = runs;
      if (one?.text === unit && others.length === 0)
        return sizeOfRuns(this.#runs.slice(0, this.#runs.indexOf(one)));
    }
    return -1;
  }

  /** The ids of the units from `from` to `to`, in order. */
  ids(from: number, to: number): IdRun[] {
    return slicedRuns(this.#runs, from, to);
  }

  /** How many of the units from `from` to `to` a deletion took. */
  countOf(cut: number, from: number, to: number): number {
    return this.#within(from, to).reduce(
      (count, { length, cuts }) => count + (cuts.includes(cut) ? length : 0),
      0,
    );
  }

  #within(from: number, to: number): { readonly length: number; readonly cuts: readonly number[] }[] {
    let at = 0;
    return this.#runs.flatMap(({ text, cuts }) => {
      const start = Math.max(at, from);
      at += text.length;
      const length = Math.min(at, to) - start;
      return length > 0 ? [{ length, cuts }] : [];
    });
  }
}
