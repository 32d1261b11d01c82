import { isSealed } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import type * as Y from 'yjs';
import { createStore, type Readable } from '../store/index.ts';
import type { ConnectionState, SyncedDocument } from '../sync/index.ts';

/** What of an article's review only this person is shown: opened when there may be something, and not before. */
export class PrivatePart {
  readonly #doc = createStore<Y.Doc | null>(null);
  /** Null until it is needed. */
  readonly doc: Readable<Y.Doc | null> = this.#doc;
  readonly #state = createStore<ConnectionState | null>(null);
  readonly state: Readable<ConnectionState | null> = this.#state;
  readonly #open: () => SyncedDocument;
  #document: SyncedDocument | null = null;

  constructor(open: () => SyncedDocument) {
    this.#open = open;
  }

  /** Marks that are not revealed yet are here, and votes, which come once marking is over. */
  openIfNeeded({ workflow }: ReviewState): void {
    if (this.#document || (!isSealed(workflow) && workflow.phase === 'marking')) return;
    const document = this.#open();
    this.#document = document;
    const { state } = document.connection;
    this.#state.set(state.get());
    state.subscribe(() => this.#state.set(state.get()));
    this.#doc.set(document.doc);
  }

  /** Settles when all that the server has published here up to now has been read. */
  async readAgain(): Promise<void> {
    await this.#document?.connection.readAgain();
  }

  async close(): Promise<void> {
    await this.#document?.close();
  }
}
