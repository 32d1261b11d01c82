import { type ArticleId, newId, sha256Hex } from '@assay/shared/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveServer, type Somebody } from '../gateway/live-server.ts';
import { documentUrl, RawClient } from '../gateway/raw-client.ts';

const TEXT = 'It was one fine day in May. The rain came later, and the rain stayed.';

let server: LiveServer;
let owner: Somebody;
let article: ArticleId;
let page: RawClient;

beforeEach(async () => {
  server = await LiveServer.start();
  owner = await server.somebody('Olga', 'owner');
  article = await server.article(owner, TEXT);
  page = await new RawClient(documentUrl(server, article, 'text'), { token: owner.token }).join();
});

afterEach(() => server.destroy());

async function mark(...words: string[]): Promise<string> {
  const { linear } = (await server.rooms.read(article))!.text;
  const ranges = words.map((word) => ({
    start: linear.indexOf(word),
    end: linear.indexOf(word) + word.length,
  }));
  const annotation = { id: newId(), label: 'claim', ranges };
  const text = { sha256: sha256Hex(linear) };
  expect(await page.command({ type: 'annotation.create', annotation, text })).toMatchObject({ ok: true });
  return annotation.id;
}

function cut(words: string): void {
  page.edit((text) => text.delete(text.toString().indexOf(words) + 1, words.length));
}

function paste(words: string, before: string): void {
  page.edit((text) => text.insert(text.toString().indexOf(before) + 1, words));
}

/** Where a mark stands once everything sent so far is decided, and what its last event was. */
async function standing(
  id: string,
): Promise<{ status: string; text: string; at: number | undefined; last: string }> {
  const sent = page.replies.length;
  await page.command({ type: 'article.rename', title: `Title ${sent}` });
  const reading = (await server.rooms.read(article))!;
  const { status, text, ranges } = reading.places.get(id)!;
  const events = (await server.log.events(article)).filter(({ payload }) => payload.includes(id));
  return { status, text, at: ranges[0]?.start, last: events.at(-1)!.type };
}

const reattached = 'annotation.anchored';

describe('words that come back', () => {
  it('[RM20] bring their mark back after cut and paste', async () => {
    const id = await mark('one fine day');
    cut('one fine day');
    expect(await standing(id)).toMatchObject({ status: 'orphaned', last: 'annotation.orphaned' });
    paste('one fine day', 'stayed');
    const at = page.text.toString().indexOf('one fine day');
    expect(await standing(id)).toEqual({ status: 'exact', text: 'one fine day', at, last: reattached });
  });

  it('[RM20] bring it back after a deletion that is undone, also of its edges alone', async () => {
    const [whole, start, end] = [
      await mark('one fine day'),
      await mark('The rain came'),
      await mark('the rain stayed'),
    ];
    const manager = new Y.UndoManager(page.text, { captureTimeout: 0 });
    const changes: Uint8Array[] = [];
    page.doc.on('update', (update, origin) => origin === manager && changes.push(update));
    cut('one fine day');
    cut('The ra');
    cut('stayed');
    for (let i = 0; i < 3; i++) manager.undo();
    for (const update of changes) page.sendUpdate(update);
    expect(page.text.toString()).toBe(TEXT);
    for (const id of [whole, start, end]) expect((await standing(id)).status).toBe('exact');
    expect(await standing(whole)).toMatchObject({ text: 'one fine day', last: reattached });
    expect(await standing(start)).toMatchObject({ text: 'The rain came' });
  });

  it('[RM20] bring it back letter by letter, as they are undone', async () => {
    const id = await mark('rain came later');
    const manager = new Y.UndoManager(page.text, { captureTimeout: 0 });
    const changes: Uint8Array[] = [];
    page.doc.on('update', (update, origin) => origin === manager && changes.push(update));
    cut('lat');
    for (let i = 0; i < 2; i++) page.edit((text) => text.delete(text.toString().indexOf('came ') + 6, 1));
    expect((await standing(id)).text).toBe('rain came ');
    for (let i = 0; i < 2; i++) manager.undo();
    for (const update of changes) page.sendUpdate(update);
    expect(await standing(id)).toMatchObject({ text: 'rain came er' });
  });

  it('[RM20] bring it back when they are moved in one go, within more that is moved', async () => {
    const id = await mark('fine');
    page.edit((text) => {
      const words = 'It was one fine day in May. ';
      text.delete(1, words.length);
      text.insert(text.length, words);
    });
    expect(await standing(id)).toMatchObject({ status: 'exact', text: 'fine', last: reattached });
  });

  it('[RM20] bring back the piece that was lost, and leave the other where it is', async () => {
    const id = await mark('one fine day', 'rain came later');
    cut('one fine day');
    expect(await standing(id)).toMatchObject({ status: 'changed', text: 'rain came later' });
    paste('one fine day', 'The rain');
    expect(await standing(id)).toMatchObject({ status: 'exact', text: 'one fine day … rain came later' });
  });

  it('[RM20] bring back a passage’s thread', async () => {
    const linear = (await server.rooms.read(article))!.text.linear;
    const start = linear.indexOf('in May');
    const thread = newId();
    await page.command({
      type: 'comment.add',
      thread,
      comment: { id: newId(), body: 'Which year?' },
      subject: { on: 'passage', ranges: [{ start, end: start + 6 }], text: { sha256: sha256Hex(linear) } },
    });
    cut('in May');
    paste('in May', 'It was');
    expect(await standing(thread)).toMatchObject({
      status: 'exact',
      text: 'in May',
      at: 0,
      last: 'thread.anchored',
    });
  });
});

