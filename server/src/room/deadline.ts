import type { Moment } from '@assay/shared/model';

/** The longest that a timer waits, in ms: a later moment is waited for in several goes. */
const LONGEST = 2 ** 31 - 1;

/** Calls back at a moment, which may be set anew; at once, but not within the call, when it has passed. */
export class Deadline {
  readonly #now: () => Moment;
  readonly #reached: () => void;
  #moment: Moment | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(now: () => Moment, reached: () => void) {
    this.#now = now;
    this.#reached = reached;
  }

  /** Null: there is none. */
  set(moment: Moment | null): void {
    if (moment === this.#moment) return;
    this.cancel();
    this.#moment = moment;
    if (moment !== null) this.#wait(moment);
  }

  cancel(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#moment = null;
  }

  #wait(moment: Moment): void {
    const left = Date.parse(moment) - Date.parse(this.#now());
    const wait = Math.min(Math.max(left, 0), LONGEST);
    this.#timer = setTimeout(() => (left > LONGEST ? this.#wait(moment) : this.#reached()), wait).unref();
  }
}
