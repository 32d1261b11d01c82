import { type Distance, type Ratings, sumOf, Values } from './ratings.ts';
import { type Coefficient, figure, noFigure } from './result.ts';

/** What the differences of values mean: their metric (Krippendorff 2011), or a squared distance of one's own. */
export type Metric<V> = 'nominal' | 'ordinal' | 'interval' | 'ratio' | Distance<V>;

/**
 * The coincidences of values within items (Krippendorff 2004, ch. 11; 2011), item by item: flat tables of values × values whose
 * sum is the coincidence matrix, and whose sums over items drawn with replacement are resamples of it.
 */
export interface ValueCoincidences<V> {
  readonly values: readonly V[];
  readonly items: readonly Float64Array[];
}

/** Values of items with fewer than two count for nothing. Costs memory for items × values². */
export function valueCoincidences<V>(ratings: Ratings<V>): ValueCoincidences<V> {
  const values = new Values<V>();
  const pairable = ratings.map((row) => values.numbersOf(row)).filter((row) => row.length > 1);
  const size = values.list.length;
  const items = pairable.map((row) => addPairs(new Float64Array(size * size), size, row));
  return { values: values.list, items };
}

/** Adds the pairs of an item's values to a table. */
function addPairs(table: Float64Array, size: number, row: readonly number[]): Float64Array {
  for (let i = 0; i < row.length; i++)
    for (let j = 0; j < row.length; j++)
      if (i !== j) table[row[i]! * size + row[j]!]! += 1 / (row.length - 1);
  return table;
}

/**
 * Krippendorff's α (2004, ch. 11; 2011, “Computing Krippendorff’s Alpha-Reliability”; Hayes & Krippendorff 2007) for any number of coders, with missing values. Observed and
 * expected are mean squared differences in the metric; `n` counts pairable values.
 */
export function alpha<V>(ratings: Ratings<V>, metric: Metric<V> = 'nominal'): Coefficient {
  const values = new Values<V>();
  const pairable = ratings.map((row) => values.numbersOf(row)).filter((row) => row.length > 1);
  const size = values.list.length;
  const sum = new Float64Array(size * size);
  for (const row of pairable) addPairs(sum, size, row);
  return alphaFrom(sum, values.list, metric);
}

/**
 * α of a sum of coincidence tables over `values`: 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck.
 *
 * @throws RangeError on values that are not numbers where the metric needs them.
 */
export function alphaFrom<V>(
  sum: Float64Array,
  values: readonly V[],
  metric: Metric<V> = 'nominal',
): Coefficient {
  const size = values.length;
  const totals = values.map((_, c) => sumOf(sum.subarray(c * size, (c + 1) * size)));
  const n = sumOf(totals);
  if (n === 0) return noFigure('nothing-to-compare');
  const difference = differenceOf(values, totals, metric);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c++)
    for (let k = 0; k < size; k++) {
      if (c === k || !totals[c] || !totals[k]) continue;
      const squared = difference(c, k);
      observed += (sum[c * size + k]! * squared) / n;
      expected += (totals[c]! * totals[k]! * squared) / (n * (n - 1));
    }
  return expected > 0 ? figure(observed, expected, n) : noFigure('one-value-only');
}

/** δ² of values by their numbers (2011: nominal, ordinal, interval, ratio). */
function differenceOf<V>(
  values: readonly V[],
  totals: readonly number[],
  metric: Metric<V>,
): (c: number, k: number) => number {
  if (typeof metric === 'function') return (c, k) => metric(values[c]!, values[k]!);
  if (metric === 'nominal') return () => 1;
  const numbers = values.map((value) => {
    if (typeof value !== 'number')
      throw new RangeError(`${metric} values are numbers, not ${JSON.stringify(value)}`);
    return value;
  });
  if (metric === 'interval') return (c, k) => (numbers[c]! - numbers[k]!) ** 2;
  if (metric === 'ratio')
    return (c, k) => {
      const both = numbers[c]! + numbers[k]!;
      return both === 0 ? 0 : ((numbers[c]! - numbers[k]!) / both) ** 2;
    };
  const order = numbers.map((_, i) => i).sort((a, b) => numbers[a]! - numbers[b]!);
  const middle = new Array<number>(numbers.length);
  let below = 0;
  for (const i of order) {
    middle[i] = below + totals[i]! / 2;
    below += totals[i]!;
  }
  return (c, k) => (middle[c]! - middle[k]!) ** 2;
}

/**
 * The MASI distance of two sets of labels (Passonneau 2004): what they do not share of their union (Jaccard), times 0 for equal
 * sets, 1/3 where one holds the other, 2/3 where they cross, 1 where they are disjoint. Sets must be sorted and without repeats,
 * so that equal ones are one value.
 */
export const masi: Distance<readonly string[]> = (a, b) => {
  const shared = a.filter((label) => b.includes(label)).length;
  const all = a.length + b.length - shared;
  if (shared === all) return 0;
  const kind = shared === Math.min(a.length, b.length) ? 1 / 3 : 2 / 3;
  return (1 - shared / all) * (shared === 0 ? 1 : kind);
};
