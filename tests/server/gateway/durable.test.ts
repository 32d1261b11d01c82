import type { ArticleId } from '@assay/shared/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveServer, type Somebody } from './live-server.ts';
import { documentUrl, RawClient } from './raw-client.ts';
import { SlowDisk } from './slow-disk.ts';

let server: LiveServer;
let disk: SlowDisk;
let owner: Somebody;
let article: ArticleId;

beforeEach(async () => {
  disk = new SlowDisk();
  server = await LiveServer.start({ between: disk.between });
  owner = await server.somebody('Olga', 'owner');
  article = await server.article(owner, 'One fine day.');
});

afterEach(async () => {
  disk.open();
  await server.destroy();
});

function join(room: 'text' | 'review' = 'text', who = owner) {
  return new RawClient(documentUrl(server, article, room), { token: who.token }).join();
}

describe('while the disk takes its time', () => {
  it('[RM1] nobody hears of an edit, neither who is there nor who joins, and it is not called saved', async () => {
    const [writer, reader] = [await join(), await join()];
    disk.shut();
    writer.edit((text) => text.insert(1, 'New. '));
    await writer.settle();
    await reader.settle();
    const joiner = await join();
    expect(disk.waiting).toBe(1);
    for (const client of [reader, joiner]) expect(client.text.toString()).not.toContain('New');
    expect(writer.saved).toBe(0);
    disk.open();
    await reader.until('the edit', () => reader.text.toString().includes('New'));
    await joiner.until('the edit', () => joiner.text.toString().includes('New'));
    await writer.until('saved', () => writer.saved === 1);
  });

  it('[RM1] nobody hears of a decision, and a joiner waits until it is certain', async () => {
    const [writer, reader] = [await join(), await join('review')];
    disk.shut();
    const reply = writer.command({ type: 'article.rename', title: 'New' });
    await writer.settle();
    const joiner = new RawClient(documentUrl(server, article, 'review'), { token: owner.token });
    const joined = joiner.join();
    await disk.arrival();
    await writer.settle();
    expect(disk.waiting).toBe(1);
    expect(writer.replies).toEqual([]);
    expect(reader.updates.length).toBe(1);
    expect(joiner.synced).toBe(false);
    disk.open();
    expect((await reply).ok).toBe(true);
    await joined;
    expect(joiner.doc.getMap('article').get('record')).toMatchObject({ title: 'New' });
  });

  it('[RM2] an update is judged on all that was taken before it, on the disk or not', async () => {
    const [first, second] = [await join(), await join('text', await server.somebody('Eddie', 'editor'))];
    disk.shut();
    first.edit((text) => text.insert(1, 'a'));
    first.edit((text) => text.insert(2, 'b'));
    await first.settle();
    const elsewhere = new Y.Doc();
    elsewhere.clientID = first.doc.clientID;
    elsewhere.getText('article').insert(0, 'the same id for other words');
    second.sendUpdate(Y.encodeStateAsUpdate(elsewhere));
    expect(await second.ended()).toBe(4403);
    disk.open();
    await first.until('saved', () => first.saved === 2);
    expect((await server.rooms.read(article))?.text.linear).toBe('abOne fine day.');
  });

  it('[RM3] appends of many articles and one failing append do not wait for one another', async () => {
    const other = await server.article(owner, 'Another article.');
    const clients = await Promise.all(
      [article, other].map((id) =>
        new RawClient(documentUrl(server, id, 'text'), { token: owner.token }).join(),
      ),
    );
    for (const client of clients) client.edit((text) => text.insert(1, 'x'));
    await Promise.all(clients.map((client) => client.until('saved', () => client.saved === 1)));
  });
});

describe('when the disk refuses', () => {
  it('[RM6] everybody is sent to come again, and finds exactly what was acknowledged', async () => {
    const [writer, reader] = [await join(), await join()];
    writer.edit((text) => text.insert(1, 'Kept. '));
    await writer.until('saved', () => writer.saved === 1);
    disk.shut();
    writer.edit((text) => text.insert(1, 'Lost. '));
    await writer.settle();
    disk.fail(new Error('no room'));
    expect(await writer.ended()).toBe(1013);
    expect(await reader.ended()).toBe(1013);
    expect(writer.saved).toBe(1);
    const back = await join();
    expect(back.text.toString()).toContain('Kept. One fine day.');
    expect(back.text.toString()).not.toContain('Lost');
  });

  it('[RM6] a command is neither done nor answered, and can be sent again', async () => {
    const writer = await join();
    disk.shut();
    const id = 'command-in-trouble';
    const reply = writer.command({ id, type: 'article.rename', title: 'New' });
    const outcome = expect(reply).rejects.toThrow('1013');
    await disk.arrival();
    disk.fail(new Error('no room'));
    await outcome;
    const back = await join();
    expect(await back.command({ id, type: 'article.rename', title: 'New' })).toMatchObject({ ok: true });
    expect((await server.log.events(article)).map(({ type }) => type)).toEqual([
      'article.created',
      'article.renamed',
    ]);
  });

  it('[RM6] what was asked behind a command that could not be kept is not decided on it', async () => {
    const [writer, other] = [await join(), await join()];
    disk.shut();
    const lost = writer
      .command({ type: 'article.rename', title: 'Lost' })
      .catch((error: Error) => error.message);
    await disk.arrival();
    const behind = other
      .command({ type: 'article.rename', title: 'Behind' })
      .catch((error: Error) => error.message);
    await other.settle();
    disk.fail(new Error('no room'));
    expect([await lost, await behind]).toEqual([
      expect.stringContaining('1013'),
      expect.stringContaining('1013'),
    ]);
    expect((await server.rooms.read(article))?.record.title).toBe('An article');
    expect((await server.log.events(article)).length).toBe(1);
  });
});
