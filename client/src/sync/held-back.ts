import type { Readable } from '../store/index.ts';

/** Keeps what comes in for as long as it is asked to, and lets it in then, in the order in which it came. */
export class HeldBack {
  #waiting: (() => void)[] = [];
  #holding: Readable<boolean> | null = null;
  #stop = () => {};

  /** Does the work now, or once nothing is held back any more. */
  take(work: () => void): void {
    if (this.#holding?.get()) this.#waiting.push(work);
    else work();
  }

  /** Holds back whenever `holding` is true, in place of what was followed before. Returns the way to stop. */
  while(holding: Readable<boolean>): () => void {
    this.#stop();
    this.#holding = holding;
    const stop = holding.subscribe(() => this.#release());
    this.#stop = () => {
      stop();
      this.#stop = () => {};
      this.#holding = null;
      this.#release();
    };
    return this.#stop;
  }

  #release(): void {
    while (this.#waiting.length > 0 && !this.#holding?.get()) this.#waiting.shift()!();
  }
}
