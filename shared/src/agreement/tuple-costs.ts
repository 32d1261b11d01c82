import { dissimilarity, EVEN_WEIGHTS, type GammaWeights, type LabelledPiece } from './dissimilarity.ts';

/** One unitary alignment: for each coder the number of the unit that takes part, −1 for none (the empty unit). */
export type Tuple = readonly number[];

/** What tuples cost: the sum of the dissimilarities of all their pairs. */
export class Costs {
  /** The number of pairs of coders. */
  readonly pairs: number;
  readonly empty: number;
  private readonly weights: Required<GammaWeights>;

  constructor(
    readonly units: readonly (readonly LabelledPiece[])[],
    weights: GammaWeights,
  ) {
    this.pairs = (units.length * (units.length - 1)) / 2;
    this.weights = { ...EVEN_WEIGHTS, ...weights };
    this.empty = this.weights.empty;
  }

  of(tuple: Tuple): number {
    let cost = 0;
    for (let a = 0; a < tuple.length; a++)
      for (let b = 0; b < a; b++) cost += this.pair(a, tuple[a]!, b, tuple[b]!);
    return cost;
  }

  pair(a: number, i: number, b: number, j: number): number {
    if (i < 0 || j < 0) return this.empty;
    return dissimilarity(this.units[a]![i]!, this.units[b]![j]!, this.weights);
  }

  /**
   * What a coder's unit adds to the cost of a tuple in which the coder has none: Infinity as soon as it is sure to be `limit` or
   * more, which for most tuples the first of its units shows.
   */
  joining(coder: number, unit: number, tuple: Tuple, limit: number): number {
    const hopeless = limit + this.units.length * this.empty;
    let cost = 0;
    for (let other = 0; other < tuple.length; other++) {
      if (tuple[other]! < 0) continue;
      cost += this.pair(coder, unit, other, tuple[other]!) - this.empty;
      if (cost >= hopeless) return Number.POSITIVE_INFINITY;
    }
    return cost;
  }

  total(tuples: readonly Tuple[]): number {
    return tuples.reduce((sum, tuple) => sum + this.of(tuple), 0);
  }
}
