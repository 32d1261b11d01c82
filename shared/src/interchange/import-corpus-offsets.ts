import type { TextRange } from '@assay/shared/model';

const WHITE_SPACE = /\s/;
const CONTROL = /\p{Cc}/u;
const REPLACEMENT = '\ufffd';

/**
 * Where the characters of a plain text stand in the linear text of the article that was made of it. The import of
 * plain text keeps every character but white space and control characters, in order; so the two are walked side by side.
 */
export class OffsetMap {
  /** Of each unit of the source its place in the linear text, or -1 for one that is no word. */
  readonly #places: Int32Array;

  /** Throws a RangeError when the linear text is not made of the source. */
  constructor(source: string, linear: string) {
    this.#places = new Int32Array(source.length).fill(-1);
    let at = 0;
    for (let i = 0; i < source.length; i++) {
      const unit = source[i]!;
      if (WHITE_SPACE.test(unit) || CONTROL.test(unit)) continue;
      while (at < linear.length && WHITE_SPACE.test(linear[at]!)) at++;
      if (linear[at] !== unit && linear[at] !== REPLACEMENT)
        throw new RangeError(
          `The article has “${linear[at] ?? ''}” where its source has “${unit}”, at ${i}.`,
        );
      this.#places[i] = at++;
    }
  }

  /** The range without white space at its edges; null when nothing else is in it. */
  rangeOf({ start, end }: TextRange): TextRange | null {
    let [first, last] = [start, end - 1];
    while (first <= last && this.#places[first]! < 0) first++;
    while (last >= first && this.#places[last]! < 0) last--;
    return first > last ? null : { start: this.#places[first]!, end: this.#places[last]! + 1 };
  }
}
