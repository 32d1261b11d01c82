import { GROUP_STATES, type PersonId } from '@assay/shared/model';
import type { Entry, EntryStatus } from './entry.ts';
import { differsFor, SETTLEMENTS, settlementOf } from './group-entry.ts';

export const STATUSES: readonly EntryStatus[] = ['open', 'orphaned', 'resolved', 'withdrawn'];

/** Statuses that are shown when nobody has chosen any. */
export const DEFAULT_STATUSES: readonly EntryStatus[] = ['open', 'orphaned'];

/** The kind of an entry as the label filter names it: a label's id, or `thread` for discussion without a label. */
export const THREAD_KIND = 'thread';

/** What the margin and the text show. An empty list of labels or people means all of them. */
export interface ReviewFilter {
  readonly labels: readonly string[];
  readonly people: readonly string[];
  readonly statuses: readonly EntryStatus[];
  /** Only what I made or took part in. */
  readonly mine: boolean;
  /** Only what changed since my last visit. */
  readonly unread: boolean;
  /** How far the people of a group agree; only groups then. */
  readonly agreement: readonly string[];
  /** How far a group is from being settled. None chosen means all but the rejected ones; some, groups alone. */
  readonly settlement: readonly string[];
  /** Only groups that I see otherwise. */
  readonly differ: boolean;
}

export const NO_FILTER: ReviewFilter = {
  labels: [],
  people: [],
  statuses: DEFAULT_STATUSES,
  mine: false,
  unread: false,
  agreement: [],
  settlement: [],
  differ: false,
};

/** What a filter needs to know beside the entry. */
export interface FilterContext {
  readonly me: PersonId | null;
  readonly isUnread: (entry: Entry) => boolean;
  /** Marks are shown by group: what is asked of groups counts. */
  readonly byGroup: boolean;
}

export type ListFacet = 'labels' | 'people' | 'statuses' | 'agreement' | 'settlement';
export type Facet = ListFacet | 'mine' | 'unread' | 'differ';

export function kindOf(entry: Entry): string {
  return entry.label ?? THREAD_KIND;
}

/** Everybody who made the entry or said something in its thread. */
export function peopleOf(entry: Entry): readonly PersonId[] {
  const members = entry.group?.members ?? [];
  const said = [...entry.comments, ...members.flatMap(({ comments }) => comments)];
  const makers = members.length > 0 ? members.map(({ creator }) => creator) : [entry.creator];
  return [...new Set([...makers, ...said.map((comment) => comment.creator)])];
}

type FacetTest = (entry: Entry, filter: ReviewFilter, context: FilterContext) => boolean;

const TESTS: Readonly<Record<Facet, FacetTest>> = {
  labels: (entry, { labels }) => labels.length === 0 || labels.includes(kindOf(entry)),
  people: (entry, { people }) => people.length === 0 || peopleOf(entry).some((id) => people.includes(id)),
  statuses: (entry, { statuses }) => statuses.includes(entry.status),
  mine: (entry, { mine }, { me }) => !mine || (me !== null && peopleOf(entry).includes(me)),
  unread: (entry, { unread }, { isUnread }) => !unread || isUnread(entry),
  agreement: ({ group }, { agreement }, { byGroup }) =>
    !byGroup || agreement.length === 0 || (group !== null && agreement.includes(group.group.state)),
  settlement: ({ group }, { settlement }, { byGroup }) => {
    if (!byGroup) return true;
    if (group === null) return settlement.length === 0 || settlement.length === SETTLEMENTS.length;
    const own = settlementOf(group);
    return settlement.length > 0 ? settlement.includes(own) : own !== 'rejected';
  },
  differ: ({ group }, { differ }, { me, byGroup }) =>
    !byGroup || !differ || (me !== null && group !== null && differsFor(group, me)),
};

const FACETS = Object.keys(TESTS) as Facet[];

/** Whether the filter shows the entry; `except` leaves one question out. */
export function shows(filter: ReviewFilter, entry: Entry, context: FilterContext, except?: Facet): boolean {
  return FACETS.every((facet) => facet === except || TESTS[facet](entry, filter, context));
}

/** How many entries each choice would show, given the other questions' choices as they are. */
export interface FilterCounts {
  readonly labels: ReadonlyMap<string, number>;
  readonly people: ReadonlyMap<string, number>;
  readonly statuses: ReadonlyMap<string, number>;
  readonly agreement: ReadonlyMap<string, number>;
  readonly settlement: ReadonlyMap<string, number>;
  readonly mine: number;
  readonly unread: number;
  readonly differ: number;
}

