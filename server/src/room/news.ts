import * as Y from 'yjs';
import { MalformedUpdate, type ReadUpdate, readUpdate } from './read-update.ts';

/**
 * Whether a document already has all that an update says. `or tidies formats` lets pass deletions of formats alone:
 * Yjs makes them by itself in the copy of somebody who only reads. An unreadable update says something new.
 */
export function saysNothingNew(
  doc: Y.Doc,
  bytes: Uint8Array,
  allow: 'exactly' | 'or tidies formats',
): boolean {
  let update: ReadUpdate;
  try {
    update = readUpdate(bytes);
  } catch (error) {
    if (error instanceof MalformedUpdate) return false;
    throw error;
  }
  return (
    [...update.structs].every(([client, structs]) => {
      const last = structs.at(-1)!;
      return last.id.clock + last.length <= Y.getState(doc.store, client);
    }) &&
    [...update.deletes].every(([client, ranges]) =>
      ranges.every(({ clock, len }) => isDeleted(doc, client, clock, clock + len, allow)),
    )
  );
}

/** Whether everything from one clock to another is deleted, or at least of no weight. */
function isDeleted(
  doc: Y.Doc,
  client: number,
  from: number,
  to: number,
  allow: 'exactly' | 'or tidies formats',
): boolean {
  const structs = doc.store.clients.get(client) ?? [];
  if (to > Y.getState(doc.store, client)) return false;
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]!;
    if (struct.id.clock >= to) break;
    const format = struct instanceof Y.Item && struct.content instanceof Y.ContentFormat;
    if (!struct.deleted && !(allow === 'or tidies formats' && format)) return false;
  }
  return true;
}
