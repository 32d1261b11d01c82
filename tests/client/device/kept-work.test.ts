import 'fake-indexeddb/auto';
import type { AnnotationId, ArticleId, CommentId } from '@assay/shared/model';
import { newId, threadOf } from '@assay/shared/model';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  forgetPerson,
  keptArticles,
  keptPeople,
  localDatabases,
  remember,
} from '../../../client/src/device/index.ts';
import { sendLeft } from '../../../client/src/session/index.ts';
import { LiveServer, type Somebody } from '../../server/gateway/live-server.ts';
import { browserLocks } from '../review/tabs.ts';
import {
  nodePlatform,
  untilOffline,
  untilOnline,
  untilSaved,
  untilWords,
  type Visit,
  visit,
} from '../session/visit.ts';
import { until } from '../support/until.ts';

const WORDS = 'Prices fell by a third, officials said on Monday.';

let server: LiveServer;
let port: number;
let article: ArticleId;
let ana: Somebody;
let ben: Somebody;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  server = await LiveServer.start();
  port = server.port;
  ana = await server.somebody('Ana', 'moderator');
  ben = await server.somebody('Ben', 'reviewer');
  article = await server.article(ana, WORDS);
});

afterEach(() => server.destroy());

const come = (who: Somebody, to = article): Visit => visit({ port, article: to, who, locks: browserLocks() });

/** Somebody has the article open, and closes it with all on the server. */
async function visitOnline(who: Somebody): Promise<void> {
  const visiting = come(who);
  await untilOnline(visiting);
  await untilSaved(visiting);
  await visiting.session.close();
}

/** While the server is away: three words typed, one mark, one comment on it. Returns the way to bring it back. */
async function workOffline(who: Somebody): Promise<() => Promise<void>> {
  const { folder } = server;
  await server.stop();
  const visiting = come(who);
  await untilOffline(visiting);
  for (const word of [' Not', ' so', ' fast.']) visiting.type(word);
  const id = newId<AnnotationId>();
  void visiting.session.send({
    type: 'annotation.create',
    annotation: { id, label: 'claim', ranges: visiting.held('a third'), attributes: {} },
  });
  void visiting.session.send({
    type: 'comment.add',
    comment: { id: newId<CommentId>(), body: 'Of what?' },
    thread: threadOf(id),
    subject: { on: 'annotation', annotation: id },
  });
  await visiting.session.close();
  return async () => {
    server = await LiveServer.start({ folder, port });
  };
}

describe('what a device keeps of a person', () => {
  it('[OF6] can be read without the server where it was read with it, and not where it never was', async () => {
    await visitOnline(ana);
    const other = await server.article(ana, 'Never opened here.');
    const { folder } = server;
    await server.stop();
    const visiting = come(ana, other);
    await untilOffline(visiting);
    await visiting.session.close();
    const kept = await keptArticles(ana.person.id);
    expect(new Map(kept.map((one) => [one.article, [one.readable, one.title]]))).toEqual(
      new Map([
        [article, [true, 'An article']],
        [other, [false, null]],
      ]),
    );
    server = await LiveServer.start({ folder, port });
  });

  it('[OF9] counts what is not sent by what it is, and nothing that is', async () => {
    await visitOnline(ana);
    expect((await keptArticles(ana.person.id)).map(({ unsent }) => unsent)).toEqual([
      { text: 0, marks: 0, comments: 0, article: 0, drafts: 0 },
    ]);
    const back = await workOffline(ana);
    expect((await keptArticles(ana.person.id)).map(({ unsent }) => unsent)).toEqual([
      { text: 3, marks: 1, comments: 1, article: 0, drafts: 0 },
    ]);
    await back();
  });

  it('[OF8] [SY17] is forgotten whole, and nothing of anybody else', async () => {
    await visitOnline(ana);
    await visitOnline(ben);
    await forgetPerson(ana.person.id);
    expect(await keptArticles(ana.person.id)).toEqual([]);
    const left = await localDatabases();
    expect(new Set(left.map(({ person }) => person))).toEqual(new Set([ben.person.id]));
    expect(left).toHaveLength(3);
  });

  it('[OF8] is forgotten while a tab still has it open, which lets go by itself', async () => {
    const visiting = come(ana);
    await untilOnline(visiting);
    await forgetPerson(ana.person.id);
    expect(await localDatabases()).toEqual([]);
    await visiting.session.close();
  });

  it('[OF10] stays whole where it is not sent, is told with a name, and is sent when its person is back', async () => {
    await visitOnline(ana);
    const other = await server.article(ana, 'All of this is sent.');
    const reading = come(ana, other);
    await untilOnline(reading);
    await reading.session.close();
    await remember(ana.person.id, 'session', { person: ana.person });
    const back = await workOffline(ana);
    await forgetPerson(ana.person.id, new Set([article]));
    expect(
      (await keptPeople()).map(({ name, articles }) => [name, articles.map((one) => one.article)]),
    ).toEqual([['Ana', [article]]]);
    expect((await keptArticles(ana.person.id)).map((one) => one.article)).toEqual([article]);
    await back();
    await expectSentOnce();
  });

  it('[OF12] is sent without anybody opening the article, once, and says when it cannot be', async () => {
    await visitOnline(ana);
    const back = await workOffline(ana);
    expect(await send()).toBe('later');
    await back();
    await expectSentOnce();
    expect(await send()).toBe('sent');
  });
});

const send = () =>
  sendLeft(
    { article, me: ana.person, socketUrl: `ws://127.0.0.1:${port}` },
    nodePlatform({ who: ana, locks: browserLocks() }),
  );

async function expectSentOnce(): Promise<void> {
  expect(await send()).toBe('sent');
  expect((await keptArticles(ana.person.id)).map(({ unsent }) => unsent)).toEqual([
    { text: 0, marks: 0, comments: 0, article: 0, drafts: 0 },
  ]);
  const watching = come(ben);
  await untilWords(watching, (words) => words === `${WORDS} Not so fast.`);
  const { state } = await until(watching.session.review, (view) => view.state.threads.size === 1);
  expect([...state.annotations.values()].map(({ creator }) => creator)).toEqual([ana.person.id]);
  await watching.session.close();
}
