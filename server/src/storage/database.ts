import type { StorageError } from './errors.ts';

export type SqlValue = null | number | bigint | string | Uint8Array;

/** One statement of a transaction. With `mustChange`, changing no row fails the transaction with `SequenceConflict`. */
export interface Statement {
  readonly sql: string;
  readonly params?: readonly SqlValue[];
  readonly mustChange?: boolean;
}

export interface RunResult {
  /** Rows inserted, updated or deleted. */
  readonly changes: number;
  readonly lastInsertRowid: number;
}

/** The tables of one module. `steps[n]` leads from version n to n + 1 and is never edited once released. */
export interface Migration {
  /** Such as `log` or `accounts`. */
  readonly module: string;
  readonly steps: readonly string[];
}

/**
 * The one file of the data folder. A promise of a write settles when the disk has it: all writes of an event-loop turn
 * share one commit and one sync. A read sees every write that was asked for before it.
 */
export interface Database {
  /** One statement as a transaction of its own. */
  run(sql: string, params?: readonly SqlValue[]): Promise<RunResult>;
  /** All or nothing; the others of the same commit are not touched by its failure. One result a statement. */
  transaction(statements: readonly Statement[]): Promise<readonly RunResult[]>;
  /** Rows by column name; blobs are Uint8Array. */
  all<Row>(sql: string, params?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** The first row, or undefined. */
  get<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row | undefined>;
  /** Resolves with the reason if the store stops taking writes; then the program should end and start again. */
  readonly failed: Promise<StorageError>;
  /** Waits for what is under way, then closes. Later calls are refused. */
  close(): Promise<void>;
}
