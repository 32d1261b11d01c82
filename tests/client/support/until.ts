import type { Readable } from '../../../client/src/store/index.ts';

/** Settles when the value of a store passes, at once or after a change. */
export function until<T>(store: Readable<T>, passes: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    let stop: () => void = () => {};
    const check = () => {
      const value = store.get();
      if (!passes(value)) return;
      stop();
      resolve(value);
    };
    stop = store.subscribe(check);
    check();
  });
}
