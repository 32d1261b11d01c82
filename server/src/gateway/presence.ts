import type { Person, PersonId } from '@assay/shared/model';
import { decoding, encoding } from 'lib0';

/** UTF-16 units of one state: a name, a caret, a selection. */
const MAX_STATE = 16_384;
/** Client ids of one connection: its own, and after a fork of its document another. */
const MAX_CLIENTS = 4;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A connection as presence knows it. */
export interface Attendee {
  readonly person: Person;
}

/** Whose client ids are, as the text document and its log say. */
export interface ClientIdClaims {
  claim(client: number, person: PersonId, by: object): boolean;
  release(client: number, by: object): void;
}

interface Entry {
  readonly clock: number;
  readonly state: string;
  readonly by: Attendee;
}

/**
 * Who is in a document, with their carets: y-protocols' awareness, in which a client speaks for itself alone and `user`
 * is what the server knows of the person behind the connection.
 */
export class Presence {
  readonly #claims: ClientIdClaims;
  readonly #secret: () => boolean;
  readonly #entries = new Map<number, Entry>();

  /** `secret`: whether only who is there may be told, and not what they say of where they are. */
  constructor(claims: ClientIdClaims, secret: () => boolean) {
    this.#claims = claims;
    this.#secret = secret;
  }

  /** Everybody, as an awareness update; null when nobody is there. */
  everybody(): Uint8Array | null {
    const all = [...this.#entries.keys()];
    return all.length > 0 ? encode(all.map((client) => this.#told(client, 0))) : null;
  }

  /** What is to be told to everybody of what one of them says; null for nothing. Throws when it cannot be read. */
  update(bytes: Uint8Array, by: Attendee): Uint8Array | null {
    const changed = decode(bytes).filter(({ client, clock, state }) => this.#set(client, clock, state, by));
    return changed.length > 0 ? encode(changed.map(({ client, clock }) => this.#told(client, clock))) : null;
  }

  /** Takes somebody out. What is to be told to everybody else, or null. */
  remove(by: Attendee): Uint8Array | null {
    const gone = [...this.#entries].filter(([, entry]) => entry.by === by);
    for (const [client] of gone) this.#drop(client, by);
    return gone.length > 0 ? encode(gone.map(([client, { clock }]) => this.#told(client, clock))) : null;
  }

  /** Whether this is news, and theirs to say. */
  #set(client: number, clock: number, text: string, by: Attendee): boolean {
    const known = this.#entries.get(client);
    const leaves = text === 'null';
    if (
      known &&
      known.by.person.id === by.person.id &&
      (clock < known.clock || (clock === known.clock && !leaves))
    )
      return this.#takeOver(client, known, by);
    if (leaves) return known?.by === by && this.#drop(client, by);
    const state = stamped(text, by.person);
    if (state === null || (!known && this.#count(by) >= MAX_CLIENTS)) return false;
    if (!this.#claims.claim(client, by.person.id, by)) return false;
    this.#entries.set(client, { clock, state, by });
    return true;
  }

  /** The same state from another connection of the same person: they have come back before the old one was seen to end. */
  #takeOver(client: number, { clock, state, by: before }: Entry, by: Attendee): boolean {
    if (before === by || !this.#claims.claim(client, by.person.id, by)) return false;
    this.#entries.set(client, { clock, state, by });
    return true;
  }

  #drop(client: number, by: Attendee): boolean {
    this.#claims.release(client, by);
    return this.#entries.delete(client);
  }

  #count(by: Attendee): number {
    return [...this.#entries.values()].filter((entry) => entry.by === by).length;
  }

  #told(client: number, clock: number): [number, { clock: number; state: string }] {
    const entry = this.#entries.get(client);
    if (!entry) return [client, { clock, state: 'null' }];
    const state = this.#secret() ? JSON.stringify({ user: entry.by.person }) : entry.state;
    return [client, { clock: entry.clock, state }];
  }
}

function stamped(text: string, user: Person): string | null {
  if (text.length > MAX_STATE) return null;
  const state = JSON.parse(text, (key, value) => (FORBIDDEN_KEYS.has(key) ? undefined : value)) as unknown;
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return null;
  return JSON.stringify({ ...state, user });
}

function decode(bytes: Uint8Array): { client: number; clock: number; state: string }[] {
  const decoder = decoding.createDecoder(bytes);
  const count = decoding.readVarUint(decoder);
  const said: { client: number; clock: number; state: string }[] = [];
  for (let i = 0; i < count; i++) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    said.push({ client, clock, state: decoding.readVarString(decoder) });
  }
  return said;
}

function encode(entries: readonly (readonly [number, { clock: number; state: string }])[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const [client, { clock, state }] of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
}
