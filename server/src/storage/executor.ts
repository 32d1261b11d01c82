import type { RunResult, SqlValue, Statement } from './database.ts';
import { type SqliteHandle, type SqliteStatement, sqliteCode } from './driver.ts';
import {
  ConstraintViolation,
  type SentError,
  SequenceConflict,
  StorageError,
  StorageFailed,
  StorageFull,
  sendError,
} from './errors.ts';

export interface Query {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** What was asked for in one event-loop turn: the transactions share a commit, the queries run after it. */
export interface Batch {
  readonly transactions: readonly (readonly Statement[])[];
  readonly queries: readonly Query[];
}

export type Outcome<Value> = { readonly value: Value } | { readonly error: SentError };

export interface BatchOutcome {
  readonly transactions: readonly Outcome<readonly RunResult[]>[];
  readonly queries: readonly Outcome<readonly unknown[]>[];
  /** Set once the store takes no more writes. */
  readonly failed?: SentError;
}

const SQLITE_ERROR = 1;
const SQLITE_FULL = 13;
const SQLITE_TOOBIG = 18;
const SQLITE_CONSTRAINT = 19;
const SQLITE_MISMATCH = 20;
const SQLITE_RANGE = 25;

/** Errors that are the statement's own fault: the file is as sound as before. */
const OWN_FAULT = new Set([SQLITE_ERROR, SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_RANGE]);

/** Runs batches on the file. After a failed disk it refuses every write: a later sync could hide an earlier loss. */
export class Executor {
  readonly #handle: SqliteHandle;
  readonly #statements = new Map<string, SqliteStatement>();
  #failure: StorageFailed | null = null;

  constructor(handle: SqliteHandle) {
    this.#handle = handle;
  }

  run(batch: Batch): BatchOutcome {
    const transactions = batch.transactions.length > 0 ? this.#commit(batch.transactions) : [];
    const queries = batch.queries.map((query) =>
      attempt(() => this.#prepare(query.sql).all(...query.params)),
    );
    return { transactions, queries, ...(this.#failure && { failed: sendError(this.#failure) }) };
  }

  #commit(transactions: Batch['transactions']): Outcome<readonly RunResult[]>[] {
    if (this.#failure) return refuseAll(transactions, this.#failure);
    try {
      this.#handle.exec('BEGIN IMMEDIATE');
      const outcomes = transactions.map((statements) => this.#savepoint(statements));
      this.#handle.exec('COMMIT');
      return outcomes;
    } catch (error) {
      this.#rollback();
      return refuseAll(transactions, this.#judge(error));
    }
  }

  /** One transaction within the shared commit. Its own fault undoes it alone; any other error ends the commit. */
  #savepoint(statements: readonly Statement[]): Outcome<readonly RunResult[]> {
    this.#handle.exec('SAVEPOINT one');
    try {
      const value = statements.map((statement) => this.#statement(statement));
      this.#handle.exec('RELEASE one');
      return { value };
    } catch (error) {
      if (!isOwnFault(error)) throw error;
      this.#handle.exec('ROLLBACK TO one');
      this.#handle.exec('RELEASE one');
      return { error: sendError(named(error)) };
    }
  }

  #statement({ sql, params = [], mustChange = false }: Statement): RunResult {
    const result = this.#prepare(sql).run(...params);
    const changes = Number(result.changes);
    if (mustChange && changes === 0) throw new SequenceConflict(`Nothing to change for: ${sql}`);
    return { changes, lastInsertRowid: Number(result.lastInsertRowid) };
  }

  #prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#handle.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #rollback(): void {
    try {
      this.#handle.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself, as it does for most I/O errors.
    }
  }

  #judge(error: unknown): StorageError {
    const message = error instanceof Error ? error.message : String(error);
    if (sqliteCode(error) === SQLITE_FULL) return new StorageFull(`No room on the disk: ${message}`);
    this.#failure = new StorageFailed(`The disk failed: ${message}`);
    return this.#failure;
  }
}

function isOwnFault(error: unknown): boolean {
  if (error instanceof SequenceConflict) return true;
  const code = sqliteCode(error);
  return code === 0 ? error instanceof TypeError || error instanceof RangeError : OWN_FAULT.has(code);
}

function named(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return sqliteCode(error) === SQLITE_CONSTRAINT
    ? new ConstraintViolation(message)
    : new StorageError(message);
}

function attempt<Value>(read: () => Value): Outcome<Value> {
  try {
    return { value: read() };
  } catch (error) {
    return { error: sendError(named(error)) };
  }
}

function refuseAll(
  transactions: Batch['transactions'],
  error: StorageError,
): Outcome<readonly RunResult[]>[] {
  return transactions.map(() => ({ error: sendError(error) }));
}
