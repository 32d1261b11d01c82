import type {
  AgendaItem,
  AnnotationId,
  Decision,
  Group,
  GroupId,
  LabelId,
  Thread,
  ThreadId,
} from '@assay/shared/model';
import { threadOf, votedFor } from '@assay/shared/model';
import type { ReviewState } from './state.ts';

/** What has become of an item: `pulled` is open too, but not to be settled without talking. */
export type Standing = 'open' | 'pulled' | 'parked' | 'settled';

/** A group as the agenda has it. */
export interface AgendaEntry {
  readonly group: Group;
  readonly item: AgendaItem | null;
  readonly standing: Standing;
  /** The decision that stands. */
  readonly decision: Decision | null;
  /** 1 to 3: how much would be lost if it were wrong. */
  readonly worth: number;
  /** Whether something was said of it, or of one of its marks, and nobody has resolved that. */
  readonly discussed: boolean;
  /** What orders it where nobody has: see `weightOf`. */
  readonly weight: number;
  /** The mark that all agree on, when there is nothing to talk about; see `consentOf`. */
  readonly consent: AnnotationId | null;
}

/** What there is to settle in an article, in the order in which it is to be done. */
export interface Agenda {
  /** All groups, in order: those put somewhere by hand first, then by weight, then by place in the text. */
  readonly entries: readonly AgendaEntry[];
  readonly byId: ReadonlyMap<GroupId, AgendaEntry>;
  /** How many stand open, pulled ones among them. */
  readonly left: number;
  readonly settled: number;
  readonly parked: number;
  /** What can be settled in one go. */
  readonly consent: readonly AgendaEntry[];
}

const WORTH: Readonly<Record<string, number>> = { high: 3, medium: 2, low: 1 };

/** Of a label whose reviewers have not said how much it matters: a claim can be wrong, a quote is as it was said. */
const USUAL_WORTH: Readonly<Record<LabelId, number>> = { claim: 2, speculation: 1.5, quote: 1 };

/** What an open discussion adds to the disagreement, which is 0 to 1. */
const DISCUSSED = 0.1;

/**
 * The agenda of a review, the same for everybody who asks: it goes by what all are shown. Of votes that are still
 * secret nothing but that they were cast.
 */
export function agendaOf(state: ReviewState): Agenda {
  const decisions = standingDecisions(state);
  const talked = openDiscussions(state);
  const entries = [...state.groups.values()]
    .map((group) => entryOf(state, group, decisions.get(group.id) ?? null, talked))
    .sort(inOrder);
  const count = (...wanted: Standing[]) => entries.filter(({ standing }) => wanted.includes(standing)).length;
  return {
    entries,
    byId: new Map(entries.map((entry) => [entry.group.id, entry])),
    left: count('open', 'pulled'),
    settled: count('settled'),
    parked: count('parked'),
    consent: entries.filter(({ standing, consent }) => standing === 'open' && consent !== null),
  };
}

function entryOf(
  state: ReviewState,
  group: Group,
  decision: Decision | null,
  talked: ReadonlySet<ThreadId>,
): AgendaEntry {
  const item = state.items.get(group.id) ?? null;
  const worth = worthOf(state, group);
  const discussed =
    talked.has(group.id as string as ThreadId) || group.marks.some((mark) => talked.has(threadOf(mark)));
  return {
    group,
    item,
    standing: standingOf(item, decision),
    decision,
    worth,
    discussed,
    weight: weightOf(group, worth, discussed),
    consent: consentOf(state, group),
  };
}

function standingOf(item: AgendaItem | null, decision: Decision | null): Standing {
  if (decision) return 'settled';
  if (item?.parked) return 'parked';
  return item?.pulled ? 'pulled' : 'open';
}

/** The mean of what its reviewers say under `checkWorthiness`: high 3, medium 2, low 1; the label's usual worth if none does. */
function worthOf({ annotations }: ReviewState, { marks, label }: Group): number {
  const said = marks.flatMap((mark) => {
    const value = annotations.get(mark)?.attributes.checkWorthiness;
    return typeof value === 'string' && Object.hasOwn(WORTH, value) ? WORTH[value]! : [];
  });
  if (said.length === 0) return Object.hasOwn(USUAL_WORTH, label) ? USUAL_WORTH[label]! : 1;
  return said.reduce((sum, worth) => sum + worth, 0) / said.length;
}

/** `worth × (disagreement + 0.1 if it is discussed)`: 0 to 3.3. */
function weightOf({ disagreement }: Group, worth: number, discussed: boolean): number {
  return worth * (disagreement + (discussed ? DISCUSSED : 0));
}

