import { retryDelay } from './backoff.ts';
import type { ReturnSignals } from './return-signals.ts';

export interface RetryOptions {
  readonly signals: ReturnSignals;
  /** In [0, 1). */
  readonly random: () => number;
  connect(): void;
  /** The network is gone: a connection that looks open is not to be trusted. */
  drop(): void;
}

/** When to try again after a lost connection: with growing random pauses, and at once when network or person return. */
export class Retry {
  readonly #options: RetryOptions;
  readonly #stops: readonly (() => void)[];
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: RetryOptions) {
    this.#options = options;
    this.#stops = [
      options.signals.onReturn(() => this.#timer !== null && this.#now()),
      options.signals.onLoss(() => options.drop()),
    ];
  }

  /** Failed attempts in a row. */
  get failures(): number {
    return this.#failures;
  }

  /** The connection did its work: the next pause is a short one again. */
  succeeded(): void {
    this.#failures = 0;
  }

  /** Plans the next attempt and returns the pause before it, in ms. */
  plan(): number {
    this.#failures++;
    const pause = retryDelay(this.#failures, this.#options.random());
    this.cancel();
    this.#timer = setTimeout(() => this.#now(), pause);
    return pause;
  }

  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  destroy(): void {
    this.cancel();
    for (const stop of this.#stops) stop();
  }

  #now(): void {
    this.cancel();
    this.#options.connect();
  }
}
