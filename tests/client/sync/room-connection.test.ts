import 'fake-indexeddb/auto';
import { CloseCode, MessageType } from '@assay/shared/protocol';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { createStore } from '../../../client/src/store/index.ts';
import { until } from '../support/until.ts';
import { online, Scene, TEXT, textOf, waiting, welcome } from './scene.ts';
import { ANA, BEN, greeting } from './scripted-server.ts';

let scene: Scene;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  scene = await Scene.set();
});

afterEach(() => scene.end());

describe('holding back', () => {
  it('[SY21] lets in what others did once it may, in order, and sends what is written here meanwhile', async () => {
    const document = scene.open();
    const visitor = await scene.server.visitor(1);
    welcome(visitor, ANA);
    await visitor.came(MessageType.sync, messageYjsSyncStep2);
    await online(document);
    const holding = createStore(true);
    const stop = document.connection.holdBackWhile(holding);
    const ben = new Y.Doc();
    for (const [at, words] of ['one', ' two'].entries()) {
      const before = Y.encodeStateVector(ben);
      ben.getText('article').insert(at * 3, words);
      visitor.update(Y.encodeStateAsUpdate(ben, before));
    }
    visitor.tell();
    textOf(document).insert(0, '日');
    await until(visitor.seen, () => visitor.frames === 2);
    visitor.saved();
    await until(document.connection.unsaved.count, (count) => count === 0);
    expect(textOf(document).toString()).toBe('日');
    let letIn = false;
    void document.connection.lettingIn().then(() => {
      letIn = true;
    });
    holding.set(false);
    expect(textOf(document).toString()).toMatch(/^(日one two|one two日)$/);
    await document.connection.lettingIn();
    expect(letIn).toBe(true);
    stop();
  });
});

describe('connecting', () => {
  it('[SY6] comes to the room with its schema and asks for our messages', async () => {
    scene.open();
    const visitor = await scene.server.visitor(1);
    expect(visitor.path).toBe(`${TEXT}?schema=1`);
    expect(visitor.protocol).toBe('assay.v1');
  });

  it('[SY7] sends nothing but sync before it has answered what the server lacks', async () => {
    const document = scene.open();
    document.connection.awareness.setLocalStateField('cursor', { anchor: 1 });
    const visitor = await scene.server.visitor(1);
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
    expect(scene.serverText()).toBe('early and late');
  });

  it('[SY8] a reader sends no document update at all, and their presence all the same', async () => {
    const document = scene.open(BEN);
    const visitor = await scene.server.visitor(1);
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
    const document = scene.open();
    const visitor = await scene.server.visitor(1);
    welcome(visitor, ANA);
    await visitor.came(MessageType.sync, messageYjsSyncStep2);
    visitor.greet(greeting(ANA, { mayEditText: false }));
    await until(document.connection.hello, (hello) => hello?.mayEditText === false);
    textOf(document).insert(0, 'kept here');
    expect(visitor.frames).toBe(1);
    visitor.greet(greeting(ANA));
    await until(visitor.seen, () => visitor.frames === 2);
    expect(scene.serverText()).toBe('kept here');
  });

  it('[SY10] gives nothing to a server that greets somebody else', async () => {
    const document = scene.open(ANA);
    const visitor = await scene.server.visitor(1);
    textOf(document).insert(0, 'Ana’s own words');
    welcome(visitor, BEN);
    const state = await until(document.connection.state, ({ kind }) => kind === 'closed');
    expect(state).toMatchObject({ code: CloseCode.signedOut, advice: 'reload' });
    expect(visitor.frames).toBe(0);
  });
});

describe('saving', () => {
  it('[SY1] counts what the server has not said to be on its disk', async () => {
    const document = scene.open();
    const visitor = await scene.server.visitor(1);
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
    const document = scene.open();
    const visitor = await scene.server.visitor(1);
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
    scene.server.onVisit = welcome;
    const document = scene.open(ANA, { random: () => 0 });
    await online(document);
    const { port } = scene.server;
    await scene.server.stop();
    await waiting(document);
    textOf(document).insert(0, 'typed without a server');
    await scene.server.restart(port);
    await online(document);
    const visitor = await scene.server.visitor(2);
    await visitor.came(MessageType.sync, messageYjsSyncStep2);
    expect(document.connection.unsaved.count.get()).toBe(1);
    visitor.saved();
    await until(document.connection.unsaved.count, (unsaved) => unsaved === 0);
    expect(scene.serverText()).toBe('typed without a server');
  });

  it('[SY5] waits between half a second and ten, and longer each time', async () => {
    const document = scene.open();
    const waits: number[] = [];
    document.connection.state.subscribe(() => {
      const state = document.connection.state.get();
      if (state.kind === 'waiting') waits.push(state.retryIn);
    });
    scene.server.onVisit = (visitor) => visitor.cut();
    for (let lost = 1; lost <= 4; lost++) {
      await waiting(document);
      if (lost < 4) scene.signals.give('return');
    }
    expect(waits.map((wait) => Math.round(wait / 100) * 100)).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('[SY12] tries again at once when the network or the person returns', async () => {
    scene.server.onVisit = welcome;
    const document = scene.open();
    await online(document);
    (await scene.server.visitor(1)).cut();
    await waiting(document);
    scene.signals.give('return');
    await online(document);
    expect(scene.server.visitors.get()).toHaveLength(2);
  });

  it('[SY12] does not trust a connection when the network is said to be gone', async () => {
    scene.server.onVisit = welcome;
    const document = scene.open();
    await online(document);
    scene.signals.give('loss');
    expect(document.connection.state.get().kind).toBe('waiting');
  });

  it.each([
    CloseCode.malformed,
    CloseCode.signedOut,
    CloseCode.forbidden,
    CloseCode.notFound,
    CloseCode.outdated,
  ])('[SY13] does not come back after the final code %i, even when the network returns', async (code) => {
    scene.server.onVisit = (visitor) => visitor.close(code);
    const document = scene.open();
    const state = await until(document.connection.state, ({ kind }) => kind === 'closed');
    expect(state).toMatchObject({ code, reason: expect.stringMatching(/\w+ \w+/) });
    scene.signals.give('return');
    expect(document.connection.state.get()).toBe(state);
    expect(scene.server.visitors.get()).toHaveLength(1);
  });

  it('[SY13] does not send again and again what is larger than the server takes', async () => {
    scene.server.onVisit = (visitor) => visitor.close(1009);
    const document = scene.open();
    const state = await until(document.connection.state, ({ kind }) => kind === 'closed');
    expect(state).toMatchObject({ changesRefused: true, reason: expect.stringContaining('larger') });
  });

  it('[SY13] an outdated page is told to reload, in the server’s words where they are a sentence', async () => {
    scene.server.onVisit = (visitor) => visitor.close(CloseCode.outdated, 'Assay is newer now. Reload.');
    const document = scene.open();
    const state = await until(document.connection.state, ({ kind }) => kind === 'closed');
    expect(state).toMatchObject({ advice: 'reload', reason: 'Assay is newer now. Reload.' });
  });

  it('[SY14] a server that goes away for a while is come back to', async () => {
    scene.server.onVisit = (visitor) => visitor.close(CloseCode.goingAway);
    const document = scene.open();
    await waiting(document);
  });
});
