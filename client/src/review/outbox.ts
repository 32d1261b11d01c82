import { type Moment, newId } from '@assay/shared/model';
import type { Reply } from '@assay/shared/protocol';
import type { Command } from '@assay/shared/review';
import { createStore, type Readable } from '../store/index.ts';
import { OutboxDatabase } from './outbox-database.ts';
import type { QueuedCommand } from './overlay.ts';
import { platformLocks, type TabLocks } from './tab-locks.ts';

export interface OutboxOptions {
  /** The local database; of one person and one article. */
  readonly name: string;
  /** Sends a command if there is a connection for it now. */
  readonly send: (command: Command) => boolean;
  /** Done before commands of a closed tab are sent: brings what they refer to. */
  readonly beforeAdopted?: () => Promise<void>;
  readonly locks?: TabLocks;
}

/** Commands under way at once. The server's answers to them are what lets out the next. */
const WINDOW = 32;

/**
 * This person's commands until the server has answered them.
 *
 * 1. A command is kept on the device, in order, from the moment it is given until its reply.
 * 2. It is sent again, with its id, on each new connection until then; the server does it once.
 * 3. A command belongs to the tab that made it, since it may refer to text that only this tab has sent. When the tab is
 *    gone, one other tab takes over what it left.
 */
export class Outbox {
  readonly #queue = createStore<readonly QueuedCommand[]>([]);
  /** In order; the done ones stay until `forget`. */
  readonly queue: Readable<readonly QueuedCommand[]> = this.#queue;
  readonly #kept = createStore<'opening' | 'yes' | 'no'>('opening');
  /** Whether this device keeps what is queued. */
  readonly keptOnDevice: Readable<'opening' | 'yes' | 'no'> = this.#kept;
  /** Settles when the device has been read, or could not be. */
  readonly opened: Promise<void>;
  readonly #tab = newId();
  readonly #options: OutboxOptions;
  readonly #locks: TabLocks;
  readonly #underWay = new Set<string>();
  readonly #waiting = new Map<string, (reply: Reply) => void>();
  readonly #repliedListeners = new Set<(command: Command, reply: Reply) => void>();
  #database: OutboxDatabase | null = null;
  #release: () => void = () => {};
  /** The writes to the device so far; each follows the one before. */
  #writes: Promise<void>;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#locks = options.locks ?? platformLocks();
    this.opened = this.#open();
    this.#writes = this.opened;
  }

  /** Queues a command and sends it if it can; settles with the server's reply, however late. */
  add(command: Command, at: Moment): Promise<Reply> {
    this.#queue.update((queue) => [...queue, { command, at, done: false }]);
    this.#write((database) => database.add({ owner: this.#tab, command, at }));
    this.#sendSome();
    return new Promise((resolve) => this.#waiting.set(command.id, resolve));
  }

  /** A connection was made: everything without a reply goes out again, and what closed tabs have left. */
  connected(): void {
    this.#underWay.clear();
    this.#sendSome();
    this.#write(() => this.#adopt());
  }

  /** The server's answer. One to a command that is not, or no longer, waiting is passed over. */
  receive(reply: Reply): void {
    this.#underWay.delete(reply.command);
    const queued = this.#queue.get().find(({ command, done }) => command.id === reply.command && !done);
    if (queued) this.#settle(queued, reply);
    this.#sendSome();
  }

  onReplied(listener: (command: Command, reply: Reply) => void): () => void {
    this.#repliedListeners.add(listener);
    return () => this.#repliedListeners.delete(listener);
  }

  /** Takes commands out that need not be shown any more. */
  forget(commands: ReadonlySet<string>): void {
    this.#queue.update((queue) =>
      queue.some(({ command }) => commands.has(command.id))
        ? queue.filter(({ command }) => !commands.has(command.id))
        : queue,
    );
  }

  /** Finishes writing and leaves the rest to the next tab. */
  async close(): Promise<void> {
    await this.#writes;
    this.#database?.close();
    this.#database = null;
    this.#release();
  }

  async #open(): Promise<void> {
    try {
      this.#database = await OutboxDatabase.open(this.#options.name);
      this.#release = await this.#locks.hold(this.#lockOf(this.#tab));
      this.#kept.set('yes');
      await this.#adopt();
    } catch {
      this.#kept.set('no');
    }
  }

  #lockOf(tab: string): string {
    return `${this.#options.name}/${tab}`;
  }

  async #adopt(): Promise<void> {
    const owners = (await this.#database?.owners()) ?? [];
    for (const owner of owners.filter((tab) => tab !== this.#tab))
      await this.#locks.ifFree(this.#lockOf(owner), () => this.#adoptFrom(owner));
  }

  async #adoptFrom(owner: string): Promise<void> {
    const adopted = (await this.#database?.handOver(owner, this.#tab)) ?? [];
    if (adopted.length === 0) return;
    await this.#options.beforeAdopted?.();
    const queued = adopted.map(({ command, at }) => ({ command, at, done: false }));
    this.#queue.update((queue) => [...queued, ...queue]);
    this.#sendSome();
  }

  #sendSome(): void {
    for (const { command, done } of this.#queue.get()) {
      if (done || this.#underWay.has(command.id)) continue;
      if (this.#underWay.size >= WINDOW || !this.#options.send(command)) return;
      this.#underWay.add(command.id);
    }
  }

  #settle(queued: QueuedCommand, reply: Reply): void {
    const { command } = queued;
    this.#write((database) => database.remove(command.id));
    if (reply.ok)
      this.#queue.update((queue) => queue.map((one) => (one === queued ? { ...one, done: true } : one)));
    else this.forget(new Set([command.id]));
    this.#waiting.get(command.id)?.(reply);
    this.#waiting.delete(command.id);
    for (const listener of [...this.#repliedListeners]) listener(command, reply);
  }

  #write(write: (database: OutboxDatabase) => Promise<void>): void {
    this.#writes = this.#writes.then(async () => {
      if (this.#database) await write(this.#database).catch(() => this.#kept.set('no'));
    });
  }
}
