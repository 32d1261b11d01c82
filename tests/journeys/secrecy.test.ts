import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Annotation, type ArticleId, newId, type Workflow } from '@assay/shared/model';
import type { RoomName } from '@assay/shared/protocol';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { type RunningServer, startServer } from '../../server/src/server.ts';
import { type StockClient, stockClient } from '../server/gateway/stock-client.ts';
import { type Answer, bearer } from '../server/http/team.ts';
import { launchBrowser } from '../support/browser.ts';
import { RecordingProxy } from '../support/recording-proxy.ts';
import { select } from './article-page.ts';

const TEXT =
  'The harbour wall fell on Tuesday.\n\nNobody had warned the town, she said, although everybody knew.';

interface Member {
  readonly name: string;
  /** What proves who they are, and what stands in every request of theirs. */
  readonly headers: Record<string, string>;
  readonly credential: string;
  /** Words that only they have written, ids that only they have given. */
  readonly secrets: string[];
}

/** Four people on four kinds of connection: Ana at the page, Ben at the API, Cy at a stock Yjs client, Mia at both. */
let proxy: RecordingProxy;
let server: RunningServer;
let browser: Browser;
let folder: string;
let article: ArticleId;
let ana: Member;
let ben: Member;
let cy: Member;
let mia: Member;
let page: Page;
const rooms: StockClient[] = [];
const problems: unknown[] = [];

