import 'fake-indexeddb/auto';
import type { Person } from '@assay/shared/model';
import { CloseCode, MessageType } from '@assay/shared/protocol';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import type * as Y from 'yjs';
import {
  type ReturnSignals,
  SyncedDocument,
  type SyncedDocumentOptions,
} from '../../../client/src/sync/index.ts';
import { until } from '../support/until.ts';
import { ANA, BEN, greeting, ScriptedServer, type Visitor } from './scripted-server.ts';

const TEXT = '/sync/article-1/text';

/** Signals that a test gives by hand. */
class Hand implements ReturnSignals {
  readonly #listeners = { return: new Set<() => void>(), loss: new Set<() => void>() };
  onReturn(listener: () => void) {
    return this.#add('return', listener);
  }
  onLoss(listener: () => void) {
    return this.#add('loss', listener);
  }
  give(signal: 'return' | 'loss') {
    for (const listener of this.#listeners[signal]) listener();
  }
  #add(signal: 'return' | 'loss', listener: () => void) {
    this.#listeners[signal].add(listener);
    return () => this.#listeners[signal].delete(listener);
  }
}

let server: ScriptedServer;
let signals: Hand;
const opened: SyncedDocument[] = [];

function open(person: Person = ANA, options: Partial<SyncedDocumentOptions> = {}): SyncedDocument {
  const document = new SyncedDocument({
    socketUrl: server.url,
    article: 'article-1',
    room: 'text',
    person: person.id,
    WebSocket: NodeSocket as unknown as typeof WebSocket, // the same interface, typed apart
    signals,
    random: () => 0.999,
    ...options,
  });
  opened.push(document);
  return document;
}

/** What the real server does at once when somebody comes. */
function welcome(visitor: Visitor, person: Person = ANA, rights: Parameters<typeof greeting>[1] = {}): void {
  visitor.greet(greeting(person, rights));
  visitor.ask();
  visitor.tell();
}

const textOf = (document: SyncedDocument) => document.doc.getText('article');
const online = (document: SyncedDocument) =>
  until(document.connection.state, (state) => state.kind === 'online');
const serverText = () => server.doc(TEXT).getText('article').toString();

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  signals = new Hand();
  server = await ScriptedServer.start();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((document) => document.close()));
  await server.stop();
});

describe('connecting', () => {
  it('[SY6] comes to the room with its schema and asks for our messages', async () => {
    open();
    const visitor = await server.visitor(1);
    expect(visitor.path).toBe(`${TEXT}?schema=1`);
    expect(visitor.protocol).toBe('assay.v1');
  });

  it('[SY7] sends nothing but sync before it has answered what the server lacks', async () => {
    const document = open();
    document.connection.awareness.setLocalStateField('cursor', { anchor: 1 });
    const visitor = await server.visitor(1);
    visitor.greet(greeting(ANA));
    visitor.tell();
    await online(document);
    textOf(document).insert(0, 'early');
    expect(document.connection.sendCommand({ id: 'command-1' })).toBe(false);
    visitor.ask();
    await visitor.came(MessageType.awareness);
    textOf(document).insert(5, ' and late');
    await visitor.came(MessageType.sync, messageYjsUpdate);
    expect(visitor.seen.get()).toEqual([
      { type: MessageType.sync, step: messageYjsSyncStep1 },
      { type: MessageType.sync, step: messageYjsSyncStep2 },
      { type: MessageType.awareness, step: null },
      { type: MessageType.sync, step: messageYjsUpdate },
    ]);
    expect(serverText()).toBe('early and late');
  });

  it('[SY8] a reader sends no document update at all, and their presence all the same', async () => {
    const document = open(BEN);
    const visitor = await server.visitor(1);
    welcome(visitor, BEN, { role: 'reviewer', mayEditText: false });
    await online(document);
    textOf(document).insert(0, 'what Yjs would tidy');
    document.connection.awareness.setLocalStateField('cursor', { anchor: 1 });
    await visitor.came(MessageType.awareness);
    expect(document.connection.sendCommand({ id: 'command-1' })).toBe(true);
    await visitor.came(MessageType.command);
    expect(visitor.frames).toBe(0);
    expect(document.connection.unsaved.count.get()).toBe(0);
  });

  it('[SY9] the right to edit that comes later lets out what was held back', async () => {
    const document = open();
    const visitor = await server.visitor(1);
    welcome(visitor, ANA);
    await visitor.came(MessageType.sync, messageYjsSyncStep2);
    visitor.greet(greeting(ANA, { mayEditText: false }));
    await until(document.connection.hello, (hello) => hello?.mayEditText === false);
    textOf(document).insert(0, 'kept here');
    expect(visitor.frames).toBe(1);
    visitor.greet(greeting(ANA));
    await until(visitor.seen, () => visitor.frames === 2);
    expect(serverText()).toBe('kept here');
  });

  it('[SY10] gives nothing to a server that greets somebody else', async () => {
    const document = open(ANA);
    const visitor = await server.visitor(1);
    textOf(document).insert(0, 'Ana’s own words');
    welcome(visitor, BEN);
    const state = await until(document.connection.state, ({ kind }) => kind === 'closed');
    expect(state).toMatchObject({ code: CloseCode.signedOut, advice: 'reload' });
    expect(visitor.frames).toBe(0);
  });
});

