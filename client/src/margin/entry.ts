import {
  type Annotation,
  type Comment,
  type Decision,
  type Group,
  type LabelId,
  type Moment,
  type PersonId,
  type Target,
  type Thread,
  type ThreadId,
  threadOf,
} from '@assay/shared/model';
import type { Placements } from './placements.ts';

/** `orphaned`: none of its words is in the article any more. */
export type EntryStatus = 'open' | 'resolved' | 'withdrawn' | 'orphaned';

/**
 * What one card shows: a mark with its thread, a group of marks with theirs, a thread on a passage, or a thread on the
 * article as a whole. What it
 * stands on now is not in it but in the placements, so that an edit of the text changes no entry.
 */
export interface Entry {
  /** The annotation's id, the group's, or the thread's. */
  readonly id: string;
  readonly on: 'mark' | 'group' | 'passage' | 'article';
  readonly label: LabelId | null;
  readonly creator: PersonId;
  readonly created: Moment;
  /** When anything about it last changed: made, relabelled, commented, edited, settled. */
  readonly changed: Moment;
  readonly status: EntryStatus;
  readonly annotation: Annotation | null;
  readonly group: GroupFacts | null;
  readonly thread: Thread | null;
  readonly comments: readonly Comment[];
}

/** What a card of a group shows beside its discussion. */
export interface GroupFacts {
  readonly group: Group;
  /** The decision that stands. */
  readonly decision: Decision | null;
  /** The entries of its marks, in text order. */
  readonly members: readonly Entry[];
  /** Whether its people marked different words, as compared. */
  readonly edgesDiffer: boolean;
  /** Who chose a rival label on the same words. */
  readonly rivals: ReadonlySet<PersonId>;
}

/** The thread id under which a comment on this entry is sent. */
export function threadIdOf(entry: Entry): ThreadId {
  return entry.annotation ? threadOf(entry.annotation.id) : (entry.id as ThreadId);
}

/** What was said on its card, deleted comments left out: of a group also what was said on its marks. */
export function saidOn({ comments, group }: Entry): readonly Comment[] {
  const said = comments.filter(({ deleted }) => !deleted);
  if (!group) return said;
  const inside = group.members.flatMap(saidOn);
  return [...inside, ...said].sort((a, b) => (a.created < b.created ? -1 : 1));
}

/** The place an entry was put on; null for the article as a whole. */
export function targetOf({ annotation, thread }: Entry): Target | null {
  if (annotation) return annotation.target;
  return thread?.subject.on === 'passage' ? thread.subject.target : null;
}

/** The words an entry stands on now or, when they are gone, stood on. Empty for the article as a whole. */
export function wordsOf(entry: Entry, placed: Placements): string {
  const place = placed.get(entry.id);
  if (place && place.ranges.length > 0) return place.text;
  const [first] = entry.group?.members ?? [];
  return (targetOf(first ?? entry)?.ranges ?? []).map(({ quote }) => quote.exact).join(' … ');
}

/** Whether an entry's words were changed since it was put on them. */
export function isReworded(entry: Entry, placed: Placements): boolean {
  return placed.get(entry.id)?.status === 'changed';
}

export function markEntry(
  annotation: Annotation,
  thread: Thread | null,
  comments: readonly Comment[],
  isOrphaned: boolean,
): Entry {
  return {
    id: annotation.id,
    on: 'mark',
    label: annotation.label,
    creator: annotation.creator,
    created: annotation.created,
    changed: lastChange(annotation.modified, thread, comments),
    status: annotation.status === 'withdrawn' ? 'withdrawn' : statusOf(thread, isOrphaned),
    annotation,
    group: null,
    thread,
    comments,
  };
}

export function threadEntry(thread: Thread, comments: readonly Comment[], isOrphaned: boolean): Entry {
  return {
    id: thread.id,
    on: thread.subject.on === 'passage' ? 'passage' : 'article',
    label: null,
    creator: thread.creator,
    created: thread.created,
    changed: lastChange(thread.created, thread, comments),
    status: statusOf(thread, isOrphaned),
    annotation: null,
    group: null,
    thread,
    comments,
  };
}

function statusOf(thread: Thread | null, isOrphaned: boolean): EntryStatus {
  if (isOrphaned) return 'orphaned';
  return thread?.status === 'resolved' ? 'resolved' : 'open';
}

export function lastChange(since: Moment, thread: Thread | null, comments: readonly Comment[]): Moment {
  let latest = since;
  const consider = (moment: Moment | undefined) => {
    if (moment && moment > latest) latest = moment;
  };
  consider(thread?.settled?.at);
  for (const comment of comments) {
    consider(comment.created);
    consider(comment.edited);
    consider(comment.deleted?.at);
  }
  return latest;
}
