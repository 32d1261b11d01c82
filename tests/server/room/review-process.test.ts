import { type ArticleId, type Group, newId } from '@assay/shared/model';
import type { Reply } from '@assay/shared/protocol';
import { ENTRY_ROOTS, type ReviewState, seenBy, withPrivate } from '@assay/shared/review';
import { readReview } from '@assay/shared/ydoc';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveServer, type Somebody } from '../gateway/live-server.ts';
import { documentUrl, RawClient } from '../gateway/raw-client.ts';

const TEXT = 'The harbour wall fell on Tuesday, she said.\nNobody had warned the town.';

let server: LiveServer;
let people: Record<'mia' | 'ana' | 'ben' | 'cy', Somebody>;
let article: ArticleId;
let now = Date.parse('2026-11-27T12:00:00Z');

const options = { rooms: { idle: 0 }, clock: () => now };

beforeEach(async () => {
  now = Date.parse('2026-11-27T12:00:00Z');
  server = await LiveServer.start(options);
  const [mia, ana, ben, cy] = [
    await server.somebody('Mia', 'moderator'),
    await server.somebody('Ana', 'reviewer'),
    await server.somebody('Ben', 'reviewer'),
    await server.somebody('Cy', 'editor'),
  ];
  people = { mia, ana, ben, cy };
  article = await server.article(mia, TEXT);
});

afterEach(() => server.destroy());

function does(who: Somebody, wish: object): Promise<Reply | null> {
  return server.rooms.use(article, (room) =>
    room.command({ id: newId(), ...wish }, { person: who.person.id, role: who.role }),
  );
}

async function mark(who: Somebody, words: string, label = 'claim'): Promise<string> {
  const id = newId();
  const start = TEXT.indexOf(words);
  const sha256 = (await server.rooms.read(article))!.text.sha256;
  const annotation = { id, label, ranges: [{ start, end: start + words.length }] };
  expect(await does(who, { type: 'annotation.create', annotation, text: { sha256 } })).toMatchObject({
    ok: true,
  });
  return id;
}

const state = async () => (await server.rooms.read(article))!.state;

/** What somebody reads who joins now, or goes on with what they had. */
async function reads(who: Somebody, docs = [new Y.Doc(), new Y.Doc()]): Promise<ReviewState> {
  const clients = await Promise.all(
    (['review', 'private'] as const).map((room, i) =>
      new RawClient(documentUrl(server, article, room), { token: who.token, doc: docs[i]! }).join(),
    ),
  );
  for (const client of clients) client.socket.close();
  const [all, own] = docs.map((doc) => readReview(doc).state);
  return withPrivate(all!, own!);
}

/** What of a state readers are shown at all, in plain maps. */
function shown(state: ReviewState): object {
  const maps = Object.fromEntries(
    ENTRY_ROOTS.map((root) => [root, Object.fromEntries(state[root] as ReadonlyMap<string, unknown>)]),
  );
  const { article: record, guide, workflow } = state;
  return { record, guide, workflow, ...maps };
}

/** The groups in text order: their words by whom, and how they agree. */
async function groups(): Promise<string[]> {
  const { groups: all } = await state();
  const names = new Map(Object.values(people).map(({ person }) => [person.id, person.name]));
  return [...all.values()]
    .sort((a: Group, b: Group) => a.start - b.start)
    .map(
      ({ label, reviewers, state: is }) => `${label} ${reviewers.map((id) => names.get(id)).join('+')} ${is}`,
    );
}

