import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, LOG_SCHEMA, openDatabase, sqliteLog } from '../../server/src/storage/index.ts';
import { updateLogContract } from './update-log-contract.ts';

updateLogContract('SQLite file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-log-'));
  let database: Database | null = null;
  return {
    async open() {
      await database?.close();
      database = await openDatabase(join(folder, 'assay.db'), [LOG_SCHEMA]);
      return sqliteLog(database);
    },
    async destroy() {
      await database?.close();
      rmSync(folder, { recursive: true });
    },
  };
});
