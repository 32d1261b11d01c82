import { type IDBPDatabase, openDB } from 'idb';
import { fetchUpdates, IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { DATABASE_VERSION, DOCUMENT, UNSENT } from '../device/index.ts';
import { createStore, type Readable, type Store } from '../store/index.ts';

const FACTS = DOCUMENT.facts;

function openFacts(name: string, lost: () => void): Promise<IDBPDatabase> {
  return openDB(name, DATABASE_VERSION, {
    upgrade(database) {
      database.createObjectStore(DOCUMENT.updates, { autoIncrement: true });
      database.createObjectStore(FACTS);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  });
}

/**
 * A document kept on this device: its updates by y-indexeddb, and beside them the server's last greeting and how many
 * changes it has not yet confirmed. Each opened copy of the document writes its count under its own client id.
 */
export class DocumentStorage {
  readonly #broken: Store<boolean>;
  readonly #facts: IDBPDatabase;
  readonly #updates: IndexeddbPersistence;
  readonly #unsentKey: string;
  #unsent = 0;
  #writing: Promise<void> | null = null;
  #closed = false;

  private constructor(
    facts: IDBPDatabase,
    updates: IndexeddbPersistence,
    unsentKey: string,
    broken: Store<boolean>,
  ) {
    this.#facts = facts;
    this.#updates = updates;
    this.#unsentKey = unsentKey;
    this.#broken = broken;
  }

  /** Whether the device has stopped taking what is written: the document is then kept in this tab alone. */
  get broken(): Readable<boolean> {
    return this.#broken;
  }

  /** Opens the database and reads what it holds into the document. Rejects where the device keeps nothing. */
  static async open(name: string, doc: Y.Doc): Promise<DocumentStorage> {
    const broken = createStore(false);
    let updates: IndexeddbPersistence | null = null;
    const facts = await openFacts(name, () => {
      broken.set(true);
      // It would throw on the next change of the document, into the hands of whoever made it.
      void updates?.destroy();
    });
    updates = new IndexeddbPersistence(name, doc);
    await updates.whenSynced;
    return new DocumentStorage(facts, updates, UNSENT + doc.clientID, broken);
  }

  /** Reads what other tabs have written since. */
  async refresh(): Promise<void> {
    await fetchUpdates(this.#updates);
  }

  async read<T>(fact: string): Promise<T | undefined> {
    return this.#facts.get(FACTS, fact);
  }

  async write(fact: string, value: unknown): Promise<void> {
    await this.#try(this.#facts.put(FACTS, value, fact));
  }

  /** The sum of unconfirmed changes that other copies have left, which this copy now answers for. */
  async takeOverUnsent(): Promise<number> {
    const transaction = this.#facts.transaction(FACTS, 'readwrite', { durability: 'strict' });
    const { store } = transaction;
    let sum = 0;
    for (const key of await store.getAllKeys(IDBKeyRange.bound(UNSENT, `${UNSENT}\uffff`))) {
      if (key === this.#unsentKey) continue;
      sum += await store.get(key);
      await store.delete(key);
    }
    if (sum > 0) await store.put(this.#unsent + sum, this.#unsentKey);
    await transaction.done;
    return sum;
  }

  /** Keeps the count of unconfirmed changes; counts that come while one is being written are written once, after it. */
  keepUnsent(count: number): void {
    this.#unsent = count;
    this.#writing ??= this.#writeUnsent();
  }

  /** Waits for what is being written, then lets the database go. */
  async close(): Promise<void> {
    await this.#writing;
    this.#closed = true;
    await this.#updates.destroy();
    this.#facts.close();
  }

  async #writeUnsent(): Promise<void> {
    let written = -1;
    while (written !== this.#unsent && !this.#closed && !this.#broken.get()) {
      written = this.#unsent;
      await this.#try(this.#putUnsent(written));
    }
    this.#writing = null;
  }

  async #putUnsent(count: number): Promise<void> {
    const transaction = this.#facts.transaction(FACTS, 'readwrite', { durability: 'strict' });
    if (count > 0) transaction.store.put(count, this.#unsentKey);
    else transaction.store.delete(this.#unsentKey);
    await transaction.done;
  }

  /** A full or forbidden device must not stop the work; it is told of instead. */
  async #try(writing: Promise<unknown>): Promise<void> {
    try {
      await writing;
    } catch {
      if (!this.#closed) this.#broken.set(true);
    }
  }
}
