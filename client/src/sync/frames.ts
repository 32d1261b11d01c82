import { MessageType } from '@assay/shared/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';

/** What a frame that the page sends is, as far as the page's own rules about sending care. */
export type FrameKind = 'step1' | 'step2' | 'update' | 'awareness' | 'other';

/** Reads the kind off a frame's first bytes. */
export function kindOfFrame(frame: Uint8Array): FrameKind {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === MessageType.awareness) return 'awareness';
  if (type !== MessageType.sync) return 'other';
  switch (decoding.readVarUint(decoder)) {
    case messageYjsSyncStep1:
      return 'step1';
    case messageYjsSyncStep2:
      return 'step2';
    case messageYjsUpdate:
      return 'update';
    default:
      return 'other';
  }
}

/** A message of ours: its type, then the value as a JSON varString. */
export function jsonFrame(type: number, value: unknown): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, JSON.stringify(value));
  return encoding.toUint8Array(encoder);
}

/** The value of a message of ours whose type has been read. The server's word is taken as it is. */
export function readJson<T>(decoder: decoding.Decoder): T {
  return JSON.parse(decoding.readVarString(decoder)) as T;
}
