import type { AnnotationId, Decision, Group, ThreadId } from '@assay/shared/model';
import { EMPTY_REVIEW, type ReviewState, standingDecisions } from '@assay/shared/review';
import type { Entry } from './entry.ts';
import { EntryReader } from './entry-reader.ts';
import { groupEntry } from './group-entry.ts';

/**
 * Reads what has a card when marks are shown by group: a group in the place of its marks, and everything else. What is
 * the same from one time to the next stays the same object, the list included.
 */
export class GroupReader {
  readonly #entries = new EntryReader();
  #state = EMPTY_REVIEW;
  #orphaned: ReadonlySet<string> = new Set();
  #byGroup = false;
  #groups: ReadonlyMap<string, Entry> = new Map();
  #groupOf: ReadonlyMap<string, string> = new Map();
  #list: readonly Entry[] = [];

  read(state: ReviewState, orphaned: ReadonlySet<string>, byGroup: boolean): readonly Entry[] {
    if (state === this.#state && orphaned === this.#orphaned && byGroup === this.#byGroup) return this.#list;
    const all = this.#entries.read(state, orphaned);
    if (state !== this.#state || orphaned !== this.#orphaned) this.#readGroups(state, orphaned);
    this.#state = state;
    this.#orphaned = orphaned;
    this.#byGroup = byGroup;
    const list = byGroup ? this.#listed(all) : all;
    const same = list.length === this.#list.length && list.every((entry, i) => entry === this.#list[i]);
    if (!same) this.#list = list;
    return this.#list;
  }

  /** An entry, be it listed or not: groups are there, and the marks in them. */
  byId(id: string): Entry | null {
    return this.#groups.get(id) ?? this.#entries.byId(id);
  }

  /** The group that a mark is in. */
  groupOf(mark: string): string | null {
    return this.#groupOf.get(mark) ?? null;
  }

  #listed(all: readonly Entry[]): readonly Entry[] {
    return [...this.#groups.values(), ...all.filter(({ id }) => !this.#groupOf.has(id))];
  }

  #readGroups(state: ReviewState, orphaned: ReadonlySet<string>): void {
    if (state.groups.size === 0 && this.#groups.size === 0) return;
    const decisions = standingDecisions(state.decisions);
    const groups = new Map<string, Entry>();
    const groupOf = new Map<string, string>();
    for (const group of state.groups.values()) {
      const entry = this.#read(group, state, orphaned, decisions.get(group.id) ?? null);
      groups.set(group.id, entry);
      for (const mark of group.marks) groupOf.set(mark, group.id);
    }
    // What begins and ends alike is read in the order in which it was made.
    this.#groups = new Map(
      [...groups].sort(([, a], [, b]) => (a.created < b.created ? -1 : Number(a.created > b.created))),
    );
    this.#groupOf = groupOf;
  }

  #read(group: Group, state: ReviewState, orphaned: ReadonlySet<string>, decision: Decision | null): Entry {
    const thread = group.id as string as ThreadId;
    const read = groupEntry(
      {
        group,
        decision,
        members: group.marks.flatMap((id: AnnotationId) => this.#entries.byId(id) ?? []),
        thread: state.threads.get(thread) ?? null,
        comments: this.#entries.saidIn(thread),
        isOrphaned: orphaned.has(group.id),
      },
      state.groups,
    );
    const before = this.#groups.get(group.id);
    return before && sameGroup(before, read) ? before : read;
  }
}

function sameGroup(a: Entry, b: Entry): boolean {
  const [one, other] = [a.group!, b.group!];
  return (
    one.group === other.group &&
    one.decision === other.decision &&
    a.thread === b.thread &&
    a.comments === b.comments &&
    a.status === b.status &&
    sameMembers([...one.rivals], [...other.rivals]) &&
    sameMembers(one.members, other.members)
  );
}

function sameMembers<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
