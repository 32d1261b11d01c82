import { type ArticleId, newId, sha256Hex } from '@assay/shared/model';
import { readReview } from '@assay/shared/ydoc';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveServer, type Somebody } from './live-server.ts';
import { documentUrl, RawClient, type RawOptions } from './raw-client.ts';
import { type StockClient, stockClient } from './stock-client.ts';

let server: LiveServer;
let owner: Somebody;
let editor: Somebody;
let reviewer: Somebody;
let article: ArticleId;
const clients: (RawClient | StockClient)[] = [];

beforeEach(async () => {
  server = await LiveServer.start();
  owner = await server.somebody('Olga', 'owner');
  editor = await server.somebody('Eddie', 'editor');
  reviewer = await server.somebody('Rita', 'reviewer');
  article = await server.article(owner, 'One fine day.\nAnother.');
});

afterEach(async () => {
  for (const client of clients.splice(0)) if (!(client instanceof RawClient)) client.destroy();
  await server.destroy();
});

async function stock(who: Somebody, room: 'text' | 'review' = 'text'): Promise<StockClient> {
  const client = await stockClient(server, article, room, who.token);
  clients.push(client);
  return client;
}

async function raw(who: Somebody, room: 'text' | 'review' = 'text', options: RawOptions = {}) {
  const client = new RawClient(documentUrl(server, article, room), { token: who.token, ...options });
  clients.push(client);
  return client.join();
}

const words = (doc: Y.Doc) => doc.getText('article').toString().replaceAll('[object Object]', '¶');

describe('a stock WebsocketProvider', () => {
  it('[GW1] syncs the text both ways', async () => {
    const [a, b] = await Promise.all([stock(owner), stock(editor)]);
    a.doc.getText('article').insert(4, ' very');
    b.doc.getText('article').insert(0, '');
    await b.until((doc) => words(doc) === 'One very fine day.Another.');
    b.doc.getText('article').delete(1, 4);
    await a.until((doc) => words(doc) === 'very fine day.Another.');
    const late = await stock(reviewer);
    expect(words(late.doc)).toBe('very fine day.Another.');
  });

  it('[GW1] syncs the review, and sees what is decided', async () => {
    const review = await stock(reviewer, 'review');
    expect(readReview(review.doc).state.article?.title).toBe('An article');
    const page = await raw(owner);
    await page.command({ type: 'article.rename', title: 'A better title' });
    await review.until((doc) => readReview(doc).state.article?.title === 'A better title');
    expect([...readReview(review.doc).people.values()]).toEqual([owner.person]);
  });

  it('[GW2] is sent no message of ours', async () => {
    const plain = await raw(owner, 'text', { assay: false });
    plain.edit((text) => text.insert(1, 'x'));
    await plain.until('the echo', () => plain.updates.length === 2);
    expect(plain.types.filter((type) => type > 3)).toEqual([]);
  });

  it('[GW3] hears its own awareness, so that it knows that the connection lives', async () => {
    const alone = await raw(reviewer, 'text', { assay: false });
    alone.announce(77, 1, { cursor: null });
    await alone.until('the echo', () => alone.awareness.has(77));
    alone.announce(77, 2, { cursor: null });
    await alone.until('the next', () => alone.awareness.get(77)?.length === 2);
  });
});

