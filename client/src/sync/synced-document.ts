import type { Hello } from '@assay/shared/protocol';
import { deleteDB } from 'idb';
import * as Y from 'yjs';
import { databaseName } from '../device/index.ts';
import { createStore, type Readable } from '../store/index.ts';
import { DocumentStorage } from './document-storage.ts';
import { RoomConnection, type RoomOptions } from './room-connection.ts';

export type SyncedDocumentOptions = Omit<RoomOptions, 'doc'>;

/** How long to wait for the device before going to the server without it, in ms. A database can hang for ever. */
const DEVICE_PATIENCE = 3_000;
const HELLO = 'hello';

/** One document of an article, kept on this device and kept in step with the server. */
export class SyncedDocument {
  readonly doc = new Y.Doc();
  readonly connection: RoomConnection;
  readonly #kept = createStore<'opening' | 'yes' | 'no'>('opening');
  /** Whether this device keeps the document. */
  readonly keptOnDevice: Readable<'opening' | 'yes' | 'no'> = this.#kept;
  readonly #lastHello = createStore<Hello | null>(null);
  /** The server's last greeting: of this visit, else of an earlier one on this device. */
  readonly hello: Readable<Hello | null> = this.#lastHello;
  readonly #options: SyncedDocumentOptions;
  #storage: DocumentStorage | null = null;
  #connecting = false;
  #ended = false;
  /** Settles once the device has been read, or could not be. */
  readonly opened: Promise<void>;

  constructor(options: SyncedDocumentOptions) {
    this.#options = options;
    // Before connection and storage listen: a change is counted before the frame that carries it, and kept after it.
    this.doc.on('update', (_update, _origin, _doc, transaction) => {
      if (transaction.local && this.#mayWrite()) this.connection.unsaved.changed();
    });
    this.connection = new RoomConnection({ ...options, doc: this.doc });
    this.connection.hello.subscribe(() => this.#greeted());
    this.opened = this.#open();
  }

  /** Reads what other tabs of this person have written to the device, such as what a closed one left unsent. */
  async refresh(): Promise<void> {
    if (!this.#storage) return;
    await this.connection.lettingIn();
    await this.#storage.refresh();
    const left = await this.#storage.takeOverUnsent();
    if (left === 0) return;
    this.connection.unsaved.changed(left);
    this.connection.answerAgain();
  }

  /** Writes a fact beside the document on this device, where it keeps anything. */
  note(fact: string, value: unknown): void {
    void this.opened.then(() => (this.#ended ? undefined : this.#storage?.write(fact, value)));
  }

  /** Lets go of everything; what is being written to the device is finished first. */
  async close(): Promise<void> {
    this.#ended = true;
    this.connection.destroy();
    await this.opened;
    await this.#storage?.close();
    this.doc.destroy();
  }

  /** Removes the closed document from this device, with whatever the server has not taken. */
  async forget(): Promise<void> {
    await deleteDB(this.#databaseName());
  }

  #databaseName(): string {
    const { person, article, room } = this.#options;
    return databaseName(person, article, room);
  }

  async #open(): Promise<void> {
    const patience = setTimeout(() => this.#connect(), DEVICE_PATIENCE);
    try {
      this.#storage = await DocumentStorage.open(this.#databaseName(), this.doc);
      await this.#readFacts(this.#storage);
    } catch {
      this.#kept.set('no');
    }
    clearTimeout(patience);
    this.#connect();
  }

  #connect(): void {
    if (this.#connecting || this.#ended) return;
    this.#connecting = true;
    this.connection.connect();
  }

  async #readFacts(storage: DocumentStorage): Promise<void> {
    const { unsaved } = this.connection;
    const hello = await storage.read<Hello>(HELLO);
    if (hello && !this.#lastHello.get()) this.#lastHello.set(hello);
    const left = await storage.takeOverUnsent();
    unsaved.count.subscribe(() => storage.keepUnsent(unsaved.count.get()));
    unsaved.changed(left);
    storage.keepUnsent(unsaved.count.get());
    storage.broken.subscribe(() => this.#kept.set('no'));
    this.#kept.set('yes');
  }

  #greeted(): void {
    const hello = this.connection.hello.get();
    if (!hello) return;
    this.#lastHello.set(hello);
    void this.#storage?.write(HELLO, hello);
  }

  #mayWrite(): boolean {
    return this.#options.room === 'text' && (this.#lastHello.get()?.mayEditText ?? false);
  }
}
