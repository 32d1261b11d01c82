import * as Y from 'yjs';
import { CorruptRow, type UpdateLog } from '../storage/index.ts';
import { applyAll, rebuild } from './replica.ts';

/**
 * Replaces a document's updates by its state, when there are at least `tail` of them. The state is made from what the
 * disk holds, read back from the disk and compared before anything is let go; a kill at any point leaves the updates or
 * a verified state. Resolves to whether it did. Throws `CorruptRow` when the state does not say the same.
 */
export async function compact(log: UpdateLog, doc: string, tail: number): Promise<boolean> {
  const logged = await log.read(doc);
  if (logged.updates.length < Math.max(1, tail)) return false;
  const whole = rebuild(logged);
  await log.snapshot(doc, logged.head, Y.encodeStateAsUpdate(whole));
  const state = await log.snapshotAt(doc, logged.head);
  const stored = new Y.Doc();
  applyAll(stored, state ? [state] : []);
  if (!sayTheSame(whole, stored)) throw new CorruptRow(`The snapshot of ${doc} does not say the same.`);
  await log.compact(doc, logged.head);
  return true;
}

/** Whether two documents hold the same structs and the same deletions, and neither waits for anything. */
export function sayTheSame(a: Y.Doc, b: Y.Doc): boolean {
  const whole = [a, b].every(({ store }) => store.pendingStructs === null && store.pendingDs === null);
  return whole && Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b));
}