function inOrder(a: AgendaEntry, b: AgendaEntry): number {
  return (
    (a.item?.rank ?? Number.POSITIVE_INFINITY) - (b.item?.rank ?? Number.POSITIVE_INFINITY) ||
    b.weight - a.weight ||
    a.group.start - b.group.start ||
    (a.group.id < b.group.id ? -1 : 1)
  );
}

/**
 * The mark by which a group can be settled without talking: all who count have it on the same words (but for outer
 * punctuation, which is not compared), no other label stands against it, and nobody has voted against it. While votes
 * on it are secret nobody knows that, so it waits for them. Of several extents it is the commonest, of equally common
 * ones that of the oldest mark.
 */
export function consentOf(state: ReviewState, group: Group): AnnotationId | null {
  if (group.state !== 'agreed' || group.clash.some(({ rival }) => rival)) return null;
  const mark = commonestMark(state, group);
  const ballot = state.ballots.get(group.id);
  if (!mark || !ballot || ballot.voted.length === 0) return mark;
  if (!ballot.revealed) return null;
  const against = ballot.votes.some(({ choice }) => votedFor(choice, 'accepted', mark) === false);
  return against ? null : mark;
}

/** The oldest mark of the extent that most reviewers chose; null when none of the marks is there. */
export function commonestMark(
  { annotations }: ReviewState,
  { marks }: Pick<Group, 'marks'>,
): AnnotationId | null {
  const known = marks
    .flatMap((id) => annotations.get(id) ?? [])
    .sort((a, b) => compare(a.created, b.created) || compare(a.id, b.id));
  const chosen = new Map<string, number>();
  const extent = (mark: (typeof known)[number]) =>
    mark.target.ranges.map(({ start, end }) => `${start} ${end}`).join(' ');
  for (const mark of known) chosen.set(extent(mark), (chosen.get(extent(mark)) ?? 0) + 1);
  const most = Math.max(0, ...chosen.values());
  return known.find((mark) => chosen.get(extent(mark)) === most)?.id ?? null;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function standingDecisions({ decisions }: ReviewState): ReadonlyMap<GroupId, Decision> {
  const standing = new Map<GroupId, Decision>();
  for (const decision of decisions.values())
    for (const group of decision.groups) {
      if (decision.reopened) standing.delete(group);
      else standing.set(group, decision);
    }
  return standing;
}

function openDiscussions({ threads, comments }: ReviewState): ReadonlySet<ThreadId> {
  const open = (thread: Thread | undefined) => thread?.status === 'open';
  const talked = new Set<ThreadId>();
  for (const { thread, deleted } of comments.values())
    if (!deleted && open(threads.get(thread))) talked.add(thread);
  return talked;
}

/** A place in the agenda that somebody has to be given; null: by weight. */
export interface Ranking {
  readonly group: GroupId;
  readonly rank: number;
}

/**
 * What has to be ranked so that an item stands one place earlier (-1) or later (1) among those that are still to be
 * settled; nothing where it is the first or the last. Everything above it keeps its place, and is ranked for that.
 */
export function rankingFor({ entries }: Agenda, group: GroupId, step: 1 | -1): readonly Ranking[] {
  const order = entries.filter(({ standing }) => standing === 'open' || standing === 'pulled');
  const from = order.findIndex((entry) => entry.group.id === group);
  const to = from + step;
  if (from < 0 || !order[to]) return [];
  const moved = order[from]!;
  const next = order.toSpliced(from, 1).toSpliced(to, 0, moved);
  const ranked = next.findLastIndex((entry) => entry !== moved && entry.item?.rank !== undefined);
  const rankings: Ranking[] = [];
  let last: number | null = null;
  for (const [i, entry] of next.slice(0, Math.max(to, ranked, from) + 1).entries()) {
    const rank: number = rankAfter(
      last,
      entry === moved ? undefined : entry.item?.rank,
      next[i + 1]?.item?.rank,
    );
    if (rank !== entry.item?.rank) rankings.push({ group: entry.group.id, rank });
    last = rank;
  }
  return rankings;
}

/** A rank above the last one: the item's own if it is, else one before that of the next item if there is room. */
function rankAfter(last: number | null, own: number | undefined, next: number | undefined): number {
  if (own !== undefined && (last === null || own > last)) return own;
  if (last === null) return next === undefined ? 0 : next - 1;
  return next !== undefined && next > last ? (last + next) / 2 : last + 1;
}
