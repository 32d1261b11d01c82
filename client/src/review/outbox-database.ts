import type { Moment } from '@assay/shared/model';
import type { Command } from '@assay/shared/review';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { COMMANDS, DATABASE_VERSION } from '../device/index.ts';

/** A command as the device keeps it. `number` gives the order; `owner` is the tab that sends it. */
export interface StoredCommand {
  readonly number?: number;
  readonly owner: string;
  readonly command: Command;
  readonly at: Moment;
}

interface OutboxSchema extends DBSchema {
  [COMMANDS]: { key: number; value: StoredCommand; indexes: { id: string; owner: string } };
}

/** Every write is on the disk before it counts: a browser may be killed the moment after. */
const STRICT = { durability: 'strict' } as const;

/** The commands of one person in one article that the server has not answered, in the order they were given. */
export class OutboxDatabase {
  readonly #database: IDBPDatabase<OutboxSchema>;

  private constructor(database: IDBPDatabase<OutboxSchema>) {
    this.#database = database;
  }

  /** Rejects where the device keeps nothing. */
  static async open(name: string): Promise<OutboxDatabase> {
    const database = await openDB<OutboxSchema>(name, DATABASE_VERSION, {
      upgrade(made) {
        const store = made.createObjectStore(COMMANDS, { keyPath: 'number', autoIncrement: true });
        store.createIndex('id', 'command.id', { unique: true });
        store.createIndex('owner', 'owner');
      },
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new OutboxDatabase(database);
  }

  async add(stored: StoredCommand): Promise<void> {
    const transaction = this.#database.transaction(COMMANDS, 'readwrite', STRICT);
    await Promise.all([transaction.store.add(stored), transaction.done]);
  }

  async remove(command: string): Promise<void> {
    const transaction = this.#database.transaction(COMMANDS, 'readwrite', STRICT);
    const number = await transaction.store.index('id').getKey(command);
    if (number !== undefined) await transaction.store.delete(number);
    await transaction.done;
  }

  /** The tabs that have commands here. */
  async owners(): Promise<readonly string[]> {
    return [...new Set((await this.#database.getAll(COMMANDS)).map(({ owner }) => owner))];
  }

  /** Makes one tab's commands another's, and returns them in order. */
  async handOver(from: string, to: string): Promise<readonly StoredCommand[]> {
    const transaction = this.#database.transaction(COMMANDS, 'readwrite', STRICT);
    const stored = await transaction.store.index('owner').getAll(from);
    stored.sort((a, b) => a.number! - b.number!);
    for (const one of stored) await transaction.store.put({ ...one, owner: to });
    await transaction.done;
    return stored;
  }

  close(): void {
    this.#database.close();
  }
}
