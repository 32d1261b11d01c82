import { type Distance, type Ratings, sumOf, Values } from './ratings.ts';
import { type Coefficient, figure, noFigure } from './result.ts';

/** Fleiss' κ, and that of each category against the rest. */
export interface FleissKappa<V> {
  readonly overall: Coefficient;
  readonly categories: ReadonlyMap<V, Coefficient>;
  /** Items left out because not every coder gave a value: it cannot use them. */
  readonly excluded: number;
}

/**
 * Fleiss' κ (1971, pp. 379–380), which needs a value of every coder: items without are left out and counted. Observed and
 * expected are 1 − P̄ and 1 − P̄_e (for a category, 1 − P̄_j and 1 − p_j); `n` counts items.
 */
export function fleissKappa<V>(ratings: Ratings<V>): FleissKappa<V> {
  const coders = Math.max(0, ...ratings.map((row) => row.length));
  const { counts, values, complete } = tally(ratings, coders);
  const excluded = ratings.length - complete;
  if (coders < 2 || !complete) {
    const lack = noFigure(coders < 2 ? 'fewer-than-two-coders' : 'nothing-judged-by-all');
    return { overall: lack, categories: new Map(), excluded };
  }
  const all = complete * coders;
  const shares = values.map((_, j) => sumOf(counts.map((row) => row[j]!)) / all);
  const pairs = all * (coders - 1);
  const agreed = values.map((_, j) => sumOf(counts.map((row) => row[j]! * (row[j]! - 1))));
  const expected = 1 - sumOf(shares.map((p) => p * p));
  const single = values.length < 2;
  const coefficient = (observed: number, chance: number) =>
    single ? noFigure('one-value-only') : figure(observed, chance, complete);
  return {
    overall: coefficient(1 - sumOf(agreed) / pairs, expected),
    categories: new Map(
      values.map((value, j) => [value, coefficient(1 - agreed[j]! / (shares[j]! * pairs), 1 - shares[j]!)]),
    ),
    excluded,
  };
}

function tally<V>(
  ratings: Ratings<V>,
  coders: number,
): { counts: number[][]; values: V[]; complete: number } {
  const values = new Values<V>();
  const complete = ratings
    .filter((row) => row.length === coders && !row.includes(null))
    .map((row) => values.numbersOf(row));
  return {
    counts: complete.map((row) => countsOf(row, values.list.length)),
    values: values.list,
    complete: complete.length,
  };
}

function countsOf(numbers: readonly number[], size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const number of numbers) counts[number]!++;
  return counts;
}

/** How alike two values count as, 1 for the same and 0 for wholly different: the weights of Gwet's AC2. */
export interface GwetOptions<V> {
  /** Every value that could have been given; those seen, if not told. */
  readonly categories?: readonly V[];
  readonly weight?: Distance<V>;
}

/**
 * Gwet's AC1 (2008; 2014), or AC2 with a `weight`, for any number of coders, with missing values. Observed and expected
 * are 1 − p_a and 1 − p_e with p_e = T_w / (q (q − 1)) Σ π_k (1 − π_k); `n` counts items with two values or more.
 */
export function gwetAC1<V>(
  ratings: Ratings<V>,
  { categories = [], weight }: GwetOptions<V> = {},
): Coefficient {
  const values = new Values<V>();
  for (const category of categories) values.numberOf(category);
  const judged = ratings.map((row) => values.numbersOf(row)).filter((row) => row.length > 0);
  const size = values.list.length;
  const counts = judged.map((row) => countsOf(row, size));
  const weights = values.list.map((a, i) => values.list.map((b, j) => (i === j ? 1 : (weight?.(a, b) ?? 0))));
  const pairable = counts.filter((row) => sumOf(row) > 1);
  if (!pairable.length) return noFigure('nothing-to-compare');
  if (size < 2) return noFigure('one-value-only');
  const agreed = sumOf(pairable.map((row) => agreementOf(row, weights))) / pairable.length;
  const shares = values.list.map((_, k) => sumOf(counts.map((row) => row[k]! / sumOf(row))) / counts.length);
  const chance =
    (sumOf(weights.map(sumOf)) / (size * (size - 1))) * sumOf(shares.map((share) => share * (1 - share)));
  return chance < 1 ? figure(1 - agreed, 1 - chance, pairable.length) : noFigure('one-value-only');
}

/** The weighted share of pairs of values of an item that agree. */
function agreementOf(counts: readonly number[], weights: readonly (readonly number[])[]): number {
  const given = sumOf(counts);
  const near = counts.map((_, k) => sumOf(counts.map((count, l) => weights[k]![l]! * count)));
  return sumOf(counts.map((count, k) => count * (near[k]! - 1))) / (given * (given - 1));
}
