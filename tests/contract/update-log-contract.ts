import { type ArticleId, type ArticleSummary, newId, type PersonId } from '@assay/shared/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LogEvent, SequenceConflict, type UpdateLog } from '../../server/src/storage/index.ts';

/** One store that outlives its adapters. */
export interface LogStore {
  /** A new adapter on the same data, as after a restart; the one before is closed. */
  open(): Promise<UpdateLog>;
  destroy(): Promise<void>;
}

const ARTICLE = 'article-one' as ArticleId;
const ANNA = 'person-anna' as PersonId;
const BEN = 'person-ben' as PersonId;
const TEXT = `${ARTICLE}/text`;
const REVIEW = `${ARTICLE}/review`;
const AT = '2026-02-03T04:05:06.789Z';

function run(doc: string, expectedHead: number, ...contents: string[]) {
  const updates = contents.map((content) => ({ bytes: bytes(content), person: ANNA, at: AT }));
  return { doc, expectedHead, updates };
}

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function event(seq: number, command: string, position = 0): LogEvent {
  const payload = JSON.stringify({ seq, command });
  const hashes = { previous: `h${seq - 1}`, hash: `h${seq}` };
  return {
    seq,
    id: newId(),
    command,
    position,
    type: 'article.locked',
    actor: ANNA,
    at: AT,
    payload,
    ...hashes,
  };
}

function summary(id: ArticleId, changed: string): ArticleSummary {
  const counts = { words: 2, characters: 9, annotations: 0, openThreads: 0 };
  return { id, title: 'One', ...counts, people: [ANNA], locked: false, created: AT, changed };
}

