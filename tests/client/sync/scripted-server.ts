import type { AddressInfo } from 'node:net';
import type { Person } from '@assay/shared/model';
import { type Hello, MessageType, type Reply, SCHEMA_VERSION } from '@assay/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket as Socket, WebSocketServer } from 'ws';
import { writePermissionDenied } from 'y-protocols/auth';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { createStore } from '../../../client/src/store/index.ts';
import { until } from '../support/until.ts';

export const ANA: Person = { id: 'person-ana' as Person['id'], name: 'Ana', colour: '#2f6fb3' };
export const BEN: Person = { id: 'person-ben' as Person['id'], name: 'Ben', colour: '#b3462f' };

export function greeting(person: Person, rights: Partial<Hello> = {}): Hello {
  return {
    protocol: 1,
    schema: SCHEMA_VERSION,
    epoch: 'first',
    person,
    role: 'editor',
    mayEditText: true,
    ...rights,
  };
}

/** One frame that a client sent: its type, and of a sync frame its step. */
export interface Seen {
  readonly type: number;
  readonly step: number | null;
}

/** One client's socket, as the server sees it. Everything the server says is said by the test, in the order it likes. */
export class Visitor {
  readonly seen = createStore<readonly Seen[]>([]);
  readonly commands: { readonly id: string }[] = [];
  readonly path: string;
  readonly protocol: string;
  readonly #socket: Socket;
  readonly #doc: Y.Doc;
  #frames = 0;

  constructor(socket: Socket, path: string, doc: Y.Doc) {
    this.#socket = socket;
    this.path = path;
    this.protocol = socket.protocol;
    this.#doc = doc;
    socket.on('message', (data: Buffer) => this.#read(new Uint8Array(data)));
  }

  greet(hello: Hello): void {
    this.#send(MessageType.hello, (encoder) => encoding.writeVarString(encoder, JSON.stringify(hello)));
  }

  /** Asks the client for what the server lacks. */
  ask(): void {
    this.#send(MessageType.sync, (encoder) => sync.writeSyncStep1(encoder, this.#doc));
  }

  /** Gives the client all that the server has. */
  tell(): void {
    this.#send(MessageType.sync, (encoder) => sync.writeSyncStep2(encoder, this.#doc));
  }

  update(update: Uint8Array): void {
    this.#send(MessageType.sync, (encoder) => sync.writeUpdate(encoder, update));
  }

  /** How many sync update and step 2 frames came: what an honest `saved` may say. */
  get frames(): number {
    return this.#frames;
  }

  saved(frames = this.#frames): void {
    this.#send(MessageType.saved, (encoder) => encoding.writeVarUint(encoder, frames));
  }

  deny(reason: string): void {
    this.#send(MessageType.auth, (encoder) => writePermissionDenied(encoder, reason));
  }

  reply(reply: Reply): void {
    this.#send(MessageType.reply, (encoder) => encoding.writeVarString(encoder, JSON.stringify(reply)));
  }

  close(code: number, reason = ''): void {
    this.#socket.close(code, reason);
  }

  /** The cable is cut: no closing handshake. */
  cut(): void {
    this.#socket.terminate();
  }

  #send(type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write(encoder);
    this.#socket.send(encoding.toUint8Array(encoder));
  }

  #read(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    const step = type === MessageType.sync ? decoding.readVarUint(decoder) : null;
    if (type === MessageType.command) this.commands.push(JSON.parse(decoding.readVarString(decoder)));
    if (step === sync.messageYjsSyncStep2 || step === sync.messageYjsUpdate) {
      this.#frames++;
      Y.applyUpdate(this.#doc, decoding.readVarUint8Array(decoder));
    }
    this.seen.update((seen) => [...seen, { type, step }]);
  }

  /** Settles when a frame of this type (and step) has come. */
  async came(type: number, step: number | null = null): Promise<void> {
    await until(this.seen, (seen) => seen.some((frame) => frame.type === type && frame.step === step));
  }
}

/**
 * A server that speaks the protocol over real sockets and does nothing by itself but apply what it is sent, so that a
 * test can put the server's words in any order. What the real server does is tested with the real server.
 */
export class ScriptedServer {
  readonly visitors = createStore<readonly Visitor[]>([]);
  readonly #docs = new Map<string, Y.Doc>();
  #server: WebSocketServer;
  /** Done to each visitor as they come. */
  onVisit: (visitor: Visitor) => void = () => {};

  private constructor(server: WebSocketServer) {
    this.#server = server;
    this.#attend();
  }

  static async start(): Promise<ScriptedServer> {
    return new ScriptedServer(await listen(0));
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** The nth visitor, from 1, once they have come. */
  async visitor(n: number): Promise<Visitor> {
    return (await until(this.visitors, (visitors) => visitors.length >= n))[n - 1]!;
  }

  /** The server's copy of a room, by the address that clients come to. */
  doc(path: string): Y.Doc {
    const doc = this.#docs.get(path) ?? new Y.Doc();
    this.#docs.set(path, doc);
    return doc;
  }

  /** Ends every connection without a word and stops listening. */
  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Listens on the old port again. */
  async restart(port: number): Promise<void> {
    this.#server = await listen(port);
    this.#attend();
  }

  #attend(): void {
    this.#server.on('connection', (socket, request) => {
      const path = (request.url ?? '').split('?')[0]!;
      const visitor = new Visitor(socket, request.url ?? '', this.doc(path));
      this.onVisit(visitor);
      this.visitors.update((visitors) => [...visitors, visitor]);
    });
  }
}

async function listen(port: number): Promise<WebSocketServer> {
  const server = new WebSocketServer({ port, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}
