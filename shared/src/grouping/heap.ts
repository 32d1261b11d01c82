/** A queue that gives the least value first. */
export class Heap<T> {
  readonly #values: T[] = [];

  /** `compare` as for `Array.sort`. */
  constructor(private readonly compare: (a: T, b: T) => number) {}

  push(value: T): void {
    const values = this.#values;
    let at = values.push(value) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.compare(values[parent]!, value) <= 0) break;
      values[at] = values[parent]!;
      at = parent;
    }
    values[at] = value;
  }

  /** Takes the least value out; undefined when there is none. */
  pop(): T | undefined {
    const least = this.#values[0];
    const last = this.#values.pop();
    if (this.#values.length > 0) this.#sink(last!);
    return least;
  }

  #sink(value: T): void {
    const values = this.#values;
    let at = 0;
    for (let child = 1; child < values.length; child = 2 * at + 1) {
      if (child + 1 < values.length && this.compare(values[child + 1]!, values[child]!) < 0) child++;
      if (this.compare(value, values[child]!) <= 0) break;
      values[at] = values[child]!;
      at = child;
    }
    values[at] = value;
  }
}
