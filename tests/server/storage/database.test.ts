import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ConstraintViolation,
  type Database,
  NewerData,
  openDatabase,
  SequenceConflict,
} from '../../../server/src/storage/index.ts';

const NOTES = {
  module: 'notes',
  steps: ['CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT UNIQUE, data BLOB) STRICT'],
};

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-database-'));
  database = await openDatabase(join(folder, 'assay.db'), [NOTES]);
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe('the database', () => {
  it('[ST1] keeps what a settled write wrote, in WAL mode with full syncs', async () => {
    await database.run('INSERT INTO notes (body) VALUES (?)', ['first']);
    expect(await database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(await database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(await database.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    await database.close();
    database = await openDatabase(join(folder, 'assay.db'), [NOTES]);
    expect(await database.all('SELECT id, body FROM notes')).toEqual([{ id: 1, body: 'first' }]);
  });

  it('[ST2] lets a read see every write asked for before it in the same turn', async () => {
    const write = database.run('INSERT INTO notes (body) VALUES (?)', ['now']);
    const read = database.get<{ n: number }>('SELECT count(*) AS n FROM notes');
    expect((await read)?.n).toBe(1);
    expect(await write).toEqual({ changes: 1, lastInsertRowid: 1 });
  });

  it('[ST3] undoes the whole of a failing transaction and nothing of its neighbours', async () => {
    const insert = (body: string) => ({ sql: 'INSERT INTO notes (body) VALUES (?)', params: [body] });
    const [before, failing, after] = await Promise.allSettled([
      database.transaction([insert('a')]),
      database.transaction([insert('b'), insert('a')]),
      database.transaction([insert('c')]),
    ]);
    expect([before.status, failing.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((failing as PromiseRejectedResult).reason).toBeInstanceOf(ConstraintViolation);
    expect(await database.all('SELECT body FROM notes ORDER BY id')).toEqual([{ body: 'a' }, { body: 'c' }]);
  });

  it('[ST3] refuses a transaction whose compare-and-set changed no row', async () => {
    const update = { sql: 'UPDATE notes SET body = ? WHERE id = 7', params: ['x'], mustChange: true };
    await expect(database.transaction([update])).rejects.toBeInstanceOf(SequenceConflict);
  });

  it('[ST4] stores exactly the bytes of a view on a larger buffer', async () => {
    const bytes = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
    await database.run('INSERT INTO notes (data) VALUES (?)', [bytes]);
    const row = await database.get<{ data: Uint8Array }>('SELECT data FROM notes');
    expect([...row!.data]).toEqual([1, 2, 3]);
  });

  it('[ST5] brings a module forward step by step and refuses a file that is ahead', async () => {
    await database.run('INSERT INTO notes (body) VALUES (?)', ['kept']);
    await database.close();
    const second = { module: 'notes', steps: [...NOTES.steps, 'ALTER TABLE notes ADD COLUMN mood TEXT'] };
    database = await openDatabase(join(folder, 'assay.db'), [second]);
    expect(await database.all('SELECT body, mood FROM notes')).toEqual([{ body: 'kept', mood: null }]);
    await database.close();
    await expect(openDatabase(join(folder, 'assay.db'), [NOTES])).rejects.toBeInstanceOf(NewerData);
    database = await openDatabase(join(folder, 'assay.db'), [second]);
  });

  it('[ST6] finishes what is under way when closed, and refuses what comes later', async () => {
    const write = database.run('INSERT INTO notes (body) VALUES (?)', ['last']);
    await database.close();
    expect((await write).changes).toBe(1);
    await expect(database.run('DELETE FROM notes')).rejects.toThrow('closed');
  });
});
