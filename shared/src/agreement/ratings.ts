/**
 * Judgements of items by coders: for each item one value a coder, in the same order in every row; `null` is missing. Values are
 * whatever has an equal string where they are equal: a label, a number, a sorted set of labels.
 */
export type Ratings<V> = readonly (readonly (V | null)[])[];

/** How far apart two values are, 0 for the same: never negative, and symmetric. */
export type Distance<V> = (a: V, b: V) => number;

/** Each value once, with its number; numbers are in the order of first sight. */
export class Values<V> {
  readonly list: V[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(value: V): number {
    const key = JSON.stringify(value);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.list.length);
    return this.list.push(value) - 1;
  }

  /** The numbers of the values of an item, without the missing ones. */
  numbersOf(row: readonly (V | null)[]): number[] {
    return row.flatMap((value) => (value === null ? [] : [this.numberOf(value)]));
  }
}

/** The items that both of two coders judged, as a square table of counts over the values, and how many lacked one. */
export interface Confusion<V> {
  readonly values: readonly V[];
  /** `table[a][b]`: items that the first coder gave value number a and the second number b. */
  readonly table: readonly (readonly number[])[];
  readonly n: number;
  readonly excluded: number;
}

/** @throws RangeError on a row that is not of two coders. */
export function confusionOf<V>(items: Ratings<V>): Confusion<V> {
  const values = new Values<V>();
  const pairs: [number, number][] = [];
  for (const row of items) {
    if (row.length !== 2) throw new RangeError(`an item has ${row.length} coders, not two`);
    const [a, b] = row as [V | null, V | null];
    if (a !== null && b !== null) pairs.push([values.numberOf(a), values.numberOf(b)]);
  }
  const table = values.list.map(() => new Array<number>(values.list.length).fill(0));
  for (const [a, b] of pairs) table[a]![b]!++;
  return { values: values.list, table, n: pairs.length, excluded: items.length - pairs.length };
}

export function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

export const NOMINAL: Distance<unknown> = (a, b) => (a === b ? 0 : 1);
