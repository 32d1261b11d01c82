import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleId } from '@assay/shared/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compact, sayTheSame } from '../../../server/src/room/compaction.ts';
import { rebuild } from '../../../server/src/room/replica.ts';
import {
  CorruptRow,
  type Database,
  LOG_SCHEMA,
  openDatabase,
  sqliteLog,
  type UpdateLog,
} from '../../../server/src/storage/index.ts';

const DOC = 'article-one/text';
const AT = '2026-02-03T04:05:06.789Z';

let folder: string;
let database: Database;
let log: UpdateLog;
let written: Y.Doc;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-compaction-'));
  database = await openDatabase(join(folder, 'assay.db'), [LOG_SCHEMA]);
  log = await sqliteLog(database);
  written = new Y.Doc();
  const updates: Uint8Array[] = [];
  written.on('update', (update) => updates.push(update));
  const text = written.getText('article');
  for (let i = 0; i < 20; i++) text.insert(i, 'x');
  text.format(3, 6, { strong: true });
  text.delete(2, 5);
  text.insertEmbed(0, new Y.Map([['t', 'heading']]));
  const run = updates.map((bytes) => ({ bytes, person: null, at: AT }));
  await log.append({
    article: 'article-one' as ArticleId,
    runs: [{ doc: DOC, expectedHead: 0, updates: run }],
  });
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

/** The log, in which one operation does something else. */
function withOther<Name extends keyof UpdateLog>(name: Name, other: UpdateLog[Name]): UpdateLog {
  return new Proxy(log, {
    get(target, member) {
      if (member === name) return other;
      const value: unknown = Reflect.get(target, member);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function isWhole(): Promise<boolean> {
  return sayTheSame(rebuild(await log.read(DOC)), written);
}

describe('compaction', () => {
  it('[RM19] leaves a state that says the same, and nothing else', async () => {
    expect(await compact(log, DOC, 10)).toBe(true);
    const logged = await log.read(DOC);
    expect(logged.updates).toEqual([]);
    expect(logged.snapshot?.state.length).toBeLessThan(200);
    expect(await isWhole()).toBe(true);
    expect(await compact(log, DOC, 1)).toBe(false);
  });

  it('[RM19] waits until it is worth it', async () => {
    expect(await compact(log, DOC, 1_000)).toBe(false);
    expect((await log.read(DOC)).snapshot).toBeNull();
  });

  it.each(['snapshot', 'snapshotAt', 'compact'] as const)(
    '[RM19] loses nothing when it is cut short at %s, and is made good the next time',
    async (step) => {
      const killed = () => Promise.reject(new Error('killed'));
      await expect(compact(withOther(step, killed), DOC, 10)).rejects.toThrow('killed');
      expect(await isWhole()).toBe(true);
      expect(await compact(log, DOC, 1)).toBe(true);
      expect((await log.read(DOC)).updates).toEqual([]);
      expect(await isWhole()).toBe(true);
    },
  );

  it('[RM19] lets go of nothing when the state that was kept does not say the same', async () => {
    const other = new Y.Doc();
    other.getText('article').insert(0, 'something else');
    const wrong = async () => Y.encodeStateAsUpdate(other);
    await expect(compact(withOther('snapshotAt', wrong), DOC, 10)).rejects.toBeInstanceOf(CorruptRow);
    expect((await log.read(DOC)).updates.length).toBeGreaterThan(20);
    expect(await isWhole()).toBe(true);
  });

  it('[RM19] goes on beside appends', async () => {
    const more = new Y.Doc();
    Y.applyUpdate(more, Y.encodeStateAsUpdate(written));
    const { head } = await log.read(DOC);
    const before = Y.encodeStateVector(more);
    more.getText('article').insert(1, 'meanwhile');
    const update = { bytes: Y.encodeStateAsUpdate(more, before), person: null, at: AT };
    const append = {
      article: 'article-one' as ArticleId,
      runs: [{ doc: DOC, expectedHead: head, updates: [update] }],
    };
    await Promise.all([compact(log, DOC, 10), log.append(append)]);
    expect(
      rebuild(await log.read(DOC))
        .getText('article')
        .toString(),
    ).toContain('meanwhile');
  });
});