describe('groups', () => {
  it('[RM22] are made when marking ends and again whenever marks change, and keep their ids', async () => {
    const { mia, ana, ben, cy } = people;
    await mark(ana, 'harbour wall fell');
    const byBen = await mark(ben, 'wall fell');
    await mark(cy, 'Nobody had warned');
    expect((await state()).groups.size).toBe(0);
    await does(mia, { type: 'review.move', to: 'discussing' });
    expect(await groups()).toEqual(['claim Ana+Ben majority', 'claim Cy single']);
    const [first] = (await state()).groups.keys();
    await mark(cy, 'The harbour wall fell');
    expect(await groups()).toEqual(['claim Cy+Ana+Ben boundary', 'claim Cy single']);
    expect((await state()).groups.has(first!)).toBe(true);
    await does(ben, { type: 'annotation.withdraw', annotation: byBen });
    await does(ana, {
      type: 'annotation.relabel',
      annotation: [...(await state()).annotations.keys()][0],
      label: 'quote',
    });
    expect((await groups()).sort()).toEqual(['claim Cy single', 'claim Cy single', 'quote Ana single']);
  });

  it('[RM22] are corrected by hand, and stay so over a restart', async () => {
    const { mia, ana, ben } = people;
    await mark(ana, 'harbour wall fell');
    const byBen = await mark(ben, 'wall fell');
    await does(mia, { type: 'review.move', to: 'settling' });
    const [group] = (await state()).groups.keys();
    await does(ben, { type: 'group.split', group, marks: [byBen] });
    expect(await groups()).toEqual(['claim Ana single', 'claim Ben single']);
    const before = [...(await state()).groups.keys()].sort();
    server = await server.restart(options);
    await mark(ana, 'Nobody had');
    expect((await state()).groups.size).toBe(3);
    expect([...(await state()).groups.keys()]).toEqual(expect.arrayContaining(before));
  });
});

describe('the deadline of blind marking', () => {
  const blind = (deadline: string) => ({
    type: 'review.plan',
    plan: { blind: true, deadline, revealAt: { deadline: true, allDone: false } },
  });

  it('[RM23] reveals the marks in an open room, also when it was moved', async () => {
    const { mia, ana } = people;
    await does(mia, blind('2026-11-28T00:00:00.000Z'));
    await mark(ana, 'wall');
    const reader = await new RawClient(documentUrl(server, article, 'review'), { token: mia.token }).join();
    await does(mia, { type: 'review.plan', plan: { deadline: new Date(now + 40).toISOString() } });
    now += 50;
    await reader.until('the mark', () => reader.doc.getMap('annotations').size === 1);
    expect((await state()).workflow.revealed?.reason).toBe('deadline');
  });

  it('[RM23] reveals the marks of a room that was not open then, before anybody is served', async () => {
    const { mia, ana } = people;
    await does(mia, blind('2026-11-28T00:00:00.000Z'));
    await mark(ana, 'wall');
    while (server.rooms.size > 0) await new Promise((resolve) => setImmediate(resolve));
    now = Date.parse('2026-11-29T00:00:00Z');
    const reader = await new RawClient(documentUrl(server, article, 'review'), { token: mia.token }).join();
    await reader.until('the mark', () => reader.doc.getMap('annotations').size === 1);
  });
});

describe('what is published to one person alone', () => {
  it('[RV73] with what is published to all, is what that person may see, after every command and for who was away', async () => {
    const { mia, ana, ben, cy } = people;
    const docs = new Map(Object.values(people).map((who) => [who, [new Y.Doc(), new Y.Doc()]]));
    const compare = async () => {
      const all = await state();
      for (const [who, kept] of docs) {
        const expected = shown(seenBy(all, who.person.id));
        expect(shown(await reads(who))).toEqual(expected);
        if (who !== cy) expect(shown(await reads(who, kept))).toEqual(expected);
      }
    };
    await does(mia, { type: 'review.plan', plan: { blind: true } });
    const [byAna, byBen] = [await mark(ana, 'harbour wall'), await mark(ben, 'wall fell')];
    await mark(cy, 'Nobody');
    await does(ana, { type: 'comment.add', comment: { id: 'comment-a1', body: 'x' }, thread: byAna });
    await compare();
    await does(ana, { type: 'annotation.relabel', annotation: byAna, label: 'quote' });
    await does(ana, { type: 'comment.delete', comment: 'comment-a1' });
    server = await server.restart(options);
    await compare();
    await does(ben, { type: 'annotation.withdraw', annotation: byBen });
    await does(mia, { type: 'review.reveal' });
    await compare();
    await does(ana, { type: 'annotation.withdraw', annotation: byAna });
    const [group] = (await state()).groups.keys();
    await does(ben, { type: 'vote.cast', group, choice: { kind: 'agree' } });
    await does(cy, { type: 'vote.cast', group, choice: { kind: 'disagree' } });
    await compare();
    await does(ben, { type: 'vote.cast', group, choice: null });
    await compare();
    await does(mia, { type: 'vote.reveal', group });
    // Cy was away from the beginning of it all.
    expect(shown(await reads(cy, docs.get(cy)!))).toEqual(shown(seenBy(await state(), cy.person.id)));
    await compare();
  });
});
