/** Numbers below `size` in sets that can be joined. */
export class DisjointSets {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  rootOf(number: number): number {
    let root = number;
    while (this.#parents[root] !== root) {
      this.#parents[root] = this.#parents[this.#parents[root]!]!;
      root = this.#parents[root]!;
    }
    return root;
  }

  is(a: number, b: number): boolean {
    return this.rootOf(a) === this.rootOf(b);
  }

  /** The lower root stays the root. */
  join(a: number, b: number): void {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    this.#parents[Math.max(left, right)] = Math.min(left, right);
  }
}