/** What every adapter of the `UpdateLog` port has to do. */
export function updateLogContract(name: string, make: () => Promise<LogStore>): void {
  describe(`UpdateLog: ${name}`, () => {
    let store: LogStore;
    let log: UpdateLog;

    const contents = async (doc: string) =>
      (await log.read(doc)).updates.map((update) => [update.seq, new TextDecoder().decode(update.bytes)]);

    beforeEach(async () => {
      store = await make();
      log = await store.open();
    });

    afterEach(() => store.destroy());

    it('[ST7] reads back the updates of a document in order, numbered from 1', async () => {
      await log.append({ article: ARTICLE, runs: [run(TEXT, 0, 'a', 'b')] });
      await log.append({ article: ARTICLE, runs: [run(TEXT, 2, 'c'), run(REVIEW, 0, 'r')] });
      log = await store.open();
      expect(await contents(TEXT)).toEqual([
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ]);
      expect(await contents(REVIEW)).toEqual([[1, 'r']]);
      expect((await log.read(TEXT)).head).toBe(3);
    });

    it('[ST7] answers a document that it does not know as empty', async () => {
      expect(await log.read('nothing')).toEqual({ snapshot: null, updates: [], head: 0 });
    });

    it('[ST8] refuses an append of a writer who has not seen the last update', async () => {
      await log.append({ article: ARTICLE, runs: [run(TEXT, 0, 'a')] });
      for (const head of [0, 2, 5])
        await expect(log.append({ article: ARTICLE, runs: [run(TEXT, head, 'x')] })).rejects.toBeInstanceOf(
          SequenceConflict,
        );
      expect(await contents(TEXT)).toEqual([[1, 'a']]);
    });

    it('[ST8] lets appends be sent without waiting for the ones before', async () => {
      const appends = ['a', 'b', 'c'].map((content, i) =>
        log.append({ article: ARTICLE, runs: [run(TEXT, i, content)] }),
      );
      await Promise.all(appends);
      expect((await contents(TEXT)).map(([, content]) => content)).toEqual(['a', 'b', 'c']);
    });

    it('[ST3] keeps nothing of an append of which one part is refused', async () => {
      await log.append({ article: ARTICLE, summary: summary(ARTICLE, AT), events: [event(1, 'command-1')] });
      const append = log.append({
        article: ARTICLE,
        runs: [run(TEXT, 0, 'a')],
        events: [event(2, 'command-2'), event(3, 'command-1')],
        summary: summary(ARTICLE, '2027-01-01T00:00:00.000Z'),
        bindings: [{ doc: TEXT, client: 7, person: ANNA }],
      });
      await expect(append).rejects.toThrow();
      expect(await contents(TEXT)).toEqual([]);
      expect((await log.events(ARTICLE)).length).toBe(1);
      expect((await log.summary(ARTICLE))?.changed).toBe(AT);
      expect((await log.bindings(TEXT)).size).toBe(0);
    });

    it('[ST9] numbers the events of an article without gaps and takes a command once', async () => {
      const first = [event(1, 'command-1', 0), event(2, 'command-1', 1)];
      await log.append({ article: ARTICLE, summary: summary(ARTICLE, AT), events: first });
      await expect(log.append({ article: ARTICLE, events: [event(4, 'command-2')] })).rejects.toThrow();
      await expect(log.append({ article: ARTICLE, events: [event(3, 'command-1', 0)] })).rejects.toThrow();
      await log.append({ article: ARTICLE, events: [event(3, 'command-3')] });
      log = await store.open();
      expect((await log.events(ARTICLE)).slice(0, 2)).toEqual(first);
      expect((await log.events(ARTICLE, 2)).map(({ command }) => command)).toEqual(['command-3']);
    });

    it('[ST10] binds a client id to one person for ever', async () => {
      await log.append({ article: ARTICLE, runs: [run(TEXT, 0, 'a')], bindings: [bound(ANNA)] });
      await log.append({ article: ARTICLE, bindings: [bound(ANNA)] });
      await expect(log.append({ article: ARTICLE, bindings: [bound(BEN)] })).rejects.toBeInstanceOf(
        SequenceConflict,
      );
      log = await store.open();
      expect([...(await log.bindings(TEXT))]).toEqual([[4_000_000_001, ANNA]]);
    });

    it('[ST11] serves a snapshot with the updates after it, and lets go of the rest only then', async () => {
      await log.append({ article: ARTICLE, runs: [run(TEXT, 0, 'a', 'b', 'c')] });
      await expect(log.compact(TEXT, 2)).rejects.toBeInstanceOf(SequenceConflict);
      await log.snapshot(TEXT, 2, bytes('ab'));
      expect(await log.snapshotAt(TEXT, 2)).toEqual(bytes('ab'));
      expect((await log.read(TEXT)).snapshot).toBeNull();
      expect((await contents(TEXT)).length).toBe(3);
      await log.compact(TEXT, 2);
      await log.append({ article: ARTICLE, runs: [run(TEXT, 3, 'd')] });
      log = await store.open();
      expect((await log.read(TEXT)).snapshot).toEqual({ upto: 2, state: bytes('ab') });
      expect(await contents(TEXT)).toEqual([
        [3, 'c'],
        [4, 'd'],
      ]);
    });

    it('[ST12] lists the library by the last change and keeps originals under their hash', async () => {
      const second = 'article-two' as ArticleId;
      const original = { sha256: 'abc', bytes: bytes('<p>One</p>') };
      await log.append({ article: second, summary: summary(second, '2026-02-04T00:00:00.000Z'), original });
      await log.append({ article: ARTICLE, summary: summary(ARTICLE, AT), original });
      await log.append({ article: ARTICLE, summary: summary(ARTICLE, '2026-02-05T00:00:00.000Z') });
      log = await store.open();
      expect((await log.summaries()).map(({ id }) => id)).toEqual([ARTICLE, second]);
      expect(await log.original('abc')).toEqual(original.bytes);
      expect(await log.original('def')).toBeNull();
    });

    it('[ST13] keeps its epoch over restarts', async () => {
      const { epoch } = log;
      log = await store.open();
      expect(log.epoch).toBe(epoch);
      expect(epoch).not.toBe('');
    });
  });
}

function bound(person: PersonId) {
  return { doc: TEXT, client: 4_000_000_001, person };
}
