import { type AnnotationId, type Comment, type Thread, type ThreadId, threadOf } from '@assay/shared/model';
import { EMPTY_REVIEW, type ReviewState } from '@assay/shared/review';
import { type Entry, markEntry, threadEntry } from './entry.ts';

/**
 * Reads what has a card, in the order in which it was made. From one time to the next only that is read again of which
 * something has changed; what costs something for all the others is to compare pointers. What is the same stays the
 * same object, the list included.
 */
export class EntryReader {
  #state = EMPTY_REVIEW;
  #orphaned: ReadonlySet<string> = new Set();
  #list: readonly Entry[] = [];
  readonly #byId = new Map<string, Entry>();
  readonly #said = new Map<ThreadId, readonly Comment[]>();

  read(state: ReviewState, orphaned: ReadonlySet<string>): readonly Entry[] {
    if (state === this.#state && orphaned === this.#orphaned) return this.#list;
    const talked = this.#readComments(state);
    const touched = new Set<string>([
      ...talked,
      ...changedKeys<string, unknown>(this.#state.annotations, state.annotations),
      ...changedKeys<string, unknown>(this.#state.threads, state.threads),
      ...changedMembers(this.#orphaned, orphaned),
    ]);
    this.#state = state;
    this.#orphaned = orphaned;
    if (this.#readAgain(touched)) this.#list = this.#listed();
    return this.#list;
  }

  byId(id: string): Entry | null {
    return this.#byId.get(id) ?? null;
  }

  /** What was said in a thread, in the order in which it was. */
  saidIn(thread: ThreadId): readonly Comment[] {
    return this.#said.get(thread) ?? NOTHING_SAID;
  }

  /** The threads in which something was said, edited or deleted since the last time. */
  #readComments({ comments }: ReviewState): ReadonlySet<ThreadId> {
    const before = this.#state.comments;
    const talked = new Set<ThreadId>();
    for (const id of changedKeys(before, comments)) {
      const thread = comments.get(id)?.thread ?? before.get(id)?.thread;
      if (thread) talked.add(thread);
    }
    if (talked.size === 0) return talked;
    const said = new Map<ThreadId, Comment[]>([...talked].map((thread) => [thread, []]));
    for (const comment of comments.values()) said.get(comment.thread)?.push(comment);
    for (const [thread, list] of said) this.#said.set(thread, list);
    return talked;
  }

  /** Whether any entry is another one now. */
  #readAgain(ids: Iterable<string>): boolean {
    let changed = false;
    for (const id of ids) {
      const before = this.#byId.get(id);
      const entry = this.#entry(id);
      if (before && entry && sameEntry(before, entry)) continue;
      changed ||= Boolean(before || entry);
      if (entry) this.#byId.set(id, entry);
      else this.#byId.delete(id);
    }
    return changed;
  }

  #entry(id: string): Entry | null {
    const annotation = this.#state.annotations.get(id as AnnotationId);
    const thread = this.#state.threads.get(annotation ? threadOf(annotation.id) : (id as ThreadId)) ?? null;
    const said = this.#said.get(id as ThreadId) ?? [];
    const isOrphaned = this.#orphaned.has(id);
    if (annotation) return markEntry(annotation, thread, said, isOrphaned);
    if (!thread || !hasOwnCard(thread) || said.length === 0) return null;
    return threadEntry(thread, said, isOrphaned);
  }

  #listed(): readonly Entry[] {
    const { annotations, threads } = this.#state;
    const entries: Entry[] = [];
    for (const id of annotations.keys()) entries.push(this.#byId.get(id)!);
    for (const thread of threads.values()) {
      const entry = hasOwnCard(thread) ? this.#byId.get(thread.id) : undefined;
      if (entry) entries.push(entry);
    }
    return entries;
  }
}

const NOTHING_SAID: readonly Comment[] = [];

/** A mark's discussion is on its card, a group's on the group's. */
function hasOwnCard({ subject }: Thread): boolean {
  return subject.on === 'passage' || subject.on === 'article';
}

/** The keys whose values are not the same objects in both maps. */
function changedKeys<Key, Value>(before: ReadonlyMap<Key, Value>, after: ReadonlyMap<Key, Value>): Key[] {
  if (before === after) return [];
  const changed: Key[] = [];
  let kept = 0;
  for (const [key, value] of after) {
    const old = before.get(key);
    if (old !== undefined) kept++;
    if (old !== value) changed.push(key);
  }
  if (kept < before.size) for (const key of before.keys()) if (!after.has(key)) changed.push(key);
  return changed;
}

function changedMembers(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  if (before === after) return [];
  return [...[...before].filter((id) => !after.has(id)), ...[...after].filter((id) => !before.has(id))];
}

function sameEntry(a: Entry, b: Entry): boolean {
  return (
    a.annotation === b.annotation &&
    a.thread === b.thread &&
    a.status === b.status &&
    a.comments.length === b.comments.length &&
    a.comments.every((comment, i) => comment === b.comments[i])
  );
}
