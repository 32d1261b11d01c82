interface Segment<Value> {
  readonly clock: number;
  readonly end: number;
  readonly value: Value;
}

/** Something known of stretches of Yjs ids, found without walking what is known of others. */
export class IdMap<Value> {
  readonly #segments = new Map<number, Segment<Value>[]>();

  get(client: number, clock: number): Value | undefined {
    const segments = this.#segments.get(client) ?? [];
    const segment = segments[firstEndingAfter(segments, clock)];
    return segment && segment.clock <= clock ? segment.value : undefined;
  }

  /** Visits what is known within `clock` to `end`, ascending, cut to that stretch. */
  each(client: number, clock: number, end: number, visit: (from: number, to: number, value: Value) => void) {
    const segments = this.#segments.get(client) ?? [];
    for (let i = firstEndingAfter(segments, clock); i < segments.length && segments[i]!.clock < end; i++) {
      const { clock: from, end: to, value } = segments[i]!;
      visit(Math.max(from, clock), Math.min(to, end), value);
    }
  }

  /** Changes what is known of every id from `clock` to `end`; undefined is nothing, before and after. */
  update(client: number, clock: number, end: number, next: (value: Value | undefined) => Value | undefined) {
    const segments = this.#segments.get(client) ?? [];
    this.#segments.set(client, segments);
    const first = firstEndingAfter(segments, clock);
    const fresh: Segment<Value>[] = [];
    const add = (from: number, to: number, value: Value | undefined) => {
      if (from < to && value !== undefined) fresh.push({ clock: from, end: to, value });
    };
    let at = clock;
    let i = first;
    for (; i < segments.length && segments[i]!.clock < end; i++) {
      const { clock: from, end: to, value } = segments[i]!;
      add(from, Math.min(to, clock), value);
      add(at, from, from > at ? next(undefined) : undefined);
      add(Math.max(from, clock), Math.min(to, end), next(value));
      add(Math.max(from, end), to, value);
      at = Math.max(at, Math.min(to, end));
    }
    add(at, end, at < end ? next(undefined) : undefined);
    fresh.sort((a, b) => a.clock - b.clock);
    segments.splice(first, i - first, ...fresh);
  }
}

/** The index of the first segment that ends behind a clock. */
function firstEndingAfter(segments: readonly Segment<unknown>[], clock: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (segments[middle]!.end <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
