import { randomOf } from './random.ts';
import { type NoFigure, noFigure } from './result.ts';

/** What a part of the data adds to a coefficient: vectors of one size, whose sum it is computed from. */
export type Parts = readonly Float64Array[];

/** A percentile interval, from how many `draws`, of which so many had no value. */
export interface Interval {
  readonly kind: 'interval';
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly draws: number;
  readonly undefinedDraws: number;
}

/** The least number of draws with a value that an interval is made of. */
const LEAST_DRAWS = 20;

/**
 * The bootstrap (Efron & Tibshirani 1993, ch. 13): draws as many parts as there are with replacement, sums them and computes the
 * coefficient, again and again. Parts of one article are its paragraphs; parts of pooled articles are the articles. A draw costs
 * parts × the size of a vector, so that a page can draw a few at a time between frames and show an interval that settles.
 * The same parts, seed and number of draws give the same interval, however the draws are portioned.
 */
export class Bootstrap {
  private readonly values: number[] = [];
  private undefinedDraws = 0;
  private readonly random: () => number;
  private readonly sum: Float64Array;

  /** @throws RangeError on vectors of several sizes. */
  constructor(
    private readonly parts: Parts,
    private readonly evaluate: (
      sum: Float64Array,
    ) => { readonly kind: 'figure'; readonly value: number } | NoFigure,
    seed: number,
  ) {
    this.sum = new Float64Array(parts[0]?.length ?? 0);
    if (parts.some((part) => part.length !== this.sum.length))
      throw new RangeError('the parts are vectors of several sizes');
    this.random = randomOf(seed);
  }

  get draws(): number {
    return this.values.length + this.undefinedDraws;
  }

  draw(times: number): void {
    for (let i = 0; i < times; i++) this.drawOnce();
  }

  private drawOnce(): void {
    const { parts, sum } = this;
    sum.fill(0);
    for (let i = 0; i < parts.length; i++) {
      const part = parts[Math.floor(this.random() * parts.length)]!;
      for (let j = 0; j < sum.length; j++) sum[j]! += part[j]!;
    }
    const coefficient = this.evaluate(sum);
    if (coefficient.kind === 'figure') this.values.push(coefficient.value);
    else this.undefinedDraws++;
  }

  /** The percentile interval of what was drawn so far; of a single part, or too few draws with a value, there is none. */
  interval(level = 0.95): Interval | NoFigure {
    if (this.parts.length < 2 || this.values.length < LEAST_DRAWS) return noFigure('too-few-draws');
    const sorted = this.values.toSorted((a, b) => a - b);
    const low = quantile(sorted, (1 - level) / 2);
    const high = quantile(sorted, (1 + level) / 2);
    return { kind: 'interval', low, high, level, draws: this.draws, undefinedDraws: this.undefinedDraws };
  }
}

/** The quantile of sorted values, between neighbours by straight line. */
function quantile(sorted: readonly number[], p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!);
}
