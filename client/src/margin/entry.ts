import {
  type Annotation,
  type Comment,
  type LabelId,
  type Moment,
  type PersonId,
  type Target,
  type Thread,
  type ThreadId,
  threadOf,
} from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import type { PlacedMark } from '../editor/index.ts';
import type { Placements } from './placements.ts';

/** `orphaned`: none of its words is in the article any more. */
export type EntryStatus = 'open' | 'resolved' | 'withdrawn' | 'orphaned';

/** What one card shows: a mark with its thread, a thread on a passage, or a thread on the article as a whole. */
export interface Entry {
  /** The annotation's id, or the thread's. */
  readonly id: string;
  readonly on: 'mark' | 'passage' | 'article';
  readonly label: LabelId | null;
  readonly creator: PersonId;
  readonly created: Moment;
  /** When anything about it last changed: made, relabelled, commented, edited, settled. */
  readonly changed: Moment;
  readonly status: EntryStatus;
  /** The words it stands on now or, when they are gone, stood on. Empty for the article as a whole. */
  readonly words: string;
  /** Its words were changed since it was made. */
  readonly reworded: boolean;
  readonly annotation: Annotation | null;
  readonly thread: Thread | null;
  readonly comments: readonly Comment[];
}

/** The thread id under which a comment on this entry is sent. */
export function threadIdOf(entry: Entry): ThreadId {
  return entry.annotation ? threadOf(entry.annotation.id) : (entry.id as ThreadId);
}

/**
 * Everything that has a card, in the order in which it was made. Entries of `previous` that say the same are handed
 * over as they are, so that their cards need not be drawn again.
 */
export function readEntries(
  state: ReviewState,
  placed: Placements,
  previous: readonly Entry[] = [],
): readonly Entry[] {
  const comments = commentsByThread(state);
  const entries: Entry[] = [];
  for (const annotation of state.annotations.values()) {
    const id = threadOf(annotation.id);
    entries.push(markEntry(annotation, state.threads.get(id) ?? null, comments.get(id) ?? [], placed));
  }
  for (const thread of state.threads.values()) {
    const said = comments.get(thread.id);
    if (thread.subject.on !== 'annotation' && said) entries.push(threadEntry(thread, said, placed));
  }
  return keepSame(entries, previous);
}

function commentsByThread(state: ReviewState): Map<ThreadId, Comment[]> {
  const byThread = new Map<ThreadId, Comment[]>();
  for (const comment of state.comments.values()) {
    const list = byThread.get(comment.thread);
    if (list) list.push(comment);
    else byThread.set(comment.thread, [comment]);
  }
  return byThread;
}

function markEntry(
  annotation: Annotation,
  thread: Thread | null,
  comments: readonly Comment[],
  placed: Placements,
): Entry {
  const place = placed.get(annotation.id);
  return {
    id: annotation.id,
    on: 'mark',
    label: annotation.label,
    creator: annotation.creator,
    created: annotation.created,
    changed: lastChange(annotation.modified, thread, comments),
    status: annotation.status === 'withdrawn' ? 'withdrawn' : placedStatus(place, thread),
    ...wordsOf(annotation.target, place),
    annotation,
    thread,
    comments,
  };
}

function threadEntry(thread: Thread, comments: readonly Comment[], placed: Placements): Entry {
  const { subject } = thread;
  const place = placed.get(thread.id);
  const words = subject.on === 'passage' ? wordsOf(subject.target, place) : { words: '', reworded: false };
  return {
    id: thread.id,
    on: subject.on === 'passage' ? 'passage' : 'article',
    label: null,
    creator: thread.creator,
    created: thread.created,
    changed: lastChange(thread.created, thread, comments),
    status: placedStatus(place, thread),
    ...words,
    annotation: null,
    thread,
    comments,
  };
}

function placedStatus(place: PlacedMark | undefined, thread: Thread | null): EntryStatus {
  if (place?.status === 'orphaned') return 'orphaned';
  return thread?.status === 'resolved' ? 'resolved' : 'open';
}

function wordsOf(target: Target, place: PlacedMark | undefined): Pick<Entry, 'words' | 'reworded'> {
  if (place && place.status !== 'orphaned')
    return { words: place.text, reworded: place.status === 'changed' };
  return { words: target.ranges.map((range) => range.quote.exact).join(' … '), reworded: false };
}

function lastChange(since: Moment, thread: Thread | null, comments: readonly Comment[]): Moment {
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

function keepSame(entries: readonly Entry[], previous: readonly Entry[]): readonly Entry[] {
  const before = new Map(previous.map((entry) => [entry.id, entry]));
  const kept = entries.map((entry) => {
    const old = before.get(entry.id);
    return old && sameEntry(old, entry) ? old : entry;
  });
  const unchanged = kept.length === previous.length && kept.every((entry, i) => entry === previous[i]);
  return unchanged ? previous : kept;
}

function sameEntry(a: Entry, b: Entry): boolean {
  return (
    a.annotation === b.annotation &&
    a.thread === b.thread &&
    a.status === b.status &&
    a.words === b.words &&
    a.reworded === b.reworded &&
    a.comments.length === b.comments.length &&
    a.comments.every((comment, i) => comment === b.comments[i])
  );
}
