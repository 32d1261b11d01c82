import type { Duplex } from 'node:stream';
import { CloseCode } from '@assay/shared/protocol';
import type { WebSocket } from 'ws';
import type { Frame } from './frames.ts';

/** Bytes that may wait for one reader; beyond that it is closed and must sync again, so that it costs no more memory. */
export const MAX_BACKLOG = 4 << 20;

/** A close reason has at most 123 bytes. */
const MAX_REASON = 120;

/**
 * The way out to one client. Frames are made by us, once for all readers, and written to the socket as they are; ws
 * keeps to the closing handshake and the pings. Without compression it writes synchronously, so the two never mix.
 */
export class Outlet {
  readonly #ws: WebSocket;
  readonly #socket: Duplex;
  readonly #maxBacklog: number;

  constructor(ws: WebSocket, socket: Duplex, maxBacklog: number) {
    this.#ws = ws;
    this.#socket = socket;
    this.#maxBacklog = maxBacklog;
  }

  get open(): boolean {
    return this.#ws.readyState === this.#ws.OPEN;
  }

  write(...frames: readonly Frame[]): void {
    if (!this.open) return;
    if (this.#socket.writableLength > this.#maxBacklog) {
      this.close(CloseCode.tooSlow, 'This connection reads too slowly. Sync again.');
      return;
    }
    this.#socket.cork();
    for (const frame of frames) this.#socket.write(frame);
    this.#socket.uncork();
  }

  close(code: number, reason: string): void {
    if (!this.open) return;
    let short = reason;
    while (Buffer.byteLength(short) > MAX_REASON) short = short.slice(0, -1);
    this.#ws.close(code, short);
  }
}
