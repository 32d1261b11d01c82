/** `length` units that arrived, at `arrived` in their stretch, are those that were lost at `lost` in stretch `from`. */
export interface Recognised {
  readonly arrived: number;
  readonly from: LostStretch;
  readonly lost: number;
  readonly length: number;
}

/** Lost words that stood side by side. */
export interface LostStretch {
  readonly text: string;
  /** Whether these words were deleted together, and none next to them with them. Line breaks are no words. */
  wasCut(from: number, to: number): boolean;
}

/** How what arrived lies to what was lost. */
export interface Circumstances {
  /** Nothing shows between the two, or one update took the words and brought these. */
  readonly near: boolean;
}

/** So many units in a row are recognised wherever they are. */
const TELLING_LENGTH = 12;
/** Fewer are recognised together with others of that length, when nothing unknown came with them. */
const TELLING_RUN = 4;
/** Longer lost stretches are searched by their pieces of `TELLING_LENGTH` alone. */
const SHORT = 2_000;

/**
 * Which of the units that arrived are units that were lost: the same words, in the same order, beyond doubt. Line breaks
 * are no words: blocks that were joined, split or put elsewhere since have them in other places, or on the other side.
 */
export function recognise(
  arrived: string,
  lost: readonly LostStretch[],
  { near }: Circumstances,
): readonly Recognised[] {
  const words = new Words(arrived);
  if (words.text === '') return near ? theSameBreaks(arrived, lost) : [];
  const runs = commonRuns(words.text, lost);
  const sure = isBeyondDoubt(runs, words.text, near)
    ? runs
    : runs.filter(({ length }) => length >= TELLING_LENGTH);
  return sure.flatMap((run) => withBreaks(run, words));
}

function theSameBreaks(arrived: string, lost: readonly LostStretch[]): readonly Recognised[] {
  const from = lost.find(({ text }) => text === arrived);
  return from ? [{ arrived: 0, from, lost: 0, length: arrived.length }] : [];
}

/** A text without its line breaks, and where each of its units stands. */
class Words {
  readonly text: string;
  readonly at: readonly number[];
  readonly whole: string;

  constructor(whole: string) {
    this.whole = whole;
    this.at = positionsOfWords(whole);
    this.text = whole.replaceAll('\n', '');
  }

  hasBreakBefore(at: number): boolean {
    return this.whole[at - 1] === '\n';
  }
}

function positionsOfWords(whole: string): number[] {
  const at: number[] = [];
  for (let i = 0; i < whole.length; i++) if (whole[i] !== '\n') at.push(i);
  return at;
}

/** A run of words of a lost stretch: indexes count words alone. */
interface WordRun extends Run {
  readonly from: LostStretch;
  readonly words: Words;
}

function isBeyondDoubt(runs: readonly WordRun[], arrived: string, near: boolean): boolean {
  const [first] = runs;
  if (!first) return false;
  if (arrived.length === 1) return near && isCut(first);
  const covered = runs.reduce((sum, { length }) => sum + length, 0);
  const telling = (run: WordRun) => run.length >= TELLING_RUN || isCut(run);
  if (near) return covered * 5 >= arrived.length * 4 && (covered >= TELLING_LENGTH || runs.every(telling));
  if (covered < arrived.length) return false;
  return runs.every(isCut) || (covered >= TELLING_LENGTH && runs.every(telling));
}

function isCut({ from, words, lost, length }: WordRun): boolean {
  return from.wasCut(words.at[lost]!, words.at[lost + length - 1]! + 1);
}

/** The same run in units of both texts: with the line breaks that both have, and parted where only one has them. */
function withBreaks({ from, words: lost, ...run }: WordRun, arrived: Words): Recognised[] {
  const parts: { arrived: number; lost: number; length: number }[] = [];
  for (let i = 0; i < run.length; i++) {
    const [a, l] = [arrived.at[run.arrived + i]!, lost.at[run.lost + i]!];
    const last = parts[parts.length - 1];
    if (last && a - last.arrived === l - last.lost) last.length = a - last.arrived + 1;
    else parts.push({ arrived: a, lost: l, length: 1 });
  }
  const first = parts[0]!;
  if (arrived.hasBreakBefore(first.arrived) && lost.hasBreakBefore(first.lost))
    parts[0] = { arrived: first.arrived - 1, lost: first.lost - 1, length: first.length + 1 };
  return parts.map((part) => ({ ...part, from }));
}

/** Runs of words that both have, of each stretch in its order; in the order in which they arrived. */
function commonRuns(arrived: string, lost: readonly LostStretch[]): WordRun[] {
  const runs: WordRun[] = [];
  for (const from of lost) {
    const words = new Words(from.text);
    const places = new Places(words.text);
    for (const [start, end] of gapsBetween(runs, arrived.length))
      runs.push(...places.runsIn(arrived, start, end).map((run) => ({ ...run, from, words })));
    runs.sort((a, b) => a.arrived - b.arrived);
  }
  return runs;
}

function gapsBetween(runs: readonly WordRun[], length: number): [number, number][] {
  const ends = [0, ...runs.map((run) => run.arrived + run.length)];
  const starts = [...runs.map((run) => run.arrived), length];
  return ends.flatMap((end, i): [number, number][] => (end < starts[i]! ? [[end, starts[i]!]] : []));
}

interface Run {
  readonly arrived: number;
  readonly lost: number;
  readonly length: number;
}

/** Where each short piece of a text stands in it. */
class Places {
  readonly #text: string;
  readonly #gram: number;
  readonly #at = new Map<string, number[]>();

  constructor(text: string) {
    this.#text = text;
    this.#gram = text.length <= SHORT ? 1 : TELLING_LENGTH;
    for (let i = 0; i + this.#gram <= text.length; i++) {
      const gram = text.slice(i, i + this.#gram);
      const list = this.#at.get(gram);
      if (list) list.push(i);
      else this.#at.set(gram, [i]);
    }
  }

  /** The longest run that both have, and likewise what stands before it and behind it in both. */
  runsIn(words: string, start: number, end: number, from = 0, until = this.#text.length): Run[] {
    let best: Run = { arrived: start, lost: from, length: 0 };
    for (let i = start; i < end; ) {
      const { at, length } = this.#longest(words, i, end, from, until);
      if (length > best.length) best = { arrived: i, lost: at, length };
      i += Math.max(1, length);
    }
    if (best.length === 0) return [];
    const behind = best.arrived + best.length;
    return [
      ...this.runsIn(words, start, best.arrived, from, best.lost),
      best,
      ...this.runsIn(words, behind, end, best.lost + best.length, until),
    ];
  }

  #longest(
    words: string,
    start: number,
    end: number,
    from: number,
    until: number,
  ): { at: number; length: number } {
    let best = { at: 0, length: 0 };
    // Few places are tried of a piece that is everywhere.
    let tries = 0;
    for (const at of this.#at.get(words.slice(start, start + this.#gram)) ?? []) {
      if (at < from || at >= until) continue;
      const length = this.#sameFrom(at, Math.min(end - start, until - at), words, start);
      if (length > best.length) best = { at, length };
      if (++tries === 100) break;
    }
    return best;
  }

  #sameFrom(at: number, most: number, words: string, start: number): number {
    let length = 0;
    while (length < most && words[start + length] === this.#text[at + length]) length++;
    return length;
  }
}
