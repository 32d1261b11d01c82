import type { TabLocks } from '../../../client/src/review/index.ts';

/** The locks of one browser, without a browser. */
export class BrowserLocks implements TabLocks {
  readonly #held = new Set<string>();

  async hold(name: string): Promise<() => void> {
    this.#held.add(name);
    return () => this.#held.delete(name);
  }

  async ifFree(name: string, work: () => Promise<void>): Promise<void> {
    if (this.#held.has(name)) return;
    this.#held.add(name);
    await work();
    this.#held.delete(name);
  }
}
