import { type Confusion, confusionOf, type Distance, NOMINAL, type Ratings, sumOf } from './ratings.ts';
import { type Coefficient, figure, noFigure } from './result.ts';

/** A coefficient of two coders, with the number of items it leaves out because one of them gave no value. */
export interface TwoCoders {
  readonly coefficient: Coefficient;
  readonly excluded: number;
}

/**
 * Cohen's κ (1960, p. 40), weighted with a `distance` (1968: disagreement weights). Observed and expected are mean
 * distances (1 − P_o and 1 − P_e where unweighted); `n` counts items with both values.
 *
 * @throws RangeError on a row that is not of two coders.
 */
export function cohenKappa<V>(items: Ratings<V>, distance: Distance<V> = NOMINAL): TwoCoders {
  return chanceCorrected(items, distance, ({ table, n }) => {
    const rows = rowSums(table);
    const columns = columnSums(table);
    return (a, b) => (rows[a]! * columns[b]!) / (n * n);
  });
}

/** Scott's π (1955), weighted with a `distance` if wished; as `cohenKappa`, but with the two coders' values pooled. */
export function scottPi<V>(items: Ratings<V>, distance: Distance<V> = NOMINAL): TwoCoders {
  return chanceCorrected(items, distance, ({ table, n }) => {
    const columns = columnSums(table);
    const pooled = rowSums(table).map((row, i) => row + columns[i]!);
    return (a, b) => (pooled[a]! * pooled[b]!) / (4 * n * n);
  });
}

/**
 * Bennett, Alpert and Goldstein's S (1954): as `cohenKappa`, with all `categories` (their number; those seen, if not told)
 * equally likely.
 */
export function bennettS<V>(items: Ratings<V>, categories?: number): TwoCoders {
  const confusion = confusionOf(items);
  const { n, excluded, table } = confusion;
  const number = categories ?? confusion.values.length;
  if (n === 0) return { coefficient: noFigure('nothing-to-compare'), excluded };
  if (number < 2) return { coefficient: noFigure('one-value-only'), excluded };
  return { coefficient: figure(1 - sumOf(table.map((row, i) => row[i]!)) / n, 1 - 1 / number, n), excluded };
}

/** The largest κ that the two coders' own frequencies allow (Cohen 1960); undefined as κ is. */
export function largestKappa<V>(items: Ratings<V>): Coefficient {
  const { coefficient } = cohenKappa(items);
  if (coefficient.kind === 'undefined') return coefficient;
  const { table, n } = confusionOf(items);
  const columns = columnSums(table);
  const most = sumOf(rowSums(table).map((row, i) => Math.min(row, columns[i]!))) / n;
  return figure(1 - most, coefficient.expected, n);
}

function chanceCorrected<V>(
  items: Ratings<V>,
  distance: Distance<V>,
  chanceOf: (confusion: Confusion<V>) => (a: number, b: number) => number,
): TwoCoders {
  const confusion = confusionOf(items);
  const { values, table, n, excluded } = confusion;
  if (n === 0) return { coefficient: noFigure('nothing-to-compare'), excluded };
  const chance = chanceOf(confusion);
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < values.length; a++)
    for (let b = 0; b < values.length; b++) {
      if (a === b) continue;
      const apart = distance(values[a]!, values[b]!);
      observed += (apart * table[a]![b]!) / n;
      expected += apart * chance(a, b);
    }
  return { coefficient: expected > 0 ? figure(observed, expected, n) : noFigure('one-value-only'), excluded };
}

function rowSums(table: Confusion<unknown>['table']): number[] {
  return table.map(sumOf);
}

function columnSums(table: Confusion<unknown>['table']): number[] {
  return table.map((_, column) => sumOf(table.map((row) => row[column]!)));
}
