import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';

const SYNC = 0;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** A socket that speaks y-protocols without keeping a document, so that the generator costs little. */
export interface WireClient {
  /** Called for each update received. */
  onUpdate: (update: Uint8Array) => void;
  send(update: Uint8Array): void;
  /** The server's whole state: what came in answer to step 1, up to the step 2 that ends it. */
  join(): Promise<Uint8Array>;
  close(): void;
}

function frame(type: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

const EMPTY_STATE_VECTOR = Y.encodeStateVector(new Y.Doc());

export async function connect(url: string, headers: Record<string, string>): Promise<WireClient> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  let joined: ((state: Uint8Array) => void) | null = null;
  let parts: Uint8Array[] = [];
  const client: WireClient = {
    onUpdate: () => {},
    send: (update) => socket.send(frame(UPDATE, update)),
    join: () =>
      new Promise((resolve) => {
        joined = resolve;
        parts = [];
        socket.send(frame(STEP_1, EMPTY_STATE_VECTOR));
      }),
    close: () => socket.terminate(),
  };
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(data);
    if (decoding.readVarUint(decoder) !== SYNC) return;
    const type = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (type === STEP_2) {
      joined?.(parts.length > 0 ? Y.mergeUpdates([...parts, body]) : body);
      joined = null;
    } else if (type === UPDATE && joined) parts.push(body);
    else if (type === UPDATE) client.onUpdate(body);
    else if (type === STEP_1) socket.send(frame(STEP_2, new Uint8Array([0, 0])));
  });
  await once(socket, 'open');
  return client;
}