describe('saving', () => {
  it('[SY1] counts what the server has not said to be on its disk', async () => {
    const document = open();
    const visitor = await server.visitor(1);
    welcome(visitor);
    await online(document);
    await visitor.came(MessageType.sync, messageYjsSyncStep2);
    textOf(document).insert(0, 'a');
    textOf(document).insert(1, 'b');
    await until(visitor.seen, () => visitor.frames === 3);
    const { count } = document.connection.unsaved;
    expect(count.get()).toBe(2);
    visitor.saved(2);
    await until(count, (unsaved) => unsaved === 1);
    visitor.saved(3);
    await until(count, (unsaved) => unsaved === 0);
  });

  it('[SY3] a refusal is told, and what it hit stays unsaved', async () => {
    const document = open();
    const visitor = await server.visitor(1);
    welcome(visitor);
    await visitor.came(MessageType.sync, messageYjsSyncStep2);
    visitor.saved();
    textOf(document).insert(0, 'too late');
    await visitor.came(MessageType.sync, messageYjsUpdate);
    visitor.deny('The text is locked.');
    visitor.saved();
    visitor.greet(greeting(ANA, { mayEditText: false }));
    await until(document.connection.hello, (hello) => hello?.mayEditText === false);
    expect(document.connection.unsaved.count.get()).toBe(1);
  });
});

