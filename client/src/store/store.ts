/** A value that can be watched. The smallest external store React's `useSyncExternalStore` takes. */
export interface Readable<T> {
  get(): T;
  /** Calls `listener` after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

export interface Store<T> extends Readable<T> {
  /** Replaces the value; listeners are told unless it is the same (`Object.is`). */
  set(value: T): void;
  update(change: (value: T) => T): void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A value computed from others, computed again only when one of them has changed; kept while somebody watches. */
export function derive<T, Sources extends readonly Readable<unknown>[]>(
  sources: readonly [...Sources],
  compute: (...values: { [K in keyof Sources]: Sources[K] extends Readable<infer V> ? V : never }) => T,
): Readable<T> {
  type Values = { [K in keyof Sources]: Sources[K] extends Readable<infer V> ? V : never };
  let inputs: unknown[] | undefined;
  let value: T;
  const get = () => {
    const now = sources.map((source) => source.get());
    if (!inputs || now.some((input, i) => !Object.is(input, inputs![i]))) {
      inputs = now;
      value = compute(...(now as unknown as Values));
    }
    return value;
  };
  return {
    get,
    subscribe(listener) {
      let last = get();
      const check = () => {
        const next = get();
        if (Object.is(next, last)) return;
        last = next;
        listener();
      };
      const stops = sources.map((source) => source.subscribe(check));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