describe('our own client', () => {
  it('[GW4] is greeted first with who it is and what it may', async () => {
    const page = await raw(reviewer);
    expect(page.types[0]).toBe(100);
    expect(page.hellos).toEqual([
      {
        protocol: 1,
        schema: 1,
        epoch: server.log.epoch,
        person: reviewer.person,
        role: 'reviewer',
        mayEditText: false,
      },
    ]);
  });

  it('[GW5] is told how many of its updates are on the disk, and not sent them back', async () => {
    const page = await raw(editor);
    const first = page.edit((text) => text.insert(1, 'a'));
    page.edit((text) => text.insert(2, 'b'));
    page.sendUpdate(first);
    await page.until('three saved', () => page.saved === 3);
    expect(page.updates.length).toBe(1);
    const { updates } = await server.log.read(`${article}/text`);
    expect(updates.length).toBe(3);
  });

  it('[GW6] finds a command decided on all the text that it sent before', async () => {
    const page = await raw(editor);
    page.edit((text) => text.insert(1, 'Brand new words. '));
    const linear = 'Brand new words. One fine day.\nAnother.';
    const place = { ranges: [{ start: 0, end: 15 }], text: { sha256: sha256Hex(linear) } };
    const annotation = { id: newId(), label: 'claim', ranges: place.ranges };
    const reply = await page.command({ type: 'annotation.create', annotation, text: place.text });
    expect(reply).toMatchObject({ ok: true, events: [{ seq: 2, type: 'annotation.created' }] });
    const reading = await server.rooms.read(article);
    expect(reading?.places.get(annotation.id)).toMatchObject({ status: 'exact', text: 'Brand new words' });
  });

  it('[RM5] has a command done once, however often and over however many restarts it is sent', async () => {
    const id = newId();
    const rename = { id, type: 'article.rename', title: 'Once' };
    const page = await raw(owner);
    const first = await page.command(rename);
    expect(await page.command(rename)).toEqual(first);
    server = await server.restart();
    const again = await raw(owner);
    expect(await again.command(rename)).toEqual(first);
    expect(await (await raw(editor)).command(rename)).toMatchObject({
      ok: false,
      refusal: { code: 'already-exists' },
    });
    expect((await server.log.events(article)).length).toBe(2);
  });

  it('[RM5] has two of the same command in one turn done once', async () => {
    const page = await raw(owner);
    const rename = { id: newId(), type: 'article.rename', title: 'Once' };
    const [one, other] = await Promise.all([page.command(rename), page.command(rename)]);
    expect(one).toEqual(other);
    expect((await server.log.events(article)).length).toBe(2);
  });

  it('[GW7] is told why a command is refused', async () => {
    const page = await raw(reviewer);
    const reply = await page.command({ type: 'article.rename', title: 'Mine' });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    expect(await page.command({ type: 'article.explode' })).toMatchObject({
      ok: false,
      refusal: { code: 'bad-command' },
    });
  });

  it('[GW8] is told when the text is locked or unlocked, and cannot write meanwhile', async () => {
    const [page, boss] = [await raw(editor), await raw(owner)];
    await boss.command({ type: 'article.lock' });
    await page.until('the new greeting', () => page.hellos.length === 2);
    expect(page.hellos[1]?.mayEditText).toBe(false);
    page.edit((text) => text.insert(1, 'too late '));
    await page.until('the denial', () => page.denied.length === 1);
    expect((await server.rooms.read(article))?.text.linear).toBe('One fine day.\nAnother.');
    const asked = page.asked.length;
    await boss.command({ type: 'article.unlock' });
    await page.until('being asked', () => page.asked.length > asked);
    page.sendAnswer(Y.encodeStateAsUpdate(page.doc, page.asked.at(-1)!));
    await page.until('saved', () => page.saved === 2);
    expect((await server.rooms.read(article))?.text.linear).toBe('too late One fine day.\nAnother.');
  });
});

describe('a client that was away', () => {
  it('[GW9] brings what it typed and gets what it missed', async () => {
    const away = await raw(editor);
    await away.close();
    away.text.insert(1, 'Offline. ');
    const here = await raw(owner);
    here.edit((text) => text.insert(text.length, ' Online.'));
    await here.until('saved', () => here.saved === 1);
    const back = await raw(editor, 'text', { doc: away.doc });
    back.sendAnswer(Y.encodeStateAsUpdate(back.doc, back.asked[0]!));
    await back.until('saved', () => back.saved === 1);
    await here.until('the update', () => here.text.toString().includes('Offline'));
    for (const client of [here, back])
      expect(words(client.doc)).toBe('Offline. One fine day.Another. Online.');
  });
});