/** A request on a connection of its own. */
function ask(
  who: Pick<Member, 'headers'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<Omit<Answer, 'headers'>> {
  return new Promise((resolve, reject) => {
    const headers = { ...who.headers, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const asked = request(`${proxy.url}${path}`, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        let read: unknown;
        try {
          read = JSON.parse(text);
        } catch {
          read = undefined;
        }
        resolve({ status: answer.statusCode ?? 0, text, body: read });
      });
    });
    asked.once('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function command(who: Member, wish: Record<string, unknown>) {
  return ask(who, 'POST', `/api/articles/${article}/commands`, { id: newId(), ...wish });
}

async function mark(who: Member, words: string, note: string): Promise<string> {
  const { body } = await ask(who, 'GET', `/api/articles/${article}/text`);
  const start = body.text.indexOf(words);
  const id = `mark-of-${who.name}-${who.secrets.length}`;
  const annotation = {
    id,
    label: 'quote',
    ranges: [{ start, end: start + words.length }],
    attributes: { note },
  };
  const answer = await command(who, { type: 'annotation.create', annotation, text: { sha256: body.sha256 } });
  expect(answer.text).toContain('annotation.created');
  who.secrets.push(id, note);
  return id;
}

async function say(who: Member, id: string, body: string): Promise<void> {
  const comment = { id: `note-of-${who.name}-${who.secrets.length}`, body };
  const answer = await command(who, { type: 'comment.add', comment, thread: id });
  expect(answer.text).toContain('comment.added');
  who.secrets.push(comment.id, body);
}

const everybody = () => [ana, ben, cy, mia];

/** The secrets of others that reached each person, of all the bytes up to now. */
function leaks(): string[] {
  const credentials = everybody().map(({ credential }) => credential);
  return everybody().flatMap((reader) => {
    const reached = proxy.reached(reader.credential, credentials);
    const others = everybody().filter((one) => one !== reader);
    return others.flatMap(({ name, secrets }) =>
      secrets
        .filter((secret) => reached.includes(secret))
        .map((secret) => `${reader.name} of ${name}: ${secret}`),
    );
  });
}

async function joins(name: string, role: string): Promise<Member> {
  const owner = { headers: operator };
  const invite = await ask(owner, 'POST', '/api/invites', { role });
  const token = invite.body.link.split('#')[1];
  const response = await fetch(`${server.listening}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, name }),
  });
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  return { name, headers: { cookie }, credential: cookie, secrets: [] };
}

async function program(name: string, role: string): Promise<Member> {
  const { body } = await ask({ headers: operator }, 'POST', '/api/tokens', { name, role });
  return { name, headers: bearer(body.token), credential: body.token, secrets: [] };
}

async function opens(who: Member, room: RoomName, doc?: Y.Doc): Promise<StockClient> {
  const address = { socketUrl: (id: string) => `${proxy.url.replace('http', 'ws')}/sync/${id}` };
  const client = await stockClient(address, article, room, who.credential, doc);
  rooms.push(client);
  return client;
}

let operator: Record<string, string>;
let review: StockClient;

beforeAll(async () => {
  proxy = await RecordingProxy.listen();
  folder = mkdtempSync(join(tmpdir(), 'assay-secrecy-'));
  const pages = fileURLToPath(new URL('../../client/dist', import.meta.url));
  const config = { host: '127.0.0.1', port: 0, data: folder, pages, publicUrl: proxy.url };
  server = await startServer(config, (error) => problems.push(error));
  proxy.leadTo(server.listening);
  const { readFileSync } = await import('node:fs');
  operator = bearer(readFileSync(join(folder, 'operator-token'), 'utf8').trim());
  [ana, ben, cy, mia] = await Promise.all([
    joins('Ana', 'reviewer'),
    program('Ben', 'reviewer'),
    program('Cy', 'editor'),
    program('Mia', 'moderator'),
  ]);
  const made = await ask({ headers: operator }, 'POST', '/api/articles', {
    content: TEXT,
    format: 'text',
    title: 'Wall',
  });
  article = made.body.id;
  browser = await launchBrowser();
  const context = await browser.newContext();
  const [name, value] = ana.credential.split('=');
  await context.addCookies([{ name: name!, value: value!, url: proxy.url }]);
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  for (const room of rooms) room.destroy();
  await server?.close();
  await proxy?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('blind marking', () => {
  it('[JO12] before the reveal no byte that reaches one reviewer tells of another’s marks, notes or carets', async () => {
    expect((await command(mia, { type: 'review.plan', plan: { blind: true } })).status).toBe(200);
    await page.goto(`${proxy.url}/articles/${article}`);
    await page.locator('.ProseMirror').waitFor();
    review = await opens(cy, 'review');
    const text = await opens(cy, 'text');
    const own = await opens(cy, 'private');
    await opens(mia, 'review');
    await opens(mia, 'private');
    await opens(mia, 'text');

    const [byAna, byBen] = [
      await mark(ana, 'harbour wall', 'anas-doubt'),
      await mark(ben, 'warned the town', 'bens-doubt'),
    ];
    await mark(cy, 'everybody knew', 'cys-doubt');
    await mark(mia, 'on Tuesday', 'mias-doubt');
    await say(ana, byAna, 'anas-remark-on-it');
    await say(ben, byBen, 'bens-remark-on-it');
    // Ana selects and marks words at the page; Cy moves about in the text.
    const [start, end] = [TEXT.indexOf('Nobody') - 1, TEXT.indexOf(' had') - 1];
    await select(page, { start, end });
    await page.keyboard.press('c');
    text.provider.awareness.setLocalStateField('cursor', { anchor: 'cys-caret', head: 'cys-caret' });
    cy.secrets.push('cys-caret');
    await own.until((doc) => doc.getMap('annotations').size === 1);
    await expect.poll(() => page.locator('.card').count()).toBe(2);

    // Whatever they may ask for, and what is refused to them.
    for (const who of everybody()) {
      for (const path of [
        '/api/articles',
        `/api/articles/${article}`,
        `/api/articles/${article}/events`,
        `/api/articles/${article}/agreement`,
        ...['json', 'w3c', 'html'].map((format) => `/api/articles/${article}/export?format=${format}`),
      ])
        await ask(who, 'GET', path);
      for (const id of [byAna, byBen]) {
        if (who.secrets.includes(id)) continue;
        for (const wish of [
          { type: 'annotation.relabel', annotation: id, label: 'claim' },
          { type: 'annotation.withdraw', annotation: id },
          { type: 'thread.resolve', thread: id },
          { type: 'comment.edit', comment: `note-of-Ana-2`, body: 'x' },
        ]) {
          const real = await command(who, wish);
          const invented = {
            ...wish,
            annotation: 'mark-invented',
            thread: 'mark-invented',
            comment: 'note-invented',
          };
          if (wish.type !== 'comment.edit' || who !== ana) {
            const none = await command(who, invented);
            expect([real.status, real.body.error], `${who.name} ${wish.type}`).toEqual([
              none.status,
              none.body.error,
            ]);
          }
        }
      }
    }
    // An edit that takes words out of Ben's mark, and what the server then does to it.
    expect((await command(mia, { type: 'article.unlock' })).status).toBe(200);
    const place = text.doc.getText('article').toString().indexOf('warned');
    await text.until(() => place > 0);
    text.doc.getText('article').delete(delta(text.doc, 'warned'), 'warned '.length);
    await expect
      .poll(async () => (await ask(ben, 'GET', `/api/articles/${article}/export?format=json`)).text)
      .toContain('the town');
    for (const who of everybody())
      for (const path of ['events', 'export?format=json'])
        await ask(who, 'GET', `/api/articles/${article}/${path}`);

    for (const reader of everybody()) {
      const reached = proxy.reached(
        reader.credential,
        everybody().map(({ credential }) => credential),
      );
      for (const secret of reader.secrets.filter((one) => one !== 'cys-caret'))
        expect(reached.includes(secret), `${reader.name} gets their own ${secret}`).toBe(true);
    }
    expect(leaks()).toEqual([]);
    expect(JSON.stringify(problems)).not.toMatch(/doubt|remark/);
    expect(review.doc.getMap('annotations').size + review.doc.getMap('comments').size).toBe(0);
    expect(review.doc.getMap('article').get('progress')).toMatchObject({});
    expect(Object.values(review.doc.getMap('article').get('progress') as object).sort()).toEqual([
      1, 1, 1, 2,
    ]);
  });

  it('[JO13] the reveal shows everything to everybody at once, whoever was away too, and is not undone', async () => {
    const away = await opens(ben, 'review');
    away.provider.disconnect();
    const sizes: number[] = [];
    review.doc.on('afterTransaction', () => sizes.push(review.doc.getMap('annotations').size));
    expect((await command(ben, { type: 'review.reveal' })).status).toBe(403);
    expect((await command(mia, { type: 'review.reveal' })).status).toBe(200);
    await review.until((doc) => doc.getMap('annotations').size > 0);
    expect(sizes.filter((size) => size > 0)[0]).toBe(5);
    expect((review.doc.getMap('article').get('workflow') as Workflow).revealed?.reason).toBe('by-hand');
    expect((await command(mia, { type: 'review.plan', plan: { blind: true } })).status).toBe(200);
    expect((await command(mia, { type: 'review.plan', plan: { blind: false } })).status).toBe(409);
    await expect.poll(() => page.locator('.card').count()).toBe(5);
    const late = await mark(ben, 'although', 'bens-late-doubt');
    away.provider.connect();
    await away.until((doc) => doc.getMap('annotations').size === 6);
    expect((away.doc.getMap('annotations').get(late) as Annotation).late).toBe(true);
    expect(away.doc.getMap('comments').size).toBe(2);
    expect(leaks().length).toBeGreaterThan(20);
  });

  it('[JO14] a vote reaches nobody but its voter until the votes are revealed', async () => {
    await review.until((doc) => doc.getMap('groups').size > 0);
    const groups = [...review.doc.getMap('groups').values()] as { id: string; marks: string[] }[];
    const { id, marks } = groups.find((group) => group.marks.length > 0)!;
    const credentials = everybody().map(({ credential }) => credential);
    const since = proxy.now();
    const told = (who: Member) => proxy.reached(who.credential, credentials, since);
    const vote = { type: 'vote.cast', group: id, choice: { kind: 'variant', mark: marks[0] } };
    expect((await command(ben, vote)).status).toBe(200);
    await review.until((doc) => doc.getMap('ballots').size === 1);
    expect(review.doc.getMap('ballots').get(id)).toMatchObject({ votes: [], revealed: null });
    for (const who of [ana, cy, mia]) {
      await ask(who, 'GET', `/api/articles/${article}/export?format=json`);
      await ask(who, 'GET', `/api/articles/${article}/events?after=5`);
      expect(told(who).includes('variant'), who.name).toBe(false);
    }
    expect((await command(mia, { type: 'vote.reveal', group: id })).status).toBe(200);
    await review.until((doc) => (doc.getMap('ballots').get(id) as { votes: unknown[] }).votes.length === 1);
    expect(told(cy).includes('variant')).toBe(true);
  });
});

/** Where words begin in the flat text, in which each block begins with a marker. */
function delta(doc: Y.Doc, words: string): number {
  let index = 0;
  for (const { insert } of doc.getText('article').toDelta() as { insert: unknown }[]) {
    if (typeof insert !== 'string') index++;
    else if (insert.includes(words)) return index + insert.indexOf(words);
    else index += insert.length;
  }
  throw new RangeError(`“${words}” is not in the text.`);
}
