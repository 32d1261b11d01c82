import { comparedWords } from '@assay/shared/grouping';
import type { Comment, Decision, Group, Moment, PersonId, Thread } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import { type Entry, type GroupFacts, lastChange } from './entry.ts';

/** How far a group is from being settled. */
export type Settlement = 'unsettled' | 'settled' | 'contested' | 'rejected';

export const SETTLEMENTS: readonly Settlement[] = ['unsettled', 'settled', 'contested', 'rejected'];

export function settlementOf({ decision }: GroupFacts): Settlement {
  if (!decision) return 'unsettled';
  return decision.outcome === 'rejected' || decision.outcome === 'contested' ? decision.outcome : 'settled';
}

export interface GroupSources {
  readonly group: Group;
  readonly decision: Decision | null;
  readonly members: readonly Entry[];
  readonly thread: Thread | null;
  readonly comments: readonly Comment[];
  readonly isOrphaned: boolean;
}

export function groupEntry(sources: GroupSources, groups: ReviewState['groups']): Entry {
  const { group, decision, members, thread, comments, isOrphaned } = sources;
  const words = new Set(members.map(wordsAsCompared));
  const rivals = group.clash.flatMap(({ group: id, rival }) =>
    rival ? (groups.get(id)?.reviewers ?? []) : [],
  );
  return {
    id: group.id,
    on: 'group',
    label: decision?.spans[0]?.label ?? group.label,
    creator: members[0]?.creator ?? group.reviewers[0]!,
    created: members.reduce<Moment>((first, one) => (first && first < one.created ? first : one.created), ''),
    changed: changeOf(decision, members, thread, comments),
    status: isOrphaned ? 'orphaned' : 'open',
    annotation: null,
    group: { group, decision, members, edgesDiffer: words.size > 1, rivals: new Set(rivals) },
    thread,
    comments,
  };
}

function changeOf(
  decision: Decision | null,
  members: readonly Entry[],
  thread: Thread | null,
  comments: readonly Comment[],
): Moment {
  const moments = members.map(({ changed }) => changed);
  if (decision) moments.push(decision.created);
  return lastChange(moments.sort().at(-1) ?? '', thread, comments);
}

/** Whose marks were made after marking was over. */
export function lateIn({ members }: GroupFacts): readonly PersonId[] {
  return [...new Set(members.flatMap(({ annotation, creator }) => (annotation?.late ? [creator] : [])))];
}

/** The words of a mark when they were last anchored, without what is not compared. */
export function wordsAsCompared({ annotation }: Entry): string {
  const quotes = (annotation?.target.ranges ?? []).map(({ quote }) => quote.exact);
  const words = quotes.map((exact) => {
    if (!exact) return exact;
    const kept = comparedWords(exact, [{ start: 0, end: exact.length }]);
    return kept.map(({ start, end }) => exact.slice(start, end)).join(' ');
  });
  return words.join(' … ');
}

/** Whether somebody sees it otherwise than others do: with other edges, not at all, or under another label. */
export function differsFor({ group, members, rivals, edgesDiffer }: GroupFacts, person: PersonId): boolean {
  if (group.missing.includes(person)) return true;
  const own = members.filter(({ creator }) => creator === person).map(wordsAsCompared);
  if (own.length === 0) return rivals.has(person);
  return rivals.size > 0 || (edgesDiffer && members.some((one) => !own.includes(wordsAsCompared(one))));
}
