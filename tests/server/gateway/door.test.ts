import { type ArticleId, newId } from '@assay/shared/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LiveServer, type Somebody } from './live-server.ts';
import { documentUrl, RawClient, type RawOptions } from './raw-client.ts';

let server: LiveServer;
let owner: Somebody;
let editor: Somebody;
let article: ArticleId;

beforeEach(async () => {
  server = await LiveServer.start();
  owner = await server.somebody('Olga', 'owner');
  editor = await server.somebody('Eddie', 'editor');
  article = await server.article(owner, 'One fine day.');
});

afterEach(() => server.destroy());

function knock(options: RawOptions, id = article): RawClient {
  return new RawClient(documentUrl(server, id, 'text'), options);
}

async function statusOf(client: RawClient): Promise<number | null> {
  await client.ended();
  expect(client.types).toEqual([]);
  return client.status;
}

describe('the upgrade', () => {
  it.each([
    ['a foreign page', { origin: 'https://evil.example' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['the right host on another port', { origin: 'http://127.0.0.1:1' }],
    ['a name pointed at this machine', { host: 'evil.example' }],
    ['another site, by the browser’s word', { 'sec-fetch-site': 'cross-site' }],
  ])('[GW26] is refused to %s, whoever is signed in', async (_, headers) => {
    expect(await statusOf(knock({ token: owner.token, headers }))).toBe(403);
  });

  it('[GW26] is granted to the server’s own page', async () => {
    const origin = `http://127.0.0.1:${server.port}`;
    await knock({ token: owner.token, headers: { origin } }).join();
  });

  it('[GW27] is refused to nobody in particular: to a program by 401, to our page by a code', async () => {
    expect(await statusOf(knock({ assay: false }))).toBe(401);
    expect(await statusOf(knock({ assay: false, headers: { cookie: 'assay_session=nonsense' } }))).toBe(401);
    expect(await knock({}).ended()).toBe(4401);
  });

  it('[GW28] ends with final codes for an article that is not there and for a page of an older schema', async () => {
    expect(await knock({ token: owner.token }, newId<ArticleId>()).ended()).toBe(4404);
    const outdated = knock({ token: owner.token, query: '?schema=0' });
    expect(await outdated.ended()).toBe(4426);
    expect(outdated.types).toEqual([]);
    await knock({ token: owner.token, query: '?schema=1' }).join();
  });

  it.each(['text', 'review'] as const)(
    '[GW34] is refused to a guest of another article: %s',
    async (room) => {
      const invite = await server.accounts.invite(owner.person.id, 'reviewer', { article });
      const session = await server.accounts.join(invite.secret, 'Guest');
      const headers = { cookie: `assay_session=${session}` };
      const other = await server.article(owner, 'Not for guests.');
      const refused = new RawClient(documentUrl(server, other, room), { headers });
      expect(await refused.ended()).toBe(4403);
      expect(refused.types).toEqual([]);
      await new RawClient(documentUrl(server, article, room), { headers }).join();
    },
  );

  it('[GW28] is 404 elsewhere', async () => {
    const client = new RawClient(documentUrl(server, article, 'text').replace(/text$/, 'everything'), {
      token: owner.token,
    });
    expect(await statusOf(client)).toBe(404);
  });
});

describe('rights that change', () => {
  it('[GW29] reach a live socket: a new role, and none', async () => {
    const invite = await server.accounts.invite(owner.person.id, 'reviewer');
    const secret = (await server.accounts.join(invite.secret, 'Rita'))!;
    const headers = { cookie: `assay_session=${secret}` };
    const identity = (await server.accounts.authenticate(headers))!;
    const page = await knock({ headers }).join();
    const better = await server.accounts.invite(owner.person.id, 'editor');
    await server.accounts.accept(better.secret, identity);
    await page.until('the new greeting', () => page.hellos.at(-1)?.role === 'editor');
    expect(page.hellos.at(-1)?.mayEditText).toBe(true);
    await page.until('being asked', () => page.asked.length === 2);
    page.edit((text) => text.insert(1, 'Now I may. '));
    await page.until('saved', () => page.saved === 1);
    await server.accounts.endSession(identity);
    expect(await page.ended()).toBe(4401);
    expect(await knock({ headers }).ended()).toBe(4401);
  });

  it('[GW29] do not touch other people’s sockets', async () => {
    const page = await knock({ token: editor.token }).join();
    server.gateway.rightsChanged({ person: owner.person.id });
    await page.settle();
    expect(page.hellos.length).toBe(1);
  });
});

describe('dead and leaving sockets', () => {
  it('[GW30] a socket that answers no ping is dropped', async () => {
    await server.destroy();
    server = await LiveServer.start({ gateway: { ping: 50 } });
    owner = await server.somebody('Olga', 'owner');
    article = await server.article(owner, 'One.');
    const [dead, alive] = [
      await knock({ token: owner.token }).join(),
      await knock({ token: owner.token }).join(),
    ];
    dead.announce(1_234, 1, {});
    await alive.until('the state', () => alive.awareness.has(1_234));
    dead.socket.pause();
    await alive.until('the end', () => alive.awareness.get(1_234)?.at(-1) === null);
    expect(server.gateway.connections).toBe(1);
    dead.socket.terminate();
  });

  it('[GW31] a server that ends tells everybody to come again', async () => {
    const page = await knock({ token: owner.token }).join();
    const ended = page.ended();
    server = await server.restart();
    expect(await ended).toBe(1012);
    await knock({ token: owner.token }).join();
  });
});
