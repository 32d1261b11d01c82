import * as Y from 'yjs';
import type { LoggedDocument } from '../storage/index.ts';

/** A joiner is sent this many updates one by one before the state is encoded afresh. */
const MAX_TAIL = 200;

const NOTHING = Y.encodeStateVector(new Map());

/**
 * A document as the log holds it, and no further: the one thing that readers are served from. Updates are put into the
 * Y.Doc when somebody asks for it; whoever joins with nothing gets bytes that are kept at hand.
 */
export class Replica {
  readonly #doc = new Y.Doc();
  #waiting: Uint8Array[] = [];
  #base: Uint8Array | null = null;
  #tail: Uint8Array[] = [];

  constructor({ snapshot, updates }: LoggedDocument) {
    if (snapshot) this.#waiting.push(snapshot.state);
    for (const { bytes } of updates) this.#waiting.push(bytes);
  }

  /** Up to date with the log. Whoever changes it must log the update and `publish` it as applied. */
  get doc(): Y.Doc {
    if (this.#waiting.length > 0) {
      applyAll(this.#doc, this.#waiting);
      this.#waiting = [];
    }
    return this.#doc;
  }

  /** An update that the log holds now. */
  publish(update: Uint8Array, from: 'elsewhere' | 'this document' = 'elsewhere'): void {
    if (from === 'elsewhere') this.#waiting.push(update);
    if (this.#base) this.#tail.push(update);
  }

  /** Updates that bring a reader with this state vector up to date. Throws when it is none. */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    if (!sameBytes(stateVector, NOTHING)) return [Y.encodeStateAsUpdate(this.doc, stateVector)];
    if (!this.#base || this.#tail.length > MAX_TAIL) {
      this.#base = Y.encodeStateAsUpdate(this.doc);
      this.#tail = [];
    }
    return [this.#base, ...this.#tail];
  }

  destroy(): void {
    this.#doc.destroy();
  }
}

/**
 * Applies updates in one transaction. It is declared local at its end, because after a remote one Yjs tidies up formats
 * by deletions of its own, which would be in this copy and not in the log.
 */
export function applyAll(doc: Y.Doc, updates: Iterable<Uint8Array>): void {
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update);
    transaction.local = true;
  });
}

/** A document out of what the log holds of it. */
export function rebuild(logged: LoggedDocument): Y.Doc {
  return new Replica(logged).doc;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
