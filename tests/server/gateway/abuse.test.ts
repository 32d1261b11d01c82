import type { ArticleId } from '@assay/shared/model';
import { encoding } from 'lib0';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveServer, type Somebody } from './live-server.ts';
import { documentUrl, RawClient } from './raw-client.ts';

const TEXT = 'One fine day.';

let server: LiveServer;
let owner: Somebody;
let editor: Somebody;
let viewer: Somebody;
let article: ArticleId;

beforeEach(async () => {
  server = await LiveServer.start({ gateway: { backlog: 256 << 10 } });
  owner = await server.somebody('Olga', 'owner');
  editor = await server.somebody('Eddie', 'editor');
  viewer = await server.somebody('Vic', 'viewer');
  article = await server.article(owner, TEXT);
});

afterEach(() => server.destroy());

function join(who: Somebody, room: 'text' | 'review' = 'text', doc = new Y.Doc()) {
  return new RawClient(documentUrl(server, article, room), { token: who.token, doc }).join();
}

async function linear(): Promise<string> {
  return (await server.rooms.read(article))!.text.linear;
}

/** An update that somebody with another client id makes on top of what a client has. */
function forged(client: RawClient, clientID: number, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(client.doc));
  const before = Y.encodeStateVector(doc);
  doc.clientID = clientID;
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

describe('whoever may only read', () => {
  it('[GW10] has an update dropped with permission denied, and nobody hears of it', async () => {
    const [reader, other] = [await join(viewer), await join(owner)];
    reader.edit((text) => text.insert(1, 'Vandal was here. '));
    reader.sendAnswer(Y.encodeStateAsUpdate(reader.doc));
    await reader.until('the denials', () => reader.denied.length === 2);
    await reader.until('dealt with', () => reader.saved === 2);
    await other.settle();
    expect(other.text.toString()).not.toContain('Vandal');
    expect(await linear()).toBe(TEXT);
    expect((await server.log.read(`${article}/text`)).head).toBe(1);
  });

  it('[GW11] may repeat what is known and tidy formats, as Yjs does by itself, without being scolded', async () => {
    const [writer, reader] = [await join(editor), await join(viewer)];
    writer.edit((text) => text.format(1, 3, { strong: true }));
    writer.edit((text) => text.delete(5, 4));
    await reader.until('the edits', () => reader.updates.length === 3);
    reader.sendAnswer(Y.encodeStateAsUpdate(reader.doc));
    const formats = Y.createDeleteSet();
    for (const [client, structs] of reader.doc.store.clients)
      for (const struct of structs)
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)
          formats.clients.set(client, [{ clock: struct.id.clock, len: 1 }]);
    expect(formats.clients.size).toBe(1);
    reader.sendUpdate(deletion(formats));
    await reader.until('dealt with', () => reader.saved === 2);
    expect(reader.denied).toEqual([]);
    expect((await server.log.read(`${article}/text`)).head).toBe(3);
  });

  it('[GW12] cannot do anything by any first byte of a message', async () => {
    const [reader, other] = [await join(viewer), await join(owner)];
    const update = forged(reader, 4_711, (doc) => doc.getText('article').insert(1, 'x'));
    for (let type = 0; type < 256; type++) {
      const client = await join(viewer);
      client.send(type, (encoder) => {
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint8Array(encoder, update);
      });
      client.socket.close();
      await client.ended();
    }
    await other.settle();
    expect(other.text.toString()).not.toContain('x');
    expect((await server.log.read(`${article}/text`)).head).toBe(1);
    expect((await server.log.events(article)).length).toBe(1);
  });
});

describe('the review', () => {
  it('[GW13] is written by nobody but the server, not even by its owner', async () => {
    const [writer, reader] = [await join(owner, 'review'), await join(viewer, 'review')];
    const map = writer.doc.getMap<unknown>('annotations');
    writer.sendUpdate(forged(writer, 99, (doc) => doc.getMap('annotations').set('a', 1)));
    writer.sendAnswer(forged(writer, 99, (doc) => doc.getMap('article').delete('record')));
    await writer.until('the denials', () => writer.denied.length === 2);
    await reader.settle();
    expect(map.size).toBe(0);
    expect(reader.doc.getMap('article').get('record')).toMatchObject({ title: 'An article' });
    expect((await server.log.read(`${article}/review`)).head).toBe(1);
  });
});

