/** Hands over what is asked for in the order in which it came: one batch at a time, all that gathered during the last. */
export class Turns<Asked> {
  readonly #work: (batch: readonly Asked[]) => Promise<void>;
  #waiting: Asked[] = [];
  #running = false;
  #afterwards: (() => void)[] = [];

  /** `work` must not reject. */
  constructor(work: (batch: readonly Asked[]) => Promise<void>) {
    this.#work = work;
  }

  push(asked: Asked): void {
    this.#waiting.push(asked);
    if (!this.#running) void this.#run();
  }

  /** Calls back between two batches: at once when none is under way. */
  between(callback: () => void): void {
    if (this.#running) this.#afterwards.push(callback);
    else callback();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#work(batch);
      for (let next = this.#afterwards.shift(); next; next = this.#afterwards.shift()) next();
    }
    this.#running = false;
  }
}
