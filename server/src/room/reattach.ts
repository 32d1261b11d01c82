import { describe, resolveAll, walkRuns } from '@assay/shared/anchoring';
import type { AnchoredRange, Target, TextRange } from '@assay/shared/model';
import type * as Y from 'yjs';
import type { IdRange } from './read-update.ts';

/** New ids of each client, as one update brought them. */
export type Arrived = ReadonlyMap<number, IdRange>;

/** Words of at least this many UTF-16 units are taken for the lost ones without looking at what stands around them. */
const TELLING_LENGTH = 12;
/** Else so many units around them, on both sides together, must be as they were. */
const TELLING_CONTEXT = 8;

/**
 * The targets of marks whose lost words one update has brought back, by their quotes alone: for marks that lost words
 * before the room was opened. Only words that are exactly those lost, and that are wholly made of what arrived and of
 * what is left of the mark, count: nothing that stood elsewhere all the time is ever taken for them.
 */
export function refound<Mark extends { readonly target: Target }>(
  marks: readonly Mark[],
  ytext: Y.Text,
  arrived: Arrived,
): readonly { readonly mark: Mark; readonly target: Target }[] {
  if (marks.length === 0) return [];
  const text = new ArrivedText(ytext, arrived);
  return marks.flatMap((mark) => {
    const target = text.find(mark.target);
    return target ? [{ mark, target }] : [];
  });
}

interface Piece {
  readonly range: TextRange;
  readonly held: AnchoredRange;
}

/** The linear text, with the stretches of it that have just arrived. */
class ArrivedText {
  readonly #ytext: Y.Text;
  readonly #text: string;
  readonly #stretches: TextRange[] = [];

  constructor(ytext: Y.Text, arrived: Arrived) {
    this.#ytext = ytext;
    this.#text = walkRuns(ytext, ({ client, clock, offset, text }) => {
      const ids = arrived.get(client);
      if (!ids || text === '') return;
      const start = offset + Math.max(0, ids.clock - clock);
      const end = offset + Math.min(text.length, ids.clock + ids.len - clock);
      if (start < end) this.#add({ start, end });
    });
  }

  /** The target with every range that can be found put on its words; null when nothing is gained. */
  find(target: Target): Target | null {
    const resolutions = resolveAll(
      this.#ytext,
      target.ranges.map((range) => ({ ranges: [range] })),
    );
    let gained = false;
    const pieces = target.ranges.map((held, i): Piece | null => {
      const { status, ranges } = resolutions[i]!;
      const left = ranges[0] ?? null;
      const back = status === 'exact' ? null : this.#wordsOf(held, left);
      if (!back) return left && { range: left, held };
      gained = true;
      return { range: back, held: describe(this.#ytext, [back]).ranges[0]! };
    });
    return gained ? joined(pieces) : null;
  }

  #add(stretch: TextRange): void {
    const last = this.#stretches.at(-1);
    if (last?.end === stretch.start)
      this.#stretches[this.#stretches.length - 1] = { ...last, end: stretch.end };
    else this.#stretches.push(stretch);
  }

  /** Where the words of a range stand again, given what is left of it; the place most like the old one. */
  #wordsOf({ quote }: AnchoredRange, left: TextRange | null): TextRange | null {
    let best: { range: TextRange; likeness: number } | null = null;
    for (
      let start = this.#text.indexOf(quote.exact);
      start >= 0;
      start = this.#text.indexOf(quote.exact, start + 1)
    ) {
      const range = { start, end: start + quote.exact.length };
      if (!this.#isMadeOf(range, left)) continue;
      const likeness = alike(
        quote.prefix,
        this.#text.slice(0, start),
        quote.suffix,
        this.#text.slice(range.end),
      );
      const telling = left !== null || quote.exact.length >= TELLING_LENGTH || this.#isAll(range);
      if (!telling && likeness < TELLING_CONTEXT) continue;
      if (!best || likeness > best.likeness) best = { range, likeness };
    }
    return best?.range ?? null;
  }

  /** Whether a range holds what is left, and otherwise only what arrived. */
  #isMadeOf(range: TextRange, left: TextRange | null): boolean {
    if (!left) return this.#hasArrived(range);
    if (left.start < range.start || left.end > range.end) return false;
    return this.#hasArrived({ ...range, end: left.start }) && this.#hasArrived({ ...range, start: left.end });
  }

  #hasArrived({ start, end }: TextRange): boolean {
    return start === end || this.#stretches.some((stretch) => stretch.start <= start && end <= stretch.end);
  }

  /** Whether exactly these words arrived: they were cut and pasted alone. */
  #isAll({ start, end }: TextRange): boolean {
    return this.#stretches.some((stretch) => stretch.start === start && stretch.end === end);
  }
}

/** The pieces in text order; null when one has come to lie over another. */
function joined(pieces: readonly (Piece | null)[]): Target | null {
  const sorted = pieces.filter((piece) => piece !== null).sort((a, b) => a.range.start - b.range.start);
  const apart = sorted.every(({ range }, i) => i === 0 || sorted[i - 1]!.range.end <= range.start);
  return apart ? { ranges: sorted.map(({ held }) => held) } : null;
}

/** How many units next to the words are as they were, on both sides together. */
function alike(prefix: string, before: string, suffix: string, after: string): number {
  let left = 0;
  while (left < prefix.length && left < before.length && prefix.at(-1 - left) === before.at(-1 - left))
    left++;
  let right = 0;
  while (right < suffix.length && right < after.length && suffix[right] === after[right]) right++;
  return left + right;
}
