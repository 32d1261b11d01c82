/** `length` units of one text, from `at`, that stand in another from `there`. */
export interface CommonRun {
  readonly at: number;
  /** Which of the other texts. */
  readonly other: number;
  readonly there: number;
  readonly length: number;
}

/** Longer texts are searched by their pieces of `LONG_PIECE` units alone. */
const SHORT = 2_000;
const LONG_PIECE = 12;
/** Few places are tried of a piece that is everywhere. */
const TRIES = 100;

/**
 * The longest run of `text` that one of the others has too, the earlier of the others first, and likewise what stands
 * before it and behind it; of each of the others in its order. In the order of `text`.
 */
export function commonRuns(text: string, others: readonly SearchedText[]): CommonRun[] {
  const between = (start: number, end: number, bounds: readonly Bounds[]): CommonRun[] => {
    const best = longest(text, start, end, others, bounds);
    if (!best) return [];
    const { at, other, there, length } = best;
    const { from, until } = bounds[other]!;
    return [
      ...between(start, at, bounds.with(other, { from, until: there })),
      best,
      ...between(at + length, end, bounds.with(other, { from: there + length, until })),
    ];
  };
  const whole = others.map(({ length }) => ({ from: 0, until: length }));
  return between(0, text.length, whole);
}

function longest(
  text: string,
  start: number,
  end: number,
  others: readonly SearchedText[],
  bounds: readonly Bounds[],
): CommonRun | null {
  let best: CommonRun | null = null;
  for (let other = 0; other < others.length; other++) {
    const found = others[other]!.longestIn(text, start, end, bounds[other]!);
    if (found.length > (best?.length ?? 0)) best = { ...found, other };
  }
  return best;
}

interface Bounds {
  readonly from: number;
  readonly until: number;
}

/** A text that knows where each short piece of it stands. */
export class SearchedText {
  readonly #text: string;
  readonly #piece: number;
  readonly #at = new Map<string, number[]>();

  constructor(text: string) {
    this.#text = text;
    this.#piece = text.length <= SHORT ? 1 : LONG_PIECE;
    for (let i = 0; i + this.#piece <= text.length; i++) {
      const piece = text.slice(i, i + this.#piece);
      const list = this.#at.get(piece);
      if (list) list.push(i);
      else this.#at.set(piece, [i]);
    }
  }

  get length(): number {
    return this.#text.length;
  }

  /** The longest run of `words`, from `start` to `end`, that stands here within these bounds. */
  longestIn(words: string, start: number, end: number, bounds: Bounds): Omit<CommonRun, 'other'> {
    let best = { at: start, there: bounds.from, length: 0 };
    for (let at = start; at < end && end - at > best.length; ) {
      const { there, length } = this.#longestAt(words, at, end, bounds);
      if (length > best.length) best = { at, there, length };
      at += Math.max(1, length);
    }
    return best;
  }

  #longestAt(
    words: string,
    start: number,
    end: number,
    { from, until }: Bounds,
  ): { there: number; length: number } {
    let best = { there: 0, length: 0 };
    let tries = 0;
    for (const there of this.#at.get(words.slice(start, start + this.#piece)) ?? []) {
      if (there < from || there >= until) continue;
      const most = Math.min(end - start, until - there);
      let length = 0;
      while (length < most && words[start + length] === this.#text[there + length]) length++;
      if (length > best.length) best = { there, length };
      if (++tries === TRIES) break;
    }
    return best;
  }
}
