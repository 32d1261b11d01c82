import type {
  Annotation,
  AnnotationId,
  Decision,
  Group,
  GroupId,
  PersonId,
  ThreadId,
  VoteChoice,
} from '@assay/shared/model';
import { EMPTY_REVIEW, type ReviewState } from '@assay/shared/review';

export const ana = 'ana-person' as PersonId;
export const ben = 'ben-person' as PersonId;
export const cleo = 'cleo-person' as PersonId;
const PEOPLE = [ana, ben, cleo];

const moment = (n: number) => new Date(Date.UTC(2026, 0, 5, 9, n)).toISOString();

export const groupId = (name: string) => `group-${name}` as GroupId;
export const markId = (name: string, n: number) => `mark-${name}-${n}` as AnnotationId;

export interface GroupSpec {
  readonly name: string;
  readonly label?: string;
  readonly state?: Group['state'];
  readonly disagreement?: number;
  readonly start?: number;
  readonly rival?: boolean;
  /** One mark of each person in turn: where it begins and ends, as `a-b`. */
  readonly extents?: readonly string[];
  /** What each person says under `checkWorthiness`. */
  readonly worth?: readonly string[];
  readonly rank?: number;
  readonly pulled?: boolean;
  readonly parked?: boolean;
  readonly discussed?: 'group' | 'mark' | 'resolved';
  readonly decided?: 'settled' | 'reopened';
  readonly votes?: readonly VoteChoice[];
  readonly revealed?: boolean;
}

/** A review with these groups and everything about them. */
export function reviewWith(specs: readonly GroupSpec[]): ReviewState {
  return {
    ...EMPTY_REVIEW,
    groups: byId(specs.map(groupOf)),
    annotations: byId(specs.flatMap(marksOf)),
    items: byId(specs.map(itemOf)),
    threads: byId(specs.flatMap(threadsOf)),
    comments: byId(specs.flatMap(commentsOf)),
    ballots: byId(specs.flatMap(ballotsOf)),
    decisions: byId(specs.flatMap(decisionsOf)),
  };
}

function byId<One extends { readonly id: string }>(list: readonly One[]): ReadonlyMap<One['id'], One> {
  return new Map(list.map((one) => [one.id, one]));
}

const extentsOf = ({ extents = ['0-9'] }: GroupSpec) => extents;

function groupOf(spec: GroupSpec): Group {
  const { name, label = 'claim', state = 'majority', disagreement = 0.5, start = 0, rival = false } = spec;
  return {
    id: groupId(name),
    label,
    marks: extentsOf(spec).map((_, n) => markId(name, n)),
    reviewers: PEOPLE.slice(0, extentsOf(spec).length),
    missing: PEOPLE.slice(extentsOf(spec).length),
    state,
    clash: rival ? [{ group: groupId('other'), label: 'quote', rival }] : [],
    disagreement,
    start,
  };
}

function marksOf(spec: GroupSpec): Annotation[] {
  return extentsOf(spec).map((extent, n) => {
    const [start, end] = extent.split('-') as [string, string];
    const worth = spec.worth?.[n];
    return {
      id: markId(spec.name, n),
      label: spec.label ?? 'claim',
      target: { ranges: [{ start, end, quote: { exact: extent, prefix: '', suffix: '' } }] },
      attributes: worth ? { checkWorthiness: worth } : {},
      creator: PEOPLE[n]!,
      created: moment(n),
      modified: moment(n),
      status: 'active',
    };
  });
}

function itemOf({ name, rank, pulled, parked }: GroupSpec) {
  return {
    id: groupId(name),
    ...(rank !== undefined && { rank }),
    ...(pulled && { pulled: { by: ana, at: moment(9) } }),
    ...(parked && { parked: { by: ana, at: moment(9), owner: ben, due: null } }),
  };
}

const threadId = ({ name, discussed }: GroupSpec) =>
  (discussed === 'mark' ? markId(name, 0) : groupId(name)) as string as ThreadId;

function threadsOf(spec: GroupSpec) {
  if (!spec.discussed) return [];
  const status = spec.discussed === 'resolved' ? ('resolved' as const) : ('open' as const);
  const subject = { on: 'group' as const, group: groupId(spec.name) };
  return [{ id: threadId(spec), subject, creator: ana, created: moment(5), status }];
}

function commentsOf(spec: GroupSpec) {
  if (!spec.discussed) return [];
  const id = `comment-${spec.name}` as never;
  return [{ id, thread: threadId(spec), creator: ana, created: moment(5), body: 'Hm.', reactions: {} }];
}

function ballotsOf({ name, votes = [], revealed = true }: GroupSpec) {
  if (votes.length === 0) return [];
  return [
    {
      id: groupId(name),
      voted: PEOPLE.slice(0, votes.length),
      votes: votes.map((choice, n) => ({ choice, by: PEOPLE[n]!, at: moment(6) })),
      revealed: revealed ? { by: ana, at: moment(7) } : null,
    },
  ];
}

function decisionsOf(spec: GroupSpec): Decision[] {
  if (!spec.decided) return [];
  return [
    {
      id: `decision-${spec.name}` as Decision['id'],
      groups: [groupId(spec.name)],
      outcome: 'rejected',
      spans: [],
      marks: groupOf(spec).marks,
      votes: [],
      dissent: [],
      againstMajority: false,
      creator: ana,
      created: moment(8),
      ...(spec.decided === 'reopened' && { reopened: { by: ana, at: moment(9) } }),
    },
  ];
}
