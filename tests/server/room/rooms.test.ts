import { schema } from '@assay/shared/article';
import { type ArticleId, newId, sha256Hex } from '@assay/shared/model';
import { verifyChain } from '@assay/shared/review';
import { readReview } from '@assay/shared/ydoc';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { rebuild } from '../../../server/src/room/replica.ts';
import { CorruptRow } from '../../../server/src/storage/index.ts';
import { realArticle } from '../../support/real-data.ts';
import { LiveServer, type Somebody } from '../gateway/live-server.ts';
import { documentUrl, RawClient } from '../gateway/raw-client.ts';

let server: LiveServer;
let owner: Somebody;
let reviewer: Somebody;

beforeEach(async () => {
  server = await LiveServer.start({ rooms: { idle: 0, tail: 10, summaryDelay: 0 } });
  owner = await server.somebody('Olga', 'owner');
  reviewer = await server.somebody('Rita', 'reviewer');
});

afterEach(() => server.destroy());

function join(article: ArticleId, who = owner, room: 'text' | 'review' = 'text') {
  return new RawClient(documentUrl(server, article, room), { token: who.token }).join();
}

function mark(article: ArticleId, who: Somebody, id: string, start: number, end: number) {
  return server.rooms.use(article, async (room) => {
    const annotation = { id, label: 'claim', ranges: [{ start, end }] };
    const text = { sha256: room.text.text.sha256 };
    const command = { id: newId(), type: 'annotation.create', annotation, text };
    return room.command(command, { person: who.person.id, role: who.role });
  });
}

/** Waits until no article is open: each leaving room is written, compacted and gone. */
async function allGone(): Promise<void> {
  while (server.rooms.size > 0) await new Promise((resolve) => setImmediate(resolve));
  await server.log.summaries();
}

describe('making an article', () => {
  it('[RM12] keeps its text, its first event, its original and its line in the library at once', async () => {
    const id = await server.article(owner, 'One fine day.\nAnother day.');
    const reading = (await server.rooms.read(id))!;
    expect(reading.text.linear).toBe('One fine day.\nAnother day.');
    expect(reading.text.sha256).toBe(sha256Hex(reading.text.linear));
    expect(reading.text.node.childCount).toBe(2);
    expect(reading.record).toMatchObject({
      id,
      title: 'An article',
      creator: owner.person.id,
      locked: false,
    });
    expect([...reading.people.values()]).toEqual([owner.person]);
    expect(reading.summary).toMatchObject({ words: 5, characters: 26, annotations: 0, openThreads: 0 });
    expect(reading.summary).toMatchObject({ phase: 'marking', blind: false });
    expect(await server.rooms.summaries()).toEqual([reading.summary]);
    const bytes = await server.rooms.original(reading.record.original.sha256);
    expect(new TextDecoder().decode(bytes!)).toBe('One fine day.\nAnother day.');
    const events = (await server.log.events(id)).map(({ payload }) => JSON.parse(payload));
    expect(verifyChain(events)).toEqual({ ok: true, end: reading.chain });
  });

  it('[RM12] is refused to who may not, and for an id that is taken', async () => {
    const id = await server.article(owner, 'One.');
    const original = new TextEncoder().encode('One.');
    const article = {
      id,
      title: 'Two',
      original: { format: 'text' as const, sha256: sha256Hex(original), bytes: 4 },
    };
    const seed = { article, content: schema.nodes.doc.createAndFill()!, original };
    const as = (who: Somebody) => ({ person: who.person.id, role: who.role });
    expect(await server.rooms.create(seed, as(owner))).toMatchObject({
      ok: false,
      refusal: { code: 'already-exists' },
    });
    const other = { ...seed, article: { ...article, id: newId<ArticleId>() } };
    expect(await server.rooms.create(other, as(reviewer))).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed' },
    });
    await expect(server.rooms.create({ ...other, original: new Uint8Array(1) }, as(owner))).rejects.toThrow(
      RangeError,
    );
    expect((await server.rooms.summaries()).map(({ title }) => title)).toEqual(['An article']);
  });
});

