import {
  CloseCode,
  type Hello,
  MessageType,
  type Reply,
  type RoomName,
  SCHEMA_VERSION,
  SUBPROTOCOL,
} from '@assay/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readAuthMessage } from 'y-protocols/auth';
import type { Awareness } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { createStore, type Readable } from '../store/index.ts';
import { type ConnectionState, closedFor, isFinal } from './connection-state.ts';
import { jsonFrame, readJson } from './frames.ts';
import { guardedSocket } from './guarded-socket.ts';
import { HeldBack } from './held-back.ts';
import { Reading } from './reading.ts';
import { Retry } from './retry.ts';
import { browserSignals, type ReturnSignals } from './return-signals.ts';
import { RoomGate } from './room-gate.ts';
import { UnsavedChanges } from './unsaved-changes.ts';

/** What a connection needs of its surroundings; tests on Node give their own. */
export interface Surroundings {
  readonly WebSocket?: typeof WebSocket;
  readonly signals?: ReturnSignals;
  /** In [0, 1); spreads the pauses between attempts. */
  readonly random?: () => number;
}

export interface RoomOptions extends Surroundings {
  /** Such as `ws://127.0.0.1:8787`. */
  readonly socketUrl: string;
  readonly article: string;
  readonly room: RoomName;
  readonly doc: Y.Doc;
  /** Who this document was opened for. A server that greets somebody else gets nothing of it. */
  readonly person: string;
}

