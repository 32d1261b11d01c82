import type { Person } from '@assay/shared/model';
import type { Actor } from '@assay/shared/policy';
import type { Reply } from '@assay/shared/protocol';
import type { Command } from '@assay/shared/review';

/** A command under way. */
export interface Asked {
  readonly command: Command;
  readonly actor: Actor;
  readonly person: Person;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

/** Hands over commands in the order in which they came: one batch at a time, all that gathered during the one before. */
export class CommandQueue {
  readonly #work: (batch: readonly Asked[]) => Promise<void>;
  #waiting: Asked[] = [];
  #running = false;
  #afterwards: (() => void)[] = [];

  /** `work` settles every command of its batch; if it throws, the commands are rejected with what it threw. */
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
      try {
        await this.#work(batch);
      } catch (error) {
        for (const asked of batch) asked.reject(error);
      }
      for (let next = this.#afterwards.shift(); next; next = this.#afterwards.shift()) next();
    }
    this.#running = false;
  }
}
