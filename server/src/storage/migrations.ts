import type { Migration } from './database.ts';
import type { SqliteHandle } from './driver.ts';
import { NewerData } from './errors.ts';

/**
 * Brings every module's tables to its newest version, each step in a transaction together with its number, so that
 * a kill leaves the file at one version or the next. Throws `NewerData` when the file is ahead of the program.
 */
export function migrate(handle: SqliteHandle, migrations: readonly Migration[]): void {
  handle.exec(
    'CREATE TABLE IF NOT EXISTS schema_versions (module TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT',
  );
  for (const migration of migrations) migrateModule(handle, migration);
}

function migrateModule(handle: SqliteHandle, { module, steps }: Migration): void {
  const version = currentVersion(handle, module);
  if (version > steps.length)
    throw new NewerData(
      `The data were written by a newer version (${module} ${version}, known ${steps.length}).`,
    );
  for (let next = version; next < steps.length; next++) {
    handle.exec('BEGIN IMMEDIATE');
    try {
      handle.exec(steps[next]!);
      handle.prepare('INSERT OR REPLACE INTO schema_versions VALUES (?, ?)').run(module, next + 1);
      handle.exec('COMMIT');
    } catch (error) {
      handle.exec('ROLLBACK');
      throw error;
    }
  }
}

function currentVersion(handle: SqliteHandle, module: string): number {
  const [row] = handle.prepare('SELECT version FROM schema_versions WHERE module = ?').all(module);
  return (row as { version: number } | undefined)?.version ?? 0;
}
