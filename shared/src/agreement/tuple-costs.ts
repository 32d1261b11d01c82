import { dissimilarity, type GammaWeights, type LabelledPiece } from './dissimilarity.ts';

/** One unitary alignment: for each coder the number of the unit that takes part, −1 for none (the empty unit). */
export type Tuple = readonly number[];

/** What tuples cost: the sum of the dissimilarities of all their pairs. */
export class Costs {
  /** The number of pairs of coders. */
  readonly pairs: number;
  readonly empty: number;

  constructor(
    readonly units: readonly (readonly LabelledPiece[])[],
    private readonly weights: GammaWeights,
  ) {
    this.pairs = (units.length * (units.length - 1)) / 2;
    this.empty = weights.empty ?? 1;
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

  total(tuples: readonly Tuple[]): number {
    return tuples.reduce((sum, tuple) => sum + this.of(tuple), 0);
  }
}