describe('words that are not those that were lost', () => {
  it('[RM21] do not get the mark: words that stood there all the time', async () => {
    const id = await mark('rain');
    page.edit((text) => text.delete(text.toString().indexOf('rain') + 1, 4));
    page.edit((text) => text.insert(1, 'Now then. '));
    expect(await standing(id)).toMatchObject({ status: 'orphaned', last: 'annotation.orphaned' });
  });

  it('[RM21] do not get the mark: a copy, while the original is there', async () => {
    const id = await mark('one fine day');
    paste('one fine day', 'stayed');
    expect(await standing(id)).toMatchObject({
      status: 'exact',
      at: TEXT.indexOf('one'),
      last: 'annotation.created',
    });
  });

  it('[RM21] do not get the mark: a short word amid a pasted passage about something else', async () => {
    const id = await mark('rain');
    page.edit((text) => text.delete(text.toString().indexOf('rain') + 1, 4));
    paste('A crane of rain and snow. ', 'It was');
    expect(await standing(id)).toMatchObject({ status: 'orphaned', last: 'annotation.orphaned' });
  });

  it('[RM21] do not get the mark: a word that came in among others, and is written elsewhere at once', async () => {
    const id = await mark('rain');
    cut('The rain came');
    paste('rain', 'stayed');
    expect(await standing(id)).toMatchObject({ status: 'orphaned', last: 'annotation.orphaned' });
  });

  it('[RM21] do not get the mark: the first letter of another word in place of it', async () => {
    const id = await mark('later');
    cut('later');
    paste('l', ', and');
    paste('ast', ', and');
    expect(await standing(id)).toMatchObject({ status: 'orphaned', last: 'annotation.orphaned' });
  });

  it('[RM21] do not get the mark: words typed letter by letter', async () => {
    const id = await mark('one fine day');
    cut('one fine day');
    for (const letter of [...'one fine day'].reverse()) paste(letter, 'in May');
    expect(await standing(id)).toMatchObject({ status: 'orphaned', last: 'annotation.orphaned' });
  });

  it('[RM21] do not get a mark that was withdrawn', async () => {
    const id = await mark('one fine day');
    await page.command({ type: 'annotation.withdraw', annotation: id });
    cut('one fine day');
    paste('one fine day', 'stayed');
    expect(await standing(id)).toMatchObject({ last: 'annotation.withdrawn' });
  });
});
