import { MessageType } from '@assay/shared/protocol';
import { decoding } from 'lib0';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';

/** What a client says. */
export type Incoming =
  | { readonly kind: 'state-vector'; readonly stateVector: Uint8Array }
  /** `answer`: it answers the server's state vector. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'command'; readonly input: unknown }
  /** A type that a client does not send, or of a later version. */
  | { readonly kind: 'unknown' };

/** Reads one message. Throws for one that cannot be read. The bytes are views of `data`. */
export function readIncoming(data: Uint8Array): Incoming {
  const decoder = decoding.createDecoder(data);
  switch (decoding.readVarUint(decoder)) {
    case MessageType.sync:
      return readSync(decoder);
    case MessageType.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case MessageType.queryAwareness:
      return { kind: 'query-awareness' };
    case MessageType.command:
      return { kind: 'command', input: JSON.parse(decoding.readVarString(decoder)) as unknown };
    default:
      return { kind: 'unknown' };
  }
}

function readSync(decoder: decoding.Decoder): Incoming {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  switch (step) {
    case messageYjsSyncStep1:
      return { kind: 'state-vector', stateVector: bytes };
    case messageYjsSyncStep2:
      return { kind: 'update', update: bytes, answer: true };
    case messageYjsUpdate:
      return { kind: 'update', update: bytes, answer: false };
    default:
      throw new RangeError(`There is no sync message ${step}.`);
  }
}
