import type { Person } from '@assay/shared/model';
import { WebSocket as NodeSocket } from 'ws';
import type * as Y from 'yjs';
import {
  type ReturnSignals,
  SyncedDocument,
  type SyncedDocumentOptions,
} from '../../../client/src/sync/index.ts';
import { until } from '../support/until.ts';
import { ANA, greeting, ScriptedServer, type Visitor } from './scripted-server.ts';

export const TEXT = '/sync/article-1/text';

/** Signals that a test gives by hand. */
export class Hand implements ReturnSignals {
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

/** A scripted server and the tabs that come to it, all closed at the end. */
export class Scene {
  readonly signals = new Hand();
  readonly server: ScriptedServer;
  readonly #opened: SyncedDocument[] = [];

  private constructor(server: ScriptedServer) {
    this.server = server;
  }

  static async set(): Promise<Scene> {
    return new Scene(await ScriptedServer.start());
  }

  open(person: Person = ANA, options: Partial<SyncedDocumentOptions> = {}): SyncedDocument {
    const document = new SyncedDocument({
      socketUrl: this.server.url,
      article: 'article-1',
      room: 'text',
      person: person.id,
      WebSocket: NodeSocket as unknown as typeof WebSocket, // the same interface, typed apart
      signals: this.signals,
      random: () => 0.999,
      ...options,
    });
    this.#opened.push(document);
    return document;
  }

  /** What the server's copy of the text says. */
  serverText(): string {
    return this.server.doc(TEXT).getText('article').toString();
  }

  async end(): Promise<void> {
    await Promise.all(this.#opened.map((document) => document.close()));
    await this.server.stop();
  }
}

/** What the real server does at once when somebody comes. */
export function welcome(
  visitor: Visitor,
  person: Person = ANA,
  rights: Parameters<typeof greeting>[1] = {},
): void {
  visitor.greet(greeting(person, rights));
  visitor.ask();
  visitor.tell();
}

export const textOf = (document: SyncedDocument): Y.Text => document.doc.getText('article');

export const online = (document: SyncedDocument) =>
  until(document.connection.state, (state) => state.kind === 'online');

export const waiting = (document: SyncedDocument) =>
  until(document.connection.state, (state) => state.kind === 'waiting');
