import { type Hello, MessageType, type Reply } from '@assay/shared/protocol';
import { encoding } from 'lib0';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';

/** A whole WebSocket frame, ready for the socket: made once, written to everybody. */
export type Frame = Buffer;

const BINARY_AND_FINAL = 0x82;
const PERMISSION_DENIED = 0;

/** The unmasked, unfragmented binary frame of RFC 6455, section 5.2. */
function frame(payload: Uint8Array): Frame {
  const { length } = payload;
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const buffer = Buffer.allocUnsafe(header + length);
  buffer[0] = BINARY_AND_FINAL;
  if (header === 2) buffer[1] = length;
  else if (header === 4) {
    buffer[1] = 126;
    buffer.writeUInt16BE(length, 2);
  } else {
    buffer[1] = 127;
    buffer.writeBigUInt64BE(BigInt(length), 2);
  }
  buffer.set(payload, header);
  return buffer;
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Frame {
  return frame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, type);
      write(encoder);
    }),
  );
}

function syncFrame(step: number, bytes: Uint8Array): Frame {
  return message(MessageType.sync, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

/** Asks for all that this state vector lacks. */
export function stateVectorFrame(stateVector: Uint8Array): Frame {
  return syncFrame(messageYjsSyncStep1, stateVector);
}

const kept = new WeakMap<Uint8Array, Frame>();

/** The frame of an update; of the same bytes the same frame. */
export function updateFrame(update: Uint8Array): Frame {
  const known = kept.get(update);
  if (known) return known;
  const made = syncFrame(messageYjsUpdate, update);
  kept.set(update, made);
  return made;
}

const finals = new WeakMap<Uint8Array, Frame>();

/** As `updateFrame`, saying that the reader has everything now. */
export function finalUpdateFrame(update: Uint8Array): Frame {
  const known = finals.get(update);
  if (known) return known;
  const made = syncFrame(messageYjsSyncStep2, update);
  finals.set(update, made);
  return made;
}

export function awarenessFrame(update: Uint8Array): Frame {
  return message(MessageType.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update));
}

export function deniedFrame(reason: string): Frame {
  return message(MessageType.auth, (encoder) => {
    encoding.writeVarUint(encoder, PERMISSION_DENIED);
    encoding.writeVarString(encoder, reason);
  });
}

export function savedFrame(count: number): Frame {
  return message(MessageType.saved, (encoder) => encoding.writeVarUint(encoder, count));
}

export function helloFrame(hello: Hello): Frame {
  return message(MessageType.hello, (encoder) => encoding.writeVarString(encoder, JSON.stringify(hello)));
}

export function replyFrame(reply: Reply): Frame {
  return message(MessageType.reply, (encoder) => encoding.writeVarString(encoder, JSON.stringify(reply)));
}