describe('losing the connection', () => {
  it('[SY11] comes back when the server does, with what was typed meanwhile, once', async () => {
    server.onVisit = welcome;
    const document = open(ANA, { random: () => 0 });
    await online(document);
    const { port } = server;
    await server.stop();
    await until(document.connection.state, ({ kind }) => kind === 'waiting');
    textOf(document).insert(0, 'typed without a server');
    await server.restart(port);
    await online(document);
    const visitor = await server.visitor(2);
    await visitor.came(MessageType.sync, messageYjsSyncStep2);
    expect(document.connection.unsaved.count.get()).toBe(1);
    visitor.saved();
    await until(document.connection.unsaved.count, (unsaved) => unsaved === 0);
    expect(serverText()).toBe('typed without a server');
  });

  it('[SY5] waits between half a second and ten, and longer each time', async () => {
    const document = open();
    const waits: number[] = [];
    document.connection.state.subscribe(() => {
      const state = document.connection.state.get();
      if (state.kind === 'waiting') waits.push(state.retryIn);
    });
    server.onVisit = (visitor) => visitor.cut();
    for (let lost = 1; lost <= 4; lost++) {
      await until(document.connection.state, ({ kind }) => kind === 'waiting');
      if (lost < 4) signals.give('return');
    }
    expect(waits.map((wait) => Math.round(wait / 100) * 100)).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('[SY12] tries again at once when the network or the person returns', async () => {
    server.onVisit = welcome;
    const document = open();
    await online(document);
    (await server.visitor(1)).cut();
    await until(document.connection.state, ({ kind }) => kind === 'waiting');
    signals.give('return');
    await online(document);
    expect(server.visitors.get()).toHaveLength(2);
  });

  it('[SY12] does not trust a connection when the network is said to be gone', async () => {
    server.onVisit = welcome;
    const document = open();
    await online(document);
    signals.give('loss');
    expect(document.connection.state.get().kind).toBe('waiting');
  });

  it.each([
    CloseCode.malformed,
    CloseCode.signedOut,
    CloseCode.forbidden,
    CloseCode.notFound,
    CloseCode.outdated,
  ])('[SY13] does not come back after the final code %i, even when the network returns', async (code) => {
    server.onVisit = (visitor) => visitor.close(code);
    const document = open();
    const state = await until(document.connection.state, ({ kind }) => kind === 'closed');
    expect(state).toMatchObject({ code, reason: expect.stringMatching(/\w+ \w+/) });
    signals.give('return');
    expect(document.connection.state.get()).toBe(state);
    expect(server.visitors.get()).toHaveLength(1);
  });

  it('[SY13] an outdated page is told to reload, in the server’s words where they are a sentence', async () => {
    server.onVisit = (visitor) => visitor.close(CloseCode.outdated, 'Assay is newer now. Reload.');
    const document = open();
    const state = await until(document.connection.state, ({ kind }) => kind === 'closed');
    expect(state).toMatchObject({ advice: 'reload', reason: 'Assay is newer now. Reload.' });
  });

  it('[SY14] a server that goes away for a while is come back to', async () => {
    server.onVisit = (visitor) => visitor.close(CloseCode.goingAway);
    const document = open();
    await until(document.connection.state, ({ kind }) => kind === 'waiting');
  });
});

describe('keeping on the device', () => {
  /** Opens, lets `work` happen without any server after the first greeting, and closes the tab. */
  async function visitOffline(work: (text: Y.Text) => void): Promise<void> {
    server.onVisit = welcome;
    const document = open();
    await online(document);
    server.onVisit = (visitor) => visitor.cut();
    for (const visitor of server.visitors.get()) visitor.cut();
    await until(document.connection.state, ({ kind }) => kind === 'waiting');
    work(textOf(document));
    await document.close();
  }

  it('[SY15] what was typed offline survives the tab, is counted when it opens again, and is sent once', async () => {
    await visitOffline((text) => {
      text.insert(0, 'one ');
      text.insert(4, 'two ');
      text.insert(8, 'three');
    });
    const document = open();
    await document.opened;
    expect(textOf(document).toString()).toBe('one two three');
    expect(document.connection.unsaved.count.get()).toBe(3);
    await until(document.connection.state, ({ kind }) => kind === 'waiting');
    server.onVisit = welcome;
    signals.give('return');
    await online(document);
    const visitor = server.visitors.get().at(-1)!;
    await visitor.came(MessageType.sync, messageYjsSyncStep2);
    visitor.saved();
    await until(document.connection.unsaved.count, (unsaved) => unsaved === 0);
    expect(serverText()).toBe('one two three');
    await document.close();
    const again = open();
    await again.opened;
    expect(again.connection.unsaved.count.get()).toBe(0);
  });

  it('[SY15] a deletion alone is counted too', async () => {
    server.doc(TEXT).getText('article').insert(0, 'too many words');
    await visitOffline((text) => text.delete(0, 4));
    const document = open();
    await document.opened;
    expect(document.connection.unsaved.count.get()).toBe(1);
    expect(textOf(document).toString()).toBe('many words');
  });

  it('[SY16] knows the rights of the last visit before the server can be reached', async () => {
    await visitOffline(() => {});
    const document = open();
    await document.opened;
    expect(document.hello.get()).toEqual(greeting(ANA));
    expect(document.connection.hello.get()).toBeNull();
  });

  it('[SY17] two people on one device share nothing', async () => {
    await visitOffline((text) => text.insert(0, 'only Ana knows'));
    const document = open(BEN);
    await document.opened;
    expect(textOf(document).toString()).toBe('');
    expect(document.connection.unsaved.count.get()).toBe(0);
    expect(document.hello.get()).toBeNull();
  });

  it('[SY18] another open tab sends what a closed one left', async () => {
    server.onVisit = welcome;
    const staying = open();
    await online(staying);
    await visitOffline((text) => text.insert(0, 'left behind'));
    await staying.refresh();
    expect(textOf(staying).toString()).toBe('left behind');
  });

  it('[SY19] a device that keeps nothing is told of, and the work goes on', async () => {
    const refusing = new IDBFactory();
    refusing.open = () => {
      throw new DOMException('The user has denied permission.', 'SecurityError');
    };
    globalThis.indexedDB = refusing;
    server.onVisit = welcome;
    const document = open();
    await online(document);
    expect(document.keptOnDevice.get()).toBe('no');
  });
});
