import 'fake-indexeddb/auto';
import { MessageType } from '@assay/shared/protocol';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import type * as Y from 'yjs';
import { databaseName } from '../../../client/src/device/index.ts';
import { until } from '../support/until.ts';
import { online, Scene, TEXT, textOf, waiting, welcome } from './scene.ts';
import { ANA, BEN, greeting } from './scripted-server.ts';

let scene: Scene;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  scene = await Scene.set();
});

afterEach(() => scene.end());

describe('keeping on the device', () => {
  /** Opens, lets `work` happen without any server after the first greeting, and closes the tab. */
  async function visitOffline(work: (text: Y.Text) => void): Promise<void> {
    scene.server.onVisit = welcome;
    const document = scene.open();
    await online(document);
    scene.server.onVisit = (visitor) => visitor.cut();
    for (const visitor of scene.server.visitors.get()) visitor.cut();
    await waiting(document);
    work(textOf(document));
    await document.close();
  }

  it('[SY15] what was typed offline survives the tab, is counted when it opens again, and is sent once', async () => {
    await visitOffline((text) => {
      text.insert(0, 'one ');
      text.insert(4, 'two ');
      text.insert(8, 'three');
    });
    const document = scene.open();
    await document.opened;
    expect(textOf(document).toString()).toBe('one two three');
    expect(document.connection.unsaved.count.get()).toBe(3);
    await waiting(document);
    scene.server.onVisit = welcome;
    scene.signals.give('return');
    await online(document);
    const visitor = scene.server.visitors.get().at(-1)!;
    await visitor.came(MessageType.sync, messageYjsSyncStep2);
    visitor.saved();
    await until(document.connection.unsaved.count, (unsaved) => unsaved === 0);
    expect(scene.serverText()).toBe('one two three');
    await document.close();
    const again = scene.open();
    await again.opened;
    expect(again.connection.unsaved.count.get()).toBe(0);
  });

  it('[SY15] a deletion alone is counted too', async () => {
    scene.server.doc(TEXT).getText('article').insert(0, 'too many words');
    await visitOffline((text) => text.delete(0, 4));
    const document = scene.open();
    await document.opened;
    expect(document.connection.unsaved.count.get()).toBe(1);
    expect(textOf(document).toString()).toBe('many words');
  });

  it('[SY16] knows the rights of the last visit before the server can be reached', async () => {
    await visitOffline(() => {});
    const document = scene.open();
    await document.opened;
    expect(document.hello.get()).toEqual(greeting(ANA));
    expect(document.connection.hello.get()).toBeNull();
  });

  it('[SY17] two people on one device share nothing', async () => {
    await visitOffline((text) => text.insert(0, 'only Ana knows'));
    const document = scene.open(BEN);
    await document.opened;
    expect(textOf(document).toString()).toBe('');
    expect(document.connection.unsaved.count.get()).toBe(0);
    expect(document.hello.get()).toBeNull();
  });

  it('[SY18] another open tab sends what a closed one left', async () => {
    scene.server.onVisit = welcome;
    const staying = scene.open();
    await online(staying);
    await visitOffline((text) => text.insert(0, 'left behind'));
    await staying.refresh();
    expect(textOf(staying).toString()).toBe('left behind');
  });

  it('[SY19] a device that forgets while the document is open is told of, and the work goes on', async () => {
    scene.server.onVisit = welcome;
    const document = scene.open();
    await online(document);
    await deleteDB(databaseName(ANA.id, 'article-1', 'text'));
    expect(document.keptOnDevice.get()).toBe('no');
    textOf(document).insert(0, 'still here');
    const visitor = await scene.server.visitor(1);
    await visitor.came(MessageType.sync, messageYjsUpdate);
    expect(scene.serverText()).toBe('still here');
  });

  it('[SY19] a device that keeps nothing is told of, and the work goes on', async () => {
    const refusing = new IDBFactory();
    refusing.open = () => {
      throw new DOMException('The user has denied permission.', 'SecurityError');
    };
    globalThis.indexedDB = refusing;
    scene.server.onVisit = welcome;
    const document = scene.open();
    await online(document);
    expect(document.keptOnDevice.get()).toBe('no');
  });
});
