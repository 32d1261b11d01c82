import { base64ToBytes, bytesToBase64 } from '@assay/shared/model';
import * as Y from 'yjs';

/** Where somebody's caret and selection are, as awareness carries it in the field `cursor`: relative positions in base64. */
export interface HeldCaret {
  readonly anchor: string;
  readonly head: string;
}

/** Somebody else's caret as they sent it, once it is known to be harmless. */
export interface RemoteCaret extends HeldCaret {
  readonly client: number;
  readonly name: string;
  /** `#rrggbb` in lower case. */
  readonly colour: string;
}

const COLOUR = /^#[0-9a-f]{6}$/;
const FALLBACK_COLOUR = '#5f6b7a';
const LONGEST_NAME = 40;
/** Characters of base64; a relative position has a few dozen bytes. */
const LONGEST_POSITION = 400;

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isPosition(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_POSITION;
}

/** Reads an awareness state; null when it shows no caret. Nothing in it is trusted. */
export function readCaret(client: number, state: unknown): RemoteCaret | null {
  const cursor = field(state, 'cursor');
  const anchor = field(cursor, 'anchor');
  const head = field(cursor, 'head');
  if (!isPosition(anchor) || !isPosition(head)) return null;
  const user = field(state, 'user');
  const name = field(user, 'name');
  const colour = field(user, 'colour') ?? field(user, 'color');
  return {
    client,
    anchor,
    head,
    name: typeof name === 'string' ? [...name].slice(0, LONGEST_NAME).join('') : '',
    colour: typeof colour === 'string' && COLOUR.test(colour) ? colour : FALLBACK_COLOUR,
  };
}

export function encodePosition(position: Y.RelativePosition): string {
  return bytesToBase64(Y.encodeRelativePosition(position));
}

/** Null when it cannot be read. */
export function decodePosition(text: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(base64ToBytes(text));
  } catch {
    return null;
  }
}
