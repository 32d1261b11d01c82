/** Sums over the beginning of a row of numbers of which single ones change: a Fenwick tree. Every call is O(log n). */
export class PrefixSums {
  /** `#tree[i]` is the sum of the `i & -i` values up to number `i - 1`. */
  readonly #tree: Float64Array;
  readonly #length: number;
  #total = 0;

  constructor(values: readonly number[]) {
    this.#length = values.length;
    this.#tree = new Float64Array(values.length + 1);
    for (const [i, value] of values.entries()) {
      this.#tree[i + 1]! += value;
      this.#total += value;
      const above = i + 1 + ((i + 1) & -(i + 1));
      if (above <= values.length) this.#tree[above]! += this.#tree[i + 1]!;
    }
  }

  get total(): number {
    return this.#total;
  }

  add(number: number, difference: number): void {
    if (difference === 0) return;
    this.#total += difference;
    for (let i = number + 1; i <= this.#length; i += i & -i) this.#tree[i]! += difference;
  }

  /** The sum of the first `count` values. */
  before(count: number): number {
    let sum = 0;
    for (let i = count; i > 0; i -= i & -i) sum += this.#tree[i]!;
    return sum;
  }

  /** The most values whose sum passes a test that sums pass up to some point and not beyond; 0 when none does. */
  last(passes: (sum: number, count: number) => boolean): { readonly count: number; readonly sum: number } {
    let count = 0;
    let sum = 0;
    for (let step = 1 << (31 - Math.clz32(this.#length)); step > 0; step >>= 1) {
      const next = count + step;
      if (next > this.#length || !passes(sum + this.#tree[next]!, next)) continue;
      count = next;
      sum += this.#tree[next]!;
    }
    return { count, sum };
  }
}
