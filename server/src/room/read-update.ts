import { decoding } from 'lib0';
import * as Y from 'yjs';

export type Struct = Y.Item | Y.GC | Y.Skip;

/** Yjs ids of a client: `clock` up to, not including, `clock + len`. */
export interface IdRange {
  readonly clock: number;
  readonly len: number;
}

/** An update as its bytes say, not yet applied to anything. */
export interface ReadUpdate {
  /** Of each client its structs, without gaps, in the order of their clocks. */
  readonly structs: ReadonlyMap<number, readonly Struct[]>;
  /** Of each client the ids it deletes, ascending and apart. */
  readonly deletes: ReadonlyMap<number, readonly IdRange[]>;
}

/** The bytes are not an update that Yjs writes. */
export class MalformedUpdate extends Error {
  override name = 'MalformedUpdate';
}

/** Yjs draws client ids from 32 bits. */
const MAX_CLIENT = 2 ** 32;
/** Far beyond any document, far below where numbers stop being exact. */
const MAX_CLOCK = 2 ** 40;
const MAX_CLIENTS = 1_000;

/**
 * Reads an update struct by struct, so that a declared count costs nothing until it is there. Throws `MalformedUpdate`
 * for anything that Yjs' own encoder does not write and its decoder would stumble over, loop over or keep for later.
 */
export function readUpdate(bytes: Uint8Array): ReadUpdate {
  const { structs, ds } = decode(bytes);
  const byClient = structsByClient(structs);
  // A client declared twice would have its first structs thrown away by Yjs.
  if (byClient.size !== decoding.readVarUint(decoding.createDecoder(bytes)))
    throw new MalformedUpdate('An update names each of its clients once.');
  for (const [client, ranges] of ds.clients) checkDeletes(client, ranges);
  return { structs: byClient, deletes: ds.clients };
}

function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(bytes);
  } catch (error) {
    throw new MalformedUpdate(`The update cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function structsByClient(structs: readonly Struct[]): ReadonlyMap<number, readonly Struct[]> {
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const list = byClient.get(client);
    const last = list?.at(-1);
    if (last && clock !== last.id.clock + last.length)
      throw new MalformedUpdate('Structs follow each other.');
    if (struct.length < 1) throw new MalformedUpdate('A struct has a length.');
    if (client >= MAX_CLIENT || clock + struct.length > MAX_CLOCK)
      throw new MalformedUpdate('An id is out of bounds.');
    if (list) list.push(struct);
    else byClient.set(client, [struct]);
  }
  if (byClient.size > MAX_CLIENTS) throw new MalformedUpdate('Too many clients in one update.');
  return byClient;
}

/** Yjs walks every struct of every range: overlapping ranges would let a small update cost a quadratic time. */
function checkDeletes(client: number, ranges: readonly IdRange[]): void {
  let end = 0;
  for (const range of ranges) {
    if (range.clock < end || range.len < 1) throw new MalformedUpdate('Deletions are ascending and apart.');
    end = range.clock + range.len;
  }
  if (client >= MAX_CLIENT || end > MAX_CLOCK) throw new MalformedUpdate('A deletion is out of bounds.');
}
