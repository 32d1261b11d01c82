import { wordCounter } from '@assay/shared/article';
import type { ArticleSummary, Moment } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import { countText, summarise, type TextCount } from './summary.ts';

/** What an article's line in the library is made of, and where it goes. */
export interface LinePorts {
  state(): ReviewState;
  /** The linear text. */
  text(): string;
  /** Milliseconds from an edit of the text to the library's knowing of it. */
  readonly delay: number;
  keep(summary: ArticleSummary): Promise<void>;
  failed(error: unknown): void;
}

/** An article's line in the library. The text is counted some time after it has changed, not at every keystroke. */
export class LibraryLine {
  readonly #ports: LinePorts;
  readonly #countWords = wordCounter();
  #changed: Moment;
  /** How long the text was when the library was last told. */
  #count: TextCount | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(changed: Moment, ports: LinePorts) {
    this.#changed = changed;
    this.#ports = ports;
  }

  /** When the text or the review last changed, by the log. */
  get changed(): Moment {
    return this.#changed;
  }

  textChanged(at: Moment): void {
    this.#changed = latest(this.#changed, at);
    this.#timer ??= setTimeout(() => {
      this.flush().catch((error) => this.#ports.failed(error));
    }, this.#ports.delay).unref();
  }

  /** The line once these things have happened in the review, by the count of the text that the library has. */
  reviewChanged(moments: readonly Moment[]): ArticleSummary {
    this.#changed = latest(this.#changed, ...moments);
    return this.#count ? summarise(this.#ports.state(), this.#count, this.#changed) : this.now();
  }

  /** The line as it is, with the text counted. */
  now(): ArticleSummary {
    this.#count = countText(this.#ports.text(), this.#countWords);
    return summarise(this.#ports.state(), this.#count, this.#changed);
  }

  /** Brings the library up to date if it is behind. */
  async flush(): Promise<void> {
    if (!this.#timer) return;
    this.cancel();
    await this.#ports.keep(this.now());
  }

  cancel(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** ISO moments in UTC are in the order of their letters. */
export function latest(first: Moment, ...others: readonly Moment[]): Moment {
  return others.reduce((last, moment) => (moment > last ? moment : last), first);
}