describe('an open article', () => {
  it('[RM13][RM4] is loaded once, however many ask at once, and let go when nobody is in it', async () => {
    const id = await server.article(owner, 'One.');
    const entered = await Promise.all([1, 2, 3].map(() => server.rooms.enter(id)));
    expect(new Set(entered.map((one) => one!.room)).size).toBe(1);
    expect(server.rooms.size).toBe(1);
    for (const one of entered) one!.leave();
    await allGone();
    expect((await server.rooms.read(id))?.text.linear).toBe('One.');
    expect(await server.rooms.enter(newId<ArticleId>())).toBeNull();
  });

  it('[RM14] keeps the library up to date with text and review', async () => {
    const id = await server.article(owner, 'One fine day.');
    const page = await join(id);
    page.edit((text) => text.insert(1, 'Not even '));
    await page.until('saved', () => page.saved === 1);
    await page.close();
    await allGone();
    expect((await server.rooms.summaries())[0]).toMatchObject({ words: 5, characters: 22, people: [] });
    await mark(id, reviewer, 'annotation-one', 0, 3);
    const comment = { id: newId(), body: 'Really?' };
    await server.rooms.use(id, (room) =>
      room.command(
        {
          id: newId(),
          type: 'comment.add',
          comment,
          thread: 'annotation-one',
          subject: { on: 'annotation', annotation: 'annotation-one' },
        },
        { person: owner.person.id, role: 'owner' },
      ),
    );
    const people = [reviewer.person.id, owner.person.id];
    expect((await server.rooms.summaries())[0]).toMatchObject({ annotations: 1, openThreads: 1, people });
  });

  it('[RM14] tells where each article stands in its review', async () => {
    const id = await server.article(owner, 'One fine day.');
    const command = { id: newId(), type: 'review.plan', plan: { blind: true } };
    await server.rooms.use(id, (room) => room.command(command, { person: owner.person.id, role: 'owner' }));
    expect((await server.rooms.summaries())[0]).toMatchObject({ phase: 'marking', blind: true });
    await server.rooms.use(id, (room) =>
      room.command({ id: newId(), type: 'review.reveal' }, { person: owner.person.id, role: 'owner' }),
    );
    expect((await server.rooms.summaries())[0]).toMatchObject({ phase: 'discussing', blind: true });
  });

  it('[RM15] says the same after it was let go and opened again', async () => {
    const id = await server.article(owner, 'One fine day.\nAnother.');
    await mark(id, reviewer, 'annotation-one', 4, 8);
    const before = (await server.rooms.read(id))!;
    await allGone();
    const after = (await server.rooms.read(id))!;
    expect(after.state).toEqual(before.state);
    expect(after.places).toEqual(before.places);
    expect(after.chain).toEqual(before.chain);
    expect(after.text.sha256).toBe(before.text.sha256);
    expect(after.people).toEqual(before.people);
  });

  it('[RM16] is published as it is decided: the review document and the ledger say the same', async () => {
    const id = await server.article(owner, 'One fine day.\nAnother.');
    const review = await join(id, reviewer, 'review');
    for (let i = 0; i < 5; i++) await mark(id, reviewer, `annotation-${i}`, i, i + 3);
    await review.settle();
    const { state } = (await server.rooms.read(id))!;
    expect(readReview(review.doc).state.annotations).toEqual(new Map(state.annotations));
    expect([...readReview(review.doc).people.keys()].sort()).toEqual(
      [owner.person.id, reviewer.person.id].sort(),
    );
  });

  it('[RM17] refuses offsets counted in another text', async () => {
    const id = await server.article(owner, 'One fine day.');
    const annotation = { id: newId(), label: 'claim', ranges: [{ start: 0, end: 3 }] };
    const reply = await server.rooms.use(id, (room) =>
      room.command(
        { id: newId(), type: 'annotation.create', annotation, text: { sha256: sha256Hex('Other') } },
        { person: owner.person.id, role: 'owner' },
      ),
    );
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'stale-text' } });
  });

  it('[RM18] is not opened when its record was altered, and the others are', async () => {
    const [id, other] = [await server.article(owner, 'One.'), await server.article(owner, 'Two.')];
    await server.database.run(
      `UPDATE events SET actor = ?1, payload = replace(payload, ?2, ?1) WHERE article = ?3`,
      [reviewer.person.id, owner.person.id, id],
    );
    await expect(server.rooms.read(id)).rejects.toBeInstanceOf(CorruptRow);
    const client = new RawClient(documentUrl(server, id, 'text'), { token: owner.token });
    expect(await client.ended()).toBe(1013);
    expect((await server.rooms.read(other))?.text.linear).toBe('Two.');
    expect(server.problems[0]).toBeInstanceOf(CorruptRow);
  });
});

describe('compaction', () => {
  it('[RM19] keeps every word, mark and identity, and lets go of the updates', async () => {
    const id = await server.article(
      owner,
      realArticle()?.slice(0, 4_000) ?? 'One fine day, a long one.\nAnother.',
    );
    const page = await join(id);
    for (let i = 0; i < 15; i++) page.edit((text) => text.insert(1 + i * 2, `w${i}`));
    page.edit((text) => text.delete(3, 6));
    page.edit((text) => text.format(1, 8, { strong: true }));
    await page.until('saved', () => page.saved === 17);
    for (let i = 0; i < 12; i++) await mark(id, reviewer, `annotation-${i}`, i, i + 5);
    const before = (await server.rooms.read(id))!;
    await page.close();
    await allGone();
    await server.rooms.close();
    for (const doc of [`${id}/text`, `${id}/review`]) {
      const logged = await server.log.read(doc);
      expect(logged.updates).toEqual([]);
      expect(logged.snapshot?.upto).toBe(logged.head);
    }
    server = await server.restart();
    const back = new RawClient(documentUrl(server, id, 'text'), { token: owner.token, doc: page.doc });
    await back.join();
    const after = (await server.rooms.read(id))!;
    expect(after.text.linear).toBe(before.text.linear);
    expect(after.places).toEqual(before.places);
    expect(after.state).toEqual(before.state);
    back.sendAnswer(Y.encodeStateAsUpdate(back.doc, back.asked[0]!));
    back.edit((text) => text.insert(1, 'Still mine. '));
    await back.until('saved', () => back.saved === 2);
    expect(back.denied).toEqual([]);
    expect(
      Y.equalSnapshots(Y.snapshot(back.doc), Y.snapshot(rebuild(await server.log.read(`${id}/text`)))),
    ).toBe(true);
  });
});
