import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Database, Migration, RunResult, SqlValue, Statement } from './database.ts';
import { receiveError, StorageError, StorageFailed } from './errors.ts';
import type { Batch, BatchOutcome, Outcome, Query } from './executor.ts';
import type { WriterMessage, WriterSettings } from './writer.ts';

interface Waiting<Request, Value> {
  readonly request: Request;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

type Write = Waiting<readonly Statement[], readonly RunResult[]>;
type Read = Waiting<Query, readonly unknown[]>;

/** Opens (or creates) the file and brings its tables up to date. Throws a `StorageError` when it cannot be used. */
export async function openDatabase(file: string, migrations: readonly Migration[]): Promise<Database> {
  const worker = startWriter({ file, migrations });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', (message: WriterMessage) => {
      if (message.kind === 'unusable') reject(receiveError(message.error));
      else resolve();
    });
    worker.once('error', reject);
  });
  return new SqliteDatabase(worker);
}

/** From the sources the thread registers the TypeScript loader itself; from the build it is plain JavaScript. */
function startWriter(settings: WriterSettings): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./writer.js', import.meta.url), { workerData: settings });
  const tsx = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs');
  const [loader, entry] = [pathToFileURL(tsx).href, new URL('./writer.ts', import.meta.url).href];
  const source = `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); import(${JSON.stringify(entry)}) })`;
  return new Worker(source, { eval: true, workerData: settings, execArgv: [] });
}

/** One batch is with the thread at a time; what comes meanwhile makes up the next, so a slow disk makes larger groups. */
class SqliteDatabase implements Database {
  readonly failed: Promise<StorageError>;
  readonly #worker: Worker;
  #writes: Write[] = [];
  #reads: Read[] = [];
  #underWay: { writes: Write[]; reads: Read[] } | null = null;
  #scheduled = false;
  #closing: Promise<void> | null = null;
  #closed: (() => void) | null = null;
  #reportFailure: (error: StorageError) => void = () => {};
  #broken: StorageError | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.failed = new Promise((resolve) => {
      this.#reportFailure = resolve;
    });
    worker.on('message', (message: WriterMessage) => {
      if (message.kind === 'done') this.#settle(message.outcome);
      if (message.kind === 'closed') this.#closed?.();
    });
    worker.on('error', (error) => this.#break(new StorageFailed(`The writer ended: ${error.message}`)));
  }

  async run(sql: string, params: readonly SqlValue[] = []): Promise<RunResult> {
    const [result] = await this.transaction([{ sql, params }]);
    return result!;
  }

  transaction(statements: readonly Statement[]): Promise<readonly RunResult[]> {
    const request = statements.map((s) => (s.params ? { ...s, params: s.params.map(compact) } : s));
    return this.#ask((waiting: Write) => this.#writes.push(waiting), request);
  }

  all<Row>(sql: string, params: readonly SqlValue[] = []): Promise<readonly Row[]> {
    const request = { sql, params: params.map(compact) };
    return this.#ask((waiting: Read) => this.#reads.push(waiting), request) as Promise<readonly Row[]>;
  }

  async get<Row>(sql: string, params: readonly SqlValue[] = []): Promise<Row | undefined> {
    const [row] = await this.all<Row>(sql, params);
    return row;
  }

  close(): Promise<void> {
    this.#closing ??= new Promise<void>((resolve) => {
      this.#closed = resolve;
      this.#schedule();
    }).then(async () => {
      await this.#worker.terminate();
    });
    return this.#closing;
  }

  #ask<Request, Value>(queue: (waiting: Waiting<Request, Value>) => void, request: Request): Promise<Value> {
    if (this.#broken) return Promise.reject(this.#broken);
    if (this.#closing) return Promise.reject(new StorageError('The store is closed.'));
    return new Promise((resolve, reject) => {
      queue({ request, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#underWay) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#broken) {
      this.#closed?.();
      return;
    }
    if (this.#writes.length + this.#reads.length === 0) {
      if (this.#closing) this.#worker.postMessage('close');
      return;
    }
    this.#underWay = { writes: this.#writes, reads: this.#reads };
    this.#writes = [];
    this.#reads = [];
    const batch: Batch = {
      transactions: this.#underWay.writes.map((write) => write.request),
      queries: this.#underWay.reads.map((read) => read.request),
    };
    this.#worker.postMessage(batch);
  }

  #settle(outcome: BatchOutcome): void {
    const done = this.#underWay!;
    this.#underWay = null;
    if (this.#writes.length + this.#reads.length > 0 || this.#closing) this.#send();
    done.writes.forEach((write, i) => {
      settleOne(write, outcome.transactions[i]!);
    });
    done.reads.forEach((read, i) => {
      settleOne(read, outcome.queries[i]!);
    });
    if (outcome.failed) this.#reportFailure(receiveError(outcome.failed));
  }

  #break(error: StorageError): void {
    this.#broken = error;
    const waiting = [...(this.#underWay?.writes ?? []), ...this.#writes];
    const reading = [...(this.#underWay?.reads ?? []), ...this.#reads];
    this.#underWay = null;
    this.#writes = [];
    this.#reads = [];
    for (const one of [...waiting, ...reading]) one.reject(error);
    this.#reportFailure(error);
    this.#closed?.();
  }
}

function settleOne<Value>(waiting: Waiting<unknown, Value>, outcome: Outcome<Value>): void {
  if ('value' in outcome) waiting.resolve(outcome.value);
  else waiting.reject(receiveError(outcome.error));
}

/** A view on a larger buffer would send the whole buffer to the thread. */
function compact(value: SqlValue): SqlValue {
  return value instanceof Uint8Array && value.byteLength !== value.buffer.byteLength ? value.slice() : value;
}