/** The socket to one room of one article: keeps itself connected, and keeps the rules of what may be sent. */
export class RoomConnection {
  readonly #state = createStore<ConnectionState>({ kind: 'connecting', attempt: 1 });
  readonly #hello = createStore<Hello | null>(null);
  readonly #refusal = createStore<string | null>(null);
  readonly #synced = createStore(false);
  readonly state: Readable<ConnectionState> = this.#state;
  /** The server's last greeting on this connection or an earlier one; null before the first. */
  readonly hello: Readable<Hello | null> = this.#hello;
  /** Why the server did not take a change of the document; null when it took all. */
  readonly refusal: Readable<string | null> = this.#refusal;
  /** Whether the server's copy has been read at least once. */
  readonly synced: Readable<boolean> = this.#synced;
  readonly unsaved = new UnsavedChanges();
  readonly #reading = new Reading();
  readonly #gate = new RoomGate(this.unsaved, () => this.#reading.asked());
  /** Whether commands may be sent now: everything they refer to has been sent before. */
  readonly open: Readable<boolean> = this.#gate.open;
  readonly #options: RoomOptions;
  readonly #provider: WebsocketProvider;
  readonly #retry: Retry;
  readonly #heldBack = new HeldBack();
  readonly #replyListeners = new Set<(reply: Reply) => void>();
  /** The state vector that the server named in its step 1 on this connection. */
  #serverHolds: Uint8Array | null = null;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.#provider = this.#makeProvider();
    this.#retry = new Retry({
      signals: options.signals ?? browserSignals,
      random: options.random ?? Math.random,
      connect: () => this.connect(),
      drop: () => this.#provider.ws && this.#provider.disconnect(),
    });
    this.#listen();
    this.open.subscribe(() => this.open.get() && this.#showPresence());
  }

  get awareness(): Awareness {
    return this.#provider.awareness;
  }

  connect(): void {
    if (this.#ended()) return;
    this.#gate.close();
    this.#reading.connected();
    this.#serverHolds = null;
    this.#state.set({ kind: 'connecting', attempt: this.#retry.failures + 1 });
    this.#provider.connect();
  }

  /** Sends a command of the ledger; false when the connection is not open for it. */
  sendCommand(command: { readonly id: string }): boolean {
    const socket = this.#provider.ws;
    if (!this.open.get() || !socket) return false;
    socket.send(jsonFrame(MessageType.command, command));
    return true;
  }

  /** Calls `listener` with each reply to a command; returns the way to stop. */
  onReply(listener: (reply: Reply) => void): () => void {
    this.#replyListeners.add(listener);
    return () => this.#replyListeners.delete(listener);
  }

  /** Settles when all that the server has published up to now has been read, if need be over a later connection. */
  readAgain(): Promise<void> {
    const read = this.#reading.next();
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MessageType.sync);
    sync.writeSyncStep1(encoder, this.#options.doc);
    if (this.#provider.wsconnected) this.#provider.ws?.send(encoding.toUint8Array(encoder));
    return read;
  }

  /** Sends everything that the server did not have when it last asked, whatever was sent since. */
  answerAgain(): void {
    if (!this.#gate.mayWrite || !this.#serverHolds) return;
    const encoder = encoding.createEncoder();
    this.#writeAnswer(encoder, this.#serverHolds);
    this.#provider.ws?.send(encoding.toUint8Array(encoder));
  }

  /**
   * Keeps what others write, and their presence, out of the document while `holding` is true: to this page they are
   * that much slower. What is written here is sent and counted as ever. Returns the way to stop.
   */
  holdBackWhile(holding: Readable<boolean>): () => void {
    return this.#heldBack.while(holding);
  }

  /** Settles when nothing is held back. */
  lettingIn(): Promise<void> {
    return new Promise((resolve) => this.#heldBack.take(resolve));
  }

  destroy(): void {
    if (this.#state.get().kind !== 'closed') this.#state.set({ kind: 'left' });
    this.#retry.destroy();
    this.#provider.destroy();
    this.awareness.destroy();
  }

  #makeProvider(): WebsocketProvider {
    const { socketUrl, article, room, doc } = this.#options;
    const provider = new WebsocketProvider(`${socketUrl}/sync/${article}`, room, doc, {
      connect: false,
      // Tabs would exchange updates that the server has not taken, some of them of other people's sessions.
      disableBc: true,
      protocols: [SUBPROTOCOL],
      params: { schema: String(SCHEMA_VERSION) },
      // The provider's own attempts come to nothing (`#lost`); `Retry` plans ours.
      maxBackoffTime: 0,
      shouldReconnect: ({ code }) => !isFinal(code),
      WebSocketPolyfill: guardedSocket(this.#options.WebSocket ?? WebSocket, this.#gate),
    });
    provider.messageHandlers[MessageType.sync] = (reply, message) => this.#readSync(reply, message);
    const readAwareness = provider.messageHandlers[MessageType.awareness]!;
    provider.messageHandlers[MessageType.awareness] = (...message) =>
      this.#heldBack.take(() => readAwareness(...message));
    provider.messageHandlers[MessageType.auth] = (_, message) =>
      readAuthMessage(message, doc, (_doc, reason) => this.#readRefusal(reason));
    provider.messageHandlers[MessageType.hello] = (_, message) => this.#readHello(readJson<Hello>(message));
    provider.messageHandlers[MessageType.saved] = (_, message) =>
      this.unsaved.saved(decoding.readVarUint(message));
    provider.messageHandlers[MessageType.reply] = (_, message) => this.#readReply(readJson<Reply>(message));
    return provider;
  }

  #listen(): void {
    this.#provider.on('connection-close', () => this.#lost());
    this.#provider.on('closed', ({ code, reason }) => this.#endWith(closedFor(code, reason)));
    this.#provider.on('sync', (synced) => {
      if (!synced) return;
      this.#retry.succeeded();
      this.#synced.set(true);
      this.#state.set({ kind: 'online' });
    });
  }

  /** Runs inside the provider's own clean-up, before it looks whether to try again. */
  #lost(): void {
    this.#provider.shouldConnect = false;
    this.#gate.close();
    if (this.#ended()) return;
    const pause = this.#retry.plan();
    this.#state.set({ kind: 'waiting', attempt: this.#retry.failures, retryIn: pause });
  }

  #endWith(state: ConnectionState & { kind: 'closed' }): void {
    this.#state.set(state);
    this.#retry.cancel();
    this.#provider.disconnect();
  }

  #ended(): boolean {
    const { kind } = this.#state.get();
    return kind === 'closed' || kind === 'left';
  }

  #readSync(reply: encoding.Encoder, message: decoding.Decoder): void {
    const kind = decoding.readVarUint(message);
    if (kind === sync.messageYjsSyncStep1) {
      this.#serverHolds = decoding.readVarUint8Array(message);
      if (this.#gate.mayWrite) this.#writeAnswer(reply, this.#serverHolds);
      return;
    }
    const isAnswer = kind === sync.messageYjsSyncStep2;
    this.#heldBack.take(() => {
      sync.readSyncStep2(message, this.#options.doc, this.#provider);
      if (isAnswer) this.#reading.answered();
    });
    if (isAnswer) this.#provider.synced = true;
  }

  #writeAnswer(encoder: encoding.Encoder, serverHolds: Uint8Array): void {
    encoding.writeVarUint(encoder, MessageType.sync);
    sync.writeSyncStep2(encoder, this.#options.doc, serverHolds);
  }

  #readHello(hello: Hello): void {
    if (hello.person.id !== this.#options.person) {
      const reason = `You are signed in as ${hello.person.name} now. Reload the page to go on.`;
      this.#endWith({ ...closedFor(CloseCode.signedOut, reason), advice: 'reload' });
      return;
    }
    this.#refusal.set(null);
    this.#gate.allow(hello.mayEditText && this.#options.room === 'text');
    this.#hello.set(hello);
    // The right to write may have come, or come back, after the server had asked.
    this.answerAgain();
  }

  #readRefusal(reason: string): void {
    this.unsaved.refused();
    this.#refusal.set(reason);
  }

  #readReply(reply: Reply): void {
    for (const listener of [...this.#replyListeners]) listener(reply);
  }

  /** Presence was held back until now; a new clock makes others take it even where they saw this client leave. */
  #showPresence(): void {
    this.awareness.setLocalState(this.awareness.getLocalState());
  }
}