describe('the door of the text', () => {
  it('[GW14] does not let somebody write under another’s client id, nor bind one that another shows', async () => {
    const [victim, thief] = [await join(editor), await join(owner)];
    victim.announce(victim.doc.clientID, 1, { cursor: null });
    await victim.settle();
    thief.sendUpdate(forged(thief, victim.doc.clientID, (doc) => doc.getText('article').insert(1, 'stolen')));
    expect(await thief.ended()).toBe(4403);
    victim.edit((text) => text.insert(1, 'Mine. '));
    await victim.until('saved', () => victim.saved === 1);
    await victim.close();
    const later = await join(owner);
    later.sendUpdate(forged(later, victim.doc.clientID, (doc) => doc.getText('article').insert(1, 'stolen')));
    expect(await later.ended()).toBe(4403);
    server = await server.restart();
    const again = await join(owner);
    again.sendUpdate(forged(again, victim.doc.clientID, (doc) => doc.getText('article').insert(1, 'stolen')));
    expect(await again.ended()).toBe(4403);
    expect(await linear()).toBe(`Mine. ${TEXT}`);
  });

  it('[GW15] refuses a forged GC struct that would make a victim’s later edits count as known', async () => {
    const [victim, thief] = [await join(editor), await join(owner)];
    victim.edit((text) => text.insert(1, 'A'));
    await victim.until('saved', () => victim.saved === 1);
    thief.sendUpdate(collected(victim.doc.clientID, 1, 2 ** 39));
    expect(await thief.ended()).toBe(4403);
    victim.edit((text) => text.insert(2, 'B'));
    await victim.until('saved', () => victim.saved === 2);
    expect(await linear()).toBe(`AB${TEXT}`);
  });

  it('[GW16] asks for what is missing, holds back the acknowledgement, and goes on when it comes', async () => {
    const page = await join(editor);
    const updates: Uint8Array[] = [];
    page.doc.on('update', (update) => updates.push(update));
    page.text.insert(1, 'a');
    page.text.insert(2, 'b');
    page.text.insert(3, 'c');
    page.sendUpdate(updates[1]!);
    page.sendUpdate(updates[2]!);
    await page.until('being asked', () => page.asked.length === 2);
    await page.settle();
    expect(page.saved).toBe(0);
    page.sendAnswer(Y.encodeStateAsUpdate(page.doc, page.asked[1]!));
    await page.until('saved', () => page.saved === 3);
    expect(await linear()).toBe(`abc${TEXT}`);
    expect(page.asked.length).toBe(2);
  });

  it('[GW17] sends away who answers three times without closing the gap', async () => {
    const page = await join(editor);
    const lost = new Y.Doc();
    lost.getText('article').insert(0, 'one');
    const base = Y.encodeStateVector(lost);
    lost.getText('article').insert(3, 'two');
    for (let i = 0; i < 3; i++) page.sendAnswer(Y.encodeStateAsUpdate(lost, base));
    expect(await page.ended()).toBe(4403);
  });

  it('[GW18] is not slowed down for others by a flood of updates that cannot be resolved', async () => {
    const [flooder, honest] = [await join(owner), await join(editor)];
    const lost = new Y.Doc();
    for (let i = 0; i < 1_200; i++) {
      const before = Y.encodeStateVector(lost);
      lost.getText('article').insert(0, 'x'.repeat(1_000));
      if (i > 0) flooder.sendUpdate(Y.encodeStateAsUpdate(lost, before));
    }
    const start = performance.now();
    honest.edit((text) => text.insert(1, 'Still here. '));
    await honest.until('saved', () => honest.saved === 1);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(await flooder.ended()).toBe(4403);
    expect(await linear()).toBe(`Still here. ${TEXT}`);
    const room = await server.rooms.enter(article);
    expect(room?.room.text.replica.doc.store.pendingStructs).toBeNull();
    room?.leave();
  });

  it('[GW19] closes on what cannot be read: malformed, text, or above the limit', async () => {
    const bytes = await join(editor);
    bytes.sendBytes(new Uint8Array([0, 2, 200]));
    expect(await bytes.ended()).toBe(4400);
    const text = await join(editor);
    text.sendBytes('hello');
    expect(await text.ended()).toBe(4400);
    const large = await join(editor);
    large.edit((ytext) => ytext.insert(1, 'x'.repeat((4 << 20) + 1)));
    expect(await large.ended()).toBe(4413);
    const counts = await join(editor);
    counts.sendUpdate(declaring(2 ** 25));
    expect(await counts.ended()).toBe(4403);
    expect(await linear()).toBe(TEXT);
  });
});

