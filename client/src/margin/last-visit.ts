import type { Moment, PersonId } from '@assay/shared/model';
import type { DraftStorage } from './drafts.ts';
import type { Entry, GroupFacts } from './entry.ts';

/** When a person last left an article, by the server's moments seen then, so that no clock of this device matters. */
export interface LastVisit {
  /** Null on the first visit: then nothing counts as new. */
  readonly seenUpTo: Moment | null;
  /** Remembers everything up to now as seen at the next visit, what was revealed at that moment too. */
  leave(entries: readonly Entry[], revealed?: Moment | null): void;
}

export function createLastVisit(storage: DraftStorage | null, owner: string): LastVisit {
  const key = `assay:seen:${owner}`;
  return {
    seenUpTo: readQuietly(storage, key),
    leave(entries, revealed = null) {
      const moments = entries.map((entry) => entry.changed);
      const latest = [...moments, ...(revealed ? [revealed] : [])].sort().at(-1);
      if (!latest) return;
      try {
        storage?.setItem(key, latest);
      } catch {
        // Without a storage nothing is marked as new next time, which is the lesser harm.
      }
    },
  };
}

function readQuietly(storage: DraftStorage | null, key: string): Moment | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Whether somebody else made or said something here after `since`, or made it blind and it was revealed after that. */
export function changedSince(
  entry: Entry,
  since: Moment | null,
  me: PersonId | null,
  revealed: Moment | null = null,
): boolean {
  if (since === null) return false;
  if (entry.group) return hasGroupNews(entry, entry.group, { since, me, revealed });
  if (revealed !== null && revealed > since && entry.creator !== me) return true;
  if (entry.changed <= since) return false;
  if (entry.creator !== me && entry.created > since) return true;
  if (entry.thread?.settled && entry.thread.settled.by !== me && entry.thread.settled.at > since) return true;
  return entry.comments.some(
    (comment) => comment.creator !== me && (comment.edited ?? comment.created) > since,
  );
}

function hasGroupNews(
  { comments }: Entry,
  { decision, members }: GroupFacts,
  { since, me, revealed }: { since: Moment; me: PersonId | null; revealed: Moment | null },
): boolean {
  return (
    members.some((one) => changedSince(one, since, me, revealed)) ||
    (decision !== null && decision.creator !== me && decision.created > since) ||
    comments.some((comment) => comment.creator !== me && (comment.edited ?? comment.created) > since)
  );
}
