import 'fake-indexeddb/auto';
import type { AnnotationId, ArticleId, CommentId } from '@assay/shared/model';
import { newId, threadOf } from '@assay/shared/model';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TabLocks } from '../../../client/src/review/index.ts';
import { kindOfFrame } from '../../../client/src/sync/frames.ts';
import { LiveServer, type Somebody } from '../../server/gateway/live-server.ts';
import { browserLocks } from '../review/tabs.ts';
import { until } from '../support/until.ts';
import {
  untilOffline,
  untilOnline,
  untilSaved,
  untilWords,
  type Visit,
  type VisitOptions,
  visit,
} from './visit.ts';

const WORDS = 'Prices fell by a third, officials said on Monday.\nNobody has seen the figures.';

let server: LiveServer;
let port: number;
let article: ArticleId;
let ana: Somebody;
let ben: Somebody;
let locks: TabLocks;
const open: Visit[] = [];

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  locks = browserLocks();
  server = await LiveServer.start();
  port = server.port;
  ana = await server.somebody('Ana', 'moderator');
  ben = await server.somebody('Ben', 'reviewer');
  article = await server.article(ana, WORDS);
});

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ session }) => session.close()));
  await server.destroy();
});

function come(who: Somebody, options: Partial<VisitOptions> = {}): Visit {
  const visiting = visit({ port, article, who, locks, ...options });
  open.push(visiting);
  return visiting;
}

async function leave(visiting: Visit): Promise<void> {
  open.splice(open.indexOf(visiting), 1);
  await visiting.session.close();
}

/** The server is gone; what it had is kept. */
async function serverDown(): Promise<() => Promise<void>> {
  const { folder } = server;
  await server.stop();
  return async () => {
    server = await LiveServer.start({ folder, port });
  };
}

const mark = (visiting: Visit, words: string) => {
  const id = newId<AnnotationId>();
  const reply = visiting.session.send({
    type: 'annotation.create',
    annotation: { id, label: 'claim', ranges: visiting.held(words), attributes: {} },
  });
  return { id, reply };
};

const comment = (visiting: Visit, annotation: AnnotationId, body: string) =>
  visiting.session.send({
    type: 'comment.add',
    comment: { id: newId<CommentId>(), body },
    thread: threadOf(annotation),
    subject: { on: 'annotation', annotation },
  });

const marksOf = (visiting: Visit) => visiting.drawn().map(({ words }) => words);

