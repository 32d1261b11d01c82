/** Fewer differences than this are never worth a copy of the whole. */
const FEW = 64;

/**
 * A map kept as a whole that others may share and what differs from it, so that a copy costs the differences alone. Like
 * a `Map` it is in the order of insertion, and a value that is set anew stays at its place. `undefined` is no value.
 *
 * Invariant: `changed` has keys of `base` alone, with `undefined` for those that are gone; `added` has those that are not in
 * `base`, or are gone from it and came back, at the end.
 */
export class LayeredMap<Key, Value> implements ReadonlyMap<Key, Value> {
  private constructor(
    private readonly base: ReadonlyMap<Key, Value>,
    private readonly changed: Map<Key, Value | undefined>,
    private readonly added: Map<Key, Value>,
    private gone: number,
  ) {}

  /** A copy to write to before anybody else has it. Costs the square root of the size, not the size. */
  static copyOf<Key, Value>(map: ReadonlyMap<Key, Value>): LayeredMap<Key, Value> {
    if (!(map instanceof LayeredMap)) return new LayeredMap(map, new Map(), new Map(), 0);
    const { base, changed, added, gone } = map as LayeredMap<Key, Value>;
    if (changed.size + added.size > Math.max(FEW, Math.sqrt(base.size)))
      return new LayeredMap(new Map(map), new Map(), new Map(), 0);
    return new LayeredMap(base, new Map(changed), new Map(added), gone);
  }

  get size(): number {
    return this.base.size - this.gone + this.added.size;
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  get(key: Key): Value | undefined {
    const added = this.added.get(key);
    if (added !== undefined) return added;
    return this.changed.has(key) ? this.changed.get(key) : this.base.get(key);
  }

  set(key: Key, value: Value): this {
    const isAtItsPlace = this.base.has(key) && !this.isGone(key);
    (isAtItsPlace ? this.changed : this.added).set(key, value);
    return this;
  }

  delete(key: Key): boolean {
    if (this.added.delete(key)) return true;
    if (!this.base.has(key) || this.isGone(key)) return false;
    this.changed.set(key, undefined);
    this.gone++;
    return true;
  }

  *entries(): Generator<[Key, Value], undefined> {
    for (const entry of this.base) {
      const [key] = entry;
      if (!this.changed.has(key)) yield entry;
      else if (!this.isGone(key)) yield [key, this.changed.get(key)!];
    }
    yield* this.added;
  }

  *keys(): Generator<Key, undefined> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): Generator<[Key, Value], undefined> {
    return this.entries();
  }

  forEach(call: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void, thisArg?: unknown): void {
    for (const [key, value] of this.entries()) call.call(thisArg, value, key, this);
  }

  private isGone(key: Key): boolean {
    return this.changed.has(key) && this.changed.get(key) === undefined;
  }
}
