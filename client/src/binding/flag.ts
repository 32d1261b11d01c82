/** A truth value that can be watched; has the shape of the stores' `Readable<boolean>`. */
export class Flag {
  readonly #ask: () => boolean;
  readonly #listeners = new Set<() => void>();
  #value: boolean;

  constructor(ask: () => boolean) {
    this.#ask = ask;
    this.#value = ask();
  }

  readonly get = (): boolean => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks again and tells the listeners when the answer is another one. */
  refresh(): void {
    const value = this.#ask();
    if (value === this.#value) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }
}
