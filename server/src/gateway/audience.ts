import { awarenessFrame, type Frame, updateFrame } from './frames.ts';
import { type Attendee, type ClientIdClaims, Presence } from './presence.ts';

/** A reader of one document. */
export interface Reader extends Attendee {
  /** Whether it needs to be told of its own updates: it has no other way to know that they arrived. */
  readonly wantsEcho: boolean;
  /** Takes frames, and whatever else is due. */
  deliver(frames: readonly Frame[]): void;
}

interface News {
  readonly frame: Frame;
  readonly from: object | null;
}

/** The readers of one document. What is published in one event-loop turn reaches each of them as one write. */
export class Audience {
  readonly presence: Presence;
  readonly #readers = new Set<Reader>();
  #news: News[] = [];
  #due = new Set<Reader>();
  #scheduled = false;

  /** `secret`: whether of each other's presence nothing but who it is may be told. */
  constructor(claims: ClientIdClaims, secret: () => boolean) {
    this.presence = new Presence(claims, secret);
  }

  /** From here on the reader is told of everything. */
  add(reader: Reader): void {
    this.#readers.add(reader);
  }

  remove(reader: Reader): void {
    this.#readers.delete(reader);
    this.#due.delete(reader);
    this.announce(this.presence.remove(reader));
  }

  publish(update: Uint8Array, from: object | null): void {
    this.#news.push({ frame: updateFrame(update), from });
    this.#schedule();
  }

  announce(awareness: Uint8Array | null): void {
    if (!awareness) return;
    this.#news.push({ frame: awarenessFrame(awareness), from: null });
    this.#schedule();
  }

  /** Something is due to this reader at the end of the turn, even if nothing is published. */
  remind(reader: Reader): void {
    this.#due.add(reader);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    const news = this.#news;
    const due = this.#due;
    this.#scheduled = false;
    this.#news = [];
    this.#due = new Set();
    const all = news.length > 0 ? [Buffer.concat(news.map(({ frame }) => frame))] : [];
    const authors = new Set(news.map(({ from }) => from));
    for (const reader of this.#readers) {
      if (reader.wantsEcho || !authors.has(reader)) {
        if (all.length > 0 || due.has(reader)) reader.deliver(all);
      } else reader.deliver(news.filter(({ from }) => from !== reader).map(({ frame }) => frame));
      due.delete(reader);
    }
    for (const reader of due) reader.deliver([]);
  }
}
