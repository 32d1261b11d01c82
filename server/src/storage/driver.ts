import type { SqlValue } from './database.ts';

/** The part of Node's own `node:sqlite` that is used; `@photostructure/sqlite` has the same shape. */
export interface SqliteHandle {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

export interface SqliteStatement {
  run(...params: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  all(...params: SqlValue[]): unknown[];
}

interface SqliteModule {
  readonly DatabaseSync: new (path: string) => SqliteHandle;
}

/** Node's own SQLite where the running Node has it (22.13 and later), else the package with the same interface. */
async function sqliteModule(): Promise<SqliteModule> {
  const builtin = process.getBuiltinModule('node:sqlite' as 'node:process') as unknown; // not in Node 20's types
  if (builtin) return builtin as SqliteModule;
  return (await import('@photostructure/sqlite')) as SqliteModule;
}

/** Opens the file as it is. */
export async function openFile(file: string): Promise<SqliteHandle> {
  const { DatabaseSync } = await sqliteModule();
  return new DatabaseSync(file);
}

/** Opens the file for durable writing: a commit returns after the disk has synced it. */
export async function openSqlite(file: string): Promise<SqliteHandle> {
  const handle = await openFile(file);
  handle.exec('PRAGMA busy_timeout = 5000');
  handle.exec('PRAGMA journal_mode = WAL');
  handle.exec('PRAGMA synchronous = FULL');
  handle.exec('PRAGMA foreign_keys = ON');
  return handle;
}

/** SQLite's primary result code of an error, or 0 when it is not SQLite's. */
export function sqliteCode(error: unknown): number {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : 0;
}