describe('an open article', () => {
  it('[OB12] is read, edited and marked by several at once, and says saved when the server has it', async () => {
    const editing = come(ana);
    const reviewing = come(ben);
    await Promise.all([
      until(editing.session.textReady, Boolean),
      until(reviewing.session.textReady, Boolean),
    ]);
    await Promise.all([untilOnline(editing), untilOnline(reviewing)]);
    expect(reviewing.words()).toBe(WORDS);
    editing.type(' Not one.');
    await untilWords(reviewing, (words) => words.endsWith('Not one.'));
    const { id, reply } = mark(reviewing, 'Not one.');
    expect(reviewing.drawn()).toEqual([{ id, words: 'Not one.', pending: true }]);
    expect(await reply).toMatchObject({ ok: true });
    await until(editing.session.review, ({ state }) => state.annotations.has(id));
    expect(editing.drawn()).toEqual([{ id, words: 'Not one.', pending: false }]);
    await Promise.all([untilSaved(editing), untilSaved(reviewing)]);
  });

  it('[OB12] who is here is each person once, oneself first, with who is editing', async () => {
    const mine = come(ben);
    come(ben);
    const theirs = come(ana);
    await Promise.all(open.map(untilOnline));
    theirs.awareness.setLocalStateField('cursor', { anchor: 1, head: 1 });
    const list = await until(mine.session.presence, (presence) => presence.some(({ editing }) => editing));
    expect(list.map(({ person, self, editing }) => [person.name, self, editing])).toEqual([
      ['Ben', true, false],
      ['Ana', false, true],
    ]);
  });

  it('[OB21] a reviewer with a caret in the text is not editing, and an editor who reviews is not either', async () => {
    const mine = come(ana);
    const reader = come(ben);
    const editor = come(ana);
    await Promise.all(open.map(untilOnline));
    reader.awareness.setLocalStateField('cursor', { anchor: 1, head: 1 });
    await until(mine.session.presence, (presence) => presence.length === 2);
    editor.awareness.setLocalStateField('cursor', { anchor: 2, head: 2 });
    // The same order for everybody: when the later caret is here, the earlier one is.
    const list = await until(mine.session.presence, (presence) => presence.some(({ editing }) => editing));
    expect(list.filter(({ editing }) => editing).map(({ person }) => person.name)).toEqual(['Ana']);
    editor.mode.set('review');
    await until(mine.session.presence, (presence) => !presence.some(({ editing }) => editing));
  });

  it('[SY8] a reviewer’s page never sends an update of the text, whatever happens in it', async () => {
    const kinds: string[] = [];
    const reviewing = come(ben, { onSend: (frame) => kinds.push(kindOfFrame(frame)) });
    const editing = come(ana);
    await Promise.all([untilOnline(reviewing), untilOnline(editing)]);
    editing.text.format(1, 6, { strong: true });
    editing.text.format(1, 6, { strong: null });
    await untilSaved(editing);
    const seen = mark(editing, 'officials');
    await until(reviewing.session.review, ({ state }) => state.annotations.has(seen.id));
    expect(await mark(reviewing, 'Prices').reply).toMatchObject({ ok: true });
    expect(kinds).not.toContain('update');
    expect(kinds).not.toContain('step2');
  });

  it('[OB5] a refusal is rolled back and told in words that say what to do', async () => {
    const commenter = await server.somebody('Cem', 'commenter');
    const visiting = come(commenter);
    await untilOnline(visiting);
    expect(visiting.session.may('annotation.create')).toBe(false);
    const { reply } = mark(visiting, 'Prices');
    expect(await reply).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    expect(visiting.drawn()).toEqual([]);
    const [notice] = visiting.session.notices.get();
    expect(notice).toMatchObject({ tone: 'error', message: expect.stringContaining('Ask the owner') });
    visiting.session.dismiss(notice!.id);
    expect(visiting.session.notices.get()).toEqual([]);
  });

  it('[OB13] rights follow the lock of the text', async () => {
    const editor = await server.somebody('Eve', 'editor');
    const editing = come(editor);
    const moderating = come(ana);
    await until(editing.session.mayEditText, Boolean);
    await untilOnline(moderating);
    await moderating.session.send({ type: 'article.lock' });
    await until(editing.session.mayEditText, (may) => !may);
    expect(editing.session.may('annotation.create')).toBe(true);
    expect(editing.session.may('text.edit')).toBe(false);
    await moderating.session.send({ type: 'article.unlock' });
    await until(editing.session.mayEditText, Boolean);
  });
});