describe('presence', () => {
  it('[GW20] [AU10] carries the name, and the being a program, that the server knows, whatever is claimed', async () => {
    const [page, other] = [await join(viewer), await join(owner)];
    const claim = { user: { id: 'x', name: 'Olga', colour: 'red; position: fixed' }, cursor: { at: 3 } };
    page.announce(1_234, 1, claim);
    await other.until('the state', () => other.awareness.has(1_234));
    expect(viewer.person).toMatchObject({ name: 'Vic', program: true });
    expect(other.awareness.get(1_234)).toEqual([{ user: viewer.person, cursor: { at: 3 } }]);
  });

  it('[GW21] lets nobody speak for another or take their place with a higher clock', async () => {
    const [victim, thief] = [await join(editor), await join(owner)];
    victim.announce(1_234, 1, { here: true });
    await thief.until('the state', () => thief.awareness.has(1_234));
    thief.announce(1_234, 2 ** 40, { here: false });
    thief.announce(1_234, 2 ** 41, 'null');
    await thief.settle();
    victim.announce(1_234, 2, { here: true });
    await thief.until('the next', () => thief.awareness.get(1_234)?.length === 2);
    expect(thief.awareness.get(1_234)?.every((state) => (state as { here: boolean }).here)).toBe(true);
  });

  it('[GW22] tells of everybody at once to who joins, and takes out who leaves', async () => {
    const [page, other] = [await join(viewer), await join(owner)];
    page.announce(1_234, 1, {});
    await other.until('the state', () => other.awareness.has(1_234));
    const late = await join(editor);
    expect(late.awareness.has(1_234)).toBe(true);
    await page.close();
    await late.until('the end', () => late.awareness.get(1_234)?.at(-1) === null);
    await other.until('the end', () => other.awareness.get(1_234)?.at(-1) === null);
  });

  it('[GW23] moves to the new connection of somebody who came back before the old one ended', async () => {
    const [first, other] = [await join(viewer), await join(owner)];
    first.announce(1_234, 5, {});
    await other.until('the state', () => other.awareness.has(1_234));
    const second = await join(viewer);
    second.announce(1_234, 5, {});
    await second.settle();
    await first.close();
    const late = await join(editor);
    expect(late.awareness.get(1_234)).toEqual([{ user: viewer.person }]);
    expect(other.awareness.get(1_234)).not.toContain(null);
  });

  it('[GW24] drops keys that would reach into a reader’s prototypes', async () => {
    const [page, other] = [await join(viewer), await join(owner)];
    page.announce(1_234, 1, '{"__proto__":{"x":1},"deep":{"constructor":1,"fine":2}}');
    await other.until('the state', () => other.awareness.has(1_234));
    expect(JSON.stringify(other.awareness.get(1_234))).toBe(
      JSON.stringify([{ deep: { fine: 2 }, user: viewer.person }]),
    );
  });
});

describe('a reader who does not read', () => {
  it('[GW25][RM4] is sent away at a bound, and the writer does not notice', async () => {
    const [writer, slow] = [await join(editor), await join(viewer)];
    slow.socket.pause();
    const chunk = 'y'.repeat(200_000);
    for (let i = 1; i <= 60; i++) {
      writer.edit((text) => text.insert(1, chunk));
      await writer.until('saved', () => writer.saved === i);
    }
    slow.socket.resume();
    expect(await slow.ended()).toBe(4513);
    expect(slow.updates.length).toBeLessThan(60);
  });
});

function deletion(ds: ReturnType<typeof Y.createDeleteSet>): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, ds.clients.size);
  for (const [client, ranges] of ds.clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, len);
    }
  }
  return encoding.toUint8Array(encoder);
}

/** An update of one GC struct. */
function collected(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 0);
  encoding.writeVarUint(encoder, length);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** An update that announces many structs and has none. */
function declaring(structs: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, structs, 5, 0]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}