export function countChoices(
  filter: ReviewFilter,
  entries: readonly Entry[],
  context: FilterContext,
): FilterCounts {
  const passing = (facet: Facet) => entries.filter((entry) => shows(filter, entry, context, facet));
  return {
    labels: tally(passing('labels'), (entry) => [kindOf(entry)]),
    people: tally(passing('people'), peopleOf),
    statuses: tally(passing('statuses'), (entry) => [entry.status]),
    mine: passing('mine').filter((entry) => TESTS.mine(entry, { ...filter, mine: true }, context)).length,
    unread: passing('unread').filter(context.isUnread).length,
    agreement: tally(passing('agreement'), ({ group }) => (group ? [group.group.state] : [])),
    settlement: tally(passing('settlement'), ({ group }) => (group ? [settlementOf(group)] : [])),
    differ: passing('differ').filter((entry) => TESTS.differ(entry, { ...filter, differ: true }, context))
      .length,
  };
}

function tally(
  entries: readonly Entry[],
  keys: (entry: Entry) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) for (const key of keys(entry)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The filter with one choice of a list put in or taken out. Statuses never become none: that means the default. */
export function toggled(filter: ReviewFilter, facet: ListFacet, value: string): ReviewFilter {
  const chosen: readonly string[] = filter[facet];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  if (facet !== 'statuses') return { ...filter, [facet]: next };
  const statuses = STATUSES.filter((status) => next.includes(status));
  return { ...filter, statuses: statuses.length ? statuses : DEFAULT_STATUSES };
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value) => b.includes(value));
}

export function isDefault(filter: ReviewFilter): boolean {
  return (
    filter.labels.length === 0 &&
    filter.people.length === 0 &&
    !filter.mine &&
    !filter.unread &&
    !filter.differ &&
    filter.agreement.length === 0 &&
    filter.settlement.length === 0 &&
    sameMembers(filter.statuses, DEFAULT_STATUSES)
  );
}

const QUERY_NAMES = {
  labels: 'label',
  people: 'by',
  statuses: 'show',
  mine: 'mine',
  unread: 'unread',
  agreement: 'agreement',
  settlement: 'settled',
  differ: 'differ',
} as const;

/** The query of the page's address with the filter in it; what else stands there is kept. */
export function filterToQuery(filter: ReviewFilter, query: string): string {
  const params = new URLSearchParams(query);
  for (const name of Object.values(QUERY_NAMES)) params.delete(name);
  if (filter.labels.length) params.set(QUERY_NAMES.labels, filter.labels.join(','));
  if (filter.people.length) params.set(QUERY_NAMES.people, filter.people.join(','));
  if (!sameMembers(filter.statuses, DEFAULT_STATUSES))
    params.set(QUERY_NAMES.statuses, filter.statuses.join(','));
  if (filter.mine) params.set(QUERY_NAMES.mine, '1');
  if (filter.unread) params.set(QUERY_NAMES.unread, '1');
  if (filter.agreement.length) params.set(QUERY_NAMES.agreement, filter.agreement.join(','));
  if (filter.settlement.length) params.set(QUERY_NAMES.settlement, filter.settlement.join(','));
  if (filter.differ) params.set(QUERY_NAMES.differ, '1');
  const text = params.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
}

/** The filter that an address names; what it does not know is left out. */
export function filterFromQuery(query: string): ReviewFilter {
  const params = new URLSearchParams(query);
  const list = (name: string) => [...new Set((params.get(name) ?? '').split(',').filter(Boolean))];
  const statuses = STATUSES.filter((status) => list(QUERY_NAMES.statuses).includes(status));
  return {
    labels: list(QUERY_NAMES.labels),
    people: list(QUERY_NAMES.people),
    statuses: statuses.length ? statuses : DEFAULT_STATUSES,
    mine: params.get(QUERY_NAMES.mine) === '1',
    unread: params.get(QUERY_NAMES.unread) === '1',
    agreement: GROUP_STATES.filter((state) => list(QUERY_NAMES.agreement).includes(state)),
    settlement: SETTLEMENTS.filter((one) => list(QUERY_NAMES.settlement).includes(one)),
    differ: params.get(QUERY_NAMES.differ) === '1',
  };
}