describe('without the server', () => {
  it('[OB14] text and marks made offline survive the tab and are there once, in order, on return', async () => {
    const before = come(ana);
    await untilOnline(before);
    await untilSaved(before);
    const serverUp = await serverDown();
    await untilOffline(before);
    before.type(' Typed');
    before.type(' offline.');
    const { id } = mark(before, 'Typed offline.');
    void comment(before, id, 'Who typed this?');
    expect(before.session.saving.get()).toEqual({ kind: 'offline', unsaved: 4 });
    await leave(before);

    const after = come(ana);
    await until(after.session.textReady, Boolean);
    await untilOffline(after);
    expect(after.words()).toBe(`${WORDS} Typed offline.`);
    await until(after.session.saving, ({ kind }) => kind === 'offline');
    await until(after.session.review, ({ pending }) => pending.has(id));
    expect(after.session.saving.get()).toEqual({ kind: 'offline', unsaved: 4 });
    expect(marksOf(after)).toEqual(['Typed offline.']);
    expect(after.session.may('annotation.create')).toBe(true);

    await serverUp();
    await untilOnline(after);
    await untilSaved(after);
    const reader = come(ben);
    await until(reader.session.review, ({ state }) => state.comments.size === 1);
    await untilWords(reader, (words) => words === `${WORDS} Typed offline.`);
    expect(marksOf(reader)).toEqual(['Typed offline.']);
    await leave(after);
    const again = come(ana);
    await untilOnline(again);
    await untilSaved(again);
    expect(again.words()).toBe(`${WORDS} Typed offline.`);
    expect(again.session.review.get().state.annotations.size).toBe(1);
  });

  it('[OB20] what two tabs of one person did offline is all sent by the next tab, once', async () => {
    const tabs = [come(ana), come(ana)] as const;
    for (const tab of tabs) await untilOnline(tab);
    const serverUp = await serverDown();
    for (const tab of tabs) await untilOffline(tab);
    tabs[0].type(' From the one tab.');
    tabs[1].type(' From the other.');
    void mark(tabs[0], 'From the one tab.');
    void mark(tabs[1], 'From the other.');
    for (const tab of tabs) await leave(tab);
    const next = come(ana);
    await until(next.session.textReady, Boolean);
    await until(next.session.review, ({ pending }) => pending.size === 2);
    expect(next.session.saving.get()).toMatchObject({ unsaved: 4 });
    await serverUp();
    await untilOnline(next);
    await untilSaved(next);
    const reader = come(ben);
    await untilOnline(reader);
    await until(reader.session.review, ({ state }) => state.annotations.size === 2);
    expect(marksOf(reader).sort()).toEqual(['From the one tab.', 'From the other.']);
    expect(reader.words().split('From the')).toHaveLength(3);
  });

  it('[OB20] a tab that stays open sends what a closed one left, without being loaded anew', async () => {
    const staying = come(ana);
    const leaving = come(ana);
    for (const tab of open) await untilOnline(tab);
    const serverUp = await serverDown();
    for (const tab of open) await untilOffline(tab);
    leaving.type(' Left behind.');
    void mark(leaving, 'Left behind.');
    await leave(leaving);
    await serverUp();
    await untilOnline(staying);
    await until(staying.session.review, ({ state }) => state.annotations.size === 1);
    await untilSaved(staying);
    expect(staying.words()).toBe(`${WORDS} Left behind.`);
    expect(marksOf(staying)).toEqual(['Left behind.']);
    await leave(staying);
    const serverBack = await serverDown();
    const later = come(ana);
    await untilOffline(later);
    expect(later.session.saving.get()).toEqual({ kind: 'offline', unsaved: 0 });
    await serverBack();
  });

  it('[SY17] a second person on the same device sees nothing of the first one’s unsent work', async () => {
    const first = come(ana);
    await untilOnline(first);
    const serverUp = await serverDown();
    await untilOffline(first);
    first.type(' A secret.');
    void mark(first, 'A secret.');
    await leave(first);
    await serverUp();
    const second = come(ben);
    await untilOnline(second);
    await until(second.session.review, ({ ready }) => ready);
    expect(second.words()).toBe(WORDS);
    expect(second.session.review.get().pending.size).toBe(0);
    expect(second.session.saving.get()).toEqual({ kind: 'saved' });
  });

  it('[OB15] edits that the person may no longer make stay on the device, and are not called saved', async () => {
    const eve = await server.somebody('Eve', 'editor');
    const editing = come(eve);
    await untilOnline(editing);
    await untilSaved(editing);
    const serverUp = await serverDown();
    await untilOffline(editing);
    editing.type(' Too late.');
    await leave(editing);
    await serverUp();
    const moderating = come(ana);
    await untilOnline(moderating);
    await moderating.session.send({ type: 'article.lock' });
    const later = come(eve);
    await untilOnline(later);
    const saving = await until(later.session.saving, ({ kind }) => kind === 'refused');
    expect(saving).toMatchObject({ unsaved: 1, reason: expect.stringContaining('stays on this device') });
    expect(moderating.words()).toBe(WORDS);
    await moderating.session.send({ type: 'article.unlock' });
    await untilSaved(later);
    await untilWords(moderating, (words) => words.endsWith('Too late.'));
  });

  it('[OB16] changes that the server will never take can be given up, on this device alone', async () => {
    const eve = await server.somebody('Eve', 'editor');
    const editing = come(eve);
    await untilOnline(editing);
    await untilSaved(editing);
    const serverUp = await serverDown();
    await untilOffline(editing);
    editing.type(' Never taken.');
    await editing.session.discardUnsent();
    await serverUp();
    const again = come(eve);
    await untilOnline(again);
    expect(again.words()).toBe(WORDS);
    expect(again.session.saving.get()).toEqual({ kind: 'saved' });
  });

  it('[SY13] who is signed out is told, once and for good', async () => {
    const visiting = come({ ...ana, token: 'no-such-token' });
    const closed = await until(visiting.session.closed, (value) => value !== null);
    expect(closed).toMatchObject({ code: 4401 });
    expect(visiting.session.connection.get()).toBe('closed');
  });
});
