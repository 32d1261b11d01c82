import { type ArticleId, newId } from '@assay/shared/model';
import { type Hello, MessageType, type Reply, type RoomName, SUBPROTOCOL } from '@assay/shared/protocol';
import { decoding, encoding } from 'lib0';
import WebSocket from 'ws';
import * as Y from 'yjs';

export interface RawOptions {
  readonly token?: string;
  readonly headers?: Record<string, string>;
  /** Whether to ask for our own messages. */
  readonly assay?: boolean;
  readonly query?: string;
  /** A document to go on with, as after a lost connection. */
  readonly doc?: Y.Doc;
}

/** A client that says exactly what a test has it say, and answers nothing by itself. */
export class RawClient {
  readonly doc: Y.Doc;
  readonly replies: Reply[] = [];
  readonly denied: string[] = [];
  readonly hellos: Hello[] = [];
  /** Of each client id the states that were told of it, `null` when it left. */
  readonly awareness = new Map<number, unknown[]>();
  /** State vectors by which the server asked for what it lacks. */
  readonly asked: Uint8Array[] = [];
  /** Every update as it came. */
  readonly updates: Uint8Array[] = [];
  readonly types: number[] = [];
  readonly socket: WebSocket;
  saved = 0;
  synced = false;
  closed: { code: number; reason: string } | null = null;
  /** Set when the handshake was refused. */
  status: number | null = null;
  #watchers: (() => void)[] = [];

  constructor(url: string, { token, headers = {}, assay = true, query = '', doc = new Y.Doc() }: RawOptions) {
    this.doc = doc;
    this.socket = new WebSocket(url + query, assay ? [SUBPROTOCOL] : [], {
      headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
    });
    this.socket.on('message', (data) => {
      this.#read(new Uint8Array(data as Buffer));
      this.#changed();
    });
    this.socket.on('open', () => this.#changed());
    this.socket.on('unexpected-response', (_, response) => {
      this.status = response.statusCode ?? 0;
      this.socket.terminate();
      this.#changed();
    });
    this.socket.on('error', () => {});
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#changed();
    });
  }

  /** Resolves once something is so; rejects when the connection ends first, unless that was waited for. */
  until(what: string, holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const done = holds();
        if (!done && !this.closed) return;
        this.#watchers = this.#watchers.filter((watcher) => watcher !== look);
        if (done) resolve();
        else reject(new Error(`Closed (${this.closed?.code} ${this.closed?.reason}) while waiting: ${what}`));
      };
      this.#watchers.push(look);
      look();
    });
  }

  /** The code with which the server ended the connection. */
  async ended(): Promise<number> {
    await this.until('the end', () => this.closed !== null);
    return this.closed!.code;
  }

  /** Joins: asks for everything and waits for it. */
  async join(): Promise<this> {
    await this.until('an open socket', () => this.socket.readyState === WebSocket.OPEN);
    this.synced = false;
    this.sendSync(0, Y.encodeStateVector(this.doc));
    await this.until('the document', () => this.synced);
    return this;
  }

  /** Changes the document and sends what Yjs makes of it. */
  edit(change: (text: Y.Text) => void): Uint8Array {
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    this.doc.on('update', collect);
    this.doc.transact(() => change(this.text));
    this.doc.off('update', collect);
    for (const update of updates) this.sendUpdate(update);
    return updates[0]!;
  }

  get text(): Y.Text {
    return this.doc.getText('article');
  }

  sendUpdate(update: Uint8Array): void {
    this.sendSync(2, update);
  }

  /** Answers the server's state vector. */
  sendAnswer(update: Uint8Array): void {
    this.sendSync(1, update);
  }

  sendSync(step: number, bytes: Uint8Array): void {
    this.send(MessageType.sync, (encoder) => {
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, bytes);
    });
  }

  announce(client: number, clock: number, state: unknown): void {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, typeof state === 'string' ? state : JSON.stringify(state));
    });
    this.send(MessageType.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update));
  }

  /** Sends a command and waits for the reply. */
  async command(command: { id?: string; type: string } & Record<string, unknown>): Promise<Reply> {
    const sent = { id: newId(), ...command };
    const before = this.replies.length;
    this.send(MessageType.command, (encoder) => encoding.writeVarString(encoder, JSON.stringify(sent)));
    const mine = () => this.replies.slice(before).find((reply) => reply.command === sent.id);
    await this.until('the reply', () => mine() !== undefined);
    return mine()!;
  }

  send(type: number, write: (encoder: encoding.Encoder) => void): void {
    this.sendBytes(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, type);
        write(encoder);
      }),
    );
  }

  sendBytes(bytes: Uint8Array | string): void {
    this.socket.send(bytes);
  }

  /** Waits until the server has dealt with all that was sent: it answers in order. */
  async settle(): Promise<void> {
    await this.join();
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.until('the end', () => this.closed !== null);
  }

  #read(data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    this.types.push(type);
    if (type === MessageType.sync) this.#readSync(decoder);
    if (type === MessageType.awareness) this.#readAwareness(decoding.readVarUint8Array(decoder));
    if (type === MessageType.auth && decoding.readVarUint(decoder) === 0)
      this.denied.push(decoding.readVarString(decoder));
    if (type === MessageType.hello) this.hellos.push(JSON.parse(decoding.readVarString(decoder)));
    if (type === MessageType.saved) this.saved = decoding.readVarUint(decoder);
    if (type === MessageType.reply) this.replies.push(JSON.parse(decoding.readVarString(decoder)));
  }

  #readSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === 0) this.asked.push(bytes);
    else {
      this.updates.push(bytes);
      Y.applyUpdate(this.doc, bytes, this);
    }
    if (step === 1) this.synced = true;
  }

  #readAwareness(update: Uint8Array): void {
    const decoder = decoding.createDecoder(update);
    const count = decoding.readVarUint(decoder);
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      const states = this.awareness.get(client) ?? [];
      states.push(JSON.parse(decoding.readVarString(decoder)));
      this.awareness.set(client, states);
    }
  }

  #changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** The address of a document of an article. */
export function documentUrl(
  server: { socketUrl(article: ArticleId): string },
  article: ArticleId,
  room: RoomName,
) {
  return `${server.socketUrl(article)}/${room}`;
}
