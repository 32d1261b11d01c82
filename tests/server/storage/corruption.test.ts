import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleId } from '@assay/shared/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Executor } from '../../../server/src/storage/executor.ts';
import {
  CorruptRow,
  type Database,
  LOG_SCHEMA,
  openDatabase,
  sqliteLog,
  type UpdateLog,
} from '../../../server/src/storage/index.ts';

const ARTICLE = 'article-one' as ArticleId;
const AT = '2026-02-03T04:05:06.789Z';

let folder: string;
let database: Database;
let log: UpdateLog;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-corrupt-'));
  database = await openDatabase(join(folder, 'assay.db'), [LOG_SCHEMA]);
  log = await sqliteLog(database);
  const updates = [1, 2, 3].map((n) => ({ bytes: new Uint8Array([n, n, n]), person: null, at: AT }));
  await log.append({ article: ARTICLE, runs: [{ doc: 'one', expectedHead: 0, updates }] });
  await log.append({ article: ARTICLE, runs: [{ doc: 'two', expectedHead: 0, updates }] });
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe('a damaged file', () => {
  it.each([
    ['an altered byte', `UPDATE log SET bytes = x'010102' WHERE doc = 'one' AND seq = 1`],
    ['a row in another place', `UPDATE log SET seq = 9 WHERE doc = 'one' AND seq = 3`],
    ['a missing row', `DELETE FROM log WHERE doc = 'one' AND seq = 2`],
    ['a missing end', `DELETE FROM log WHERE doc = 'one' AND seq = 3`],
    ['two rows exchanged', `UPDATE log SET bytes = x'020202' WHERE doc = 'one' AND seq = 1`],
  ])('[ST14] is noticed and not served: %s; other documents are', async (_, damage) => {
    await database.run(damage);
    await expect(log.read('one')).rejects.toBeInstanceOf(CorruptRow);
    expect((await log.read('two')).updates.length).toBe(3);
  });

  it('[ST14] is noticed in a snapshot', async () => {
    await log.snapshot('one', 3, new Uint8Array([7]));
    await log.compact('one', 3);
    await database.run(`UPDATE snapshots SET state = x'08'`);
    await expect(log.read('one')).rejects.toBeInstanceOf(CorruptRow);
    await expect(log.snapshotAt('one', 3)).rejects.toBeInstanceOf(CorruptRow);
  });
});

describe('a failing disk', () => {
  /** A handle whose commit fails once with the given SQLite result code, as a disk does. */
  function failingOnce(errcode: number) {
    let failures = 1;
    const statement = { run: () => ({ changes: 1, lastInsertRowid: 1 }), all: () => [{ one: 1 }] };
    return new Executor({
      exec: (sql) => {
        if (sql === 'COMMIT' && failures-- > 0) throw Object.assign(new Error('disk'), { errcode });
      },
      prepare: () => statement,
      close: () => {},
    });
  }

  const batch = {
    transactions: [[{ sql: 'INSERT' }], [{ sql: 'INSERT' }]],
    queries: [{ sql: 'SELECT', params: [] }],
  };
  const refusals = (outcome: ReturnType<Executor['run']>) =>
    outcome.transactions.map((one) => ('error' in one ? one.error.kind : 'kept'));

  it('[ST15] refuses all of a commit whose sync failed and every write after it, and still reads', () => {
    const executor = failingOnce(10 | (4 << 8)); // SQLITE_IOERR_FSYNC
    expect(refusals(executor.run(batch))).toEqual(['StorageFailed', 'StorageFailed']);
    const later = executor.run(batch);
    expect(refusals(later)).toEqual(['StorageFailed', 'StorageFailed']);
    expect(later.failed?.kind).toBe('StorageFailed');
    expect(later.queries).toEqual([{ value: [{ one: 1 }] }]);
  });

  it('[ST16] refuses a commit for which the disk has no room, and writes again when there is', () => {
    const executor = failingOnce(13);
    expect(refusals(executor.run(batch))).toEqual(['StorageFull', 'StorageFull']);
    expect(refusals(executor.run(batch))).toEqual(['kept', 'kept']);
  });
});
