import type { GroupConstraint } from '@assay/shared/grouping';
import type {
  AgendaItem,
  Annotation,
  AnnotationId,
  ArticleRecord,
  Ballot,
  Comment,
  CommentId,
  Decision,
  DecisionId,
  Evidence,
  EvidenceId,
  Finding,
  FrozenMarks,
  Group,
  GroupId,
  Guide,
  PersonId,
  Session,
  SessionId,
  Task,
  TaskId,
  Thread,
  ThreadId,
  Workflow,
} from '@assay/shared/model';
import { OPEN_MARKING } from '@assay/shared/model';

/** An article's review: an immutable value. Maps are in the order in which things were made. */
export interface ReviewState {
  readonly article: ArticleRecord | null;
  /** The version of the label guide by which it is marked; null in a ledger that was begun before there were any. */
  readonly guide: Guide | null;
  readonly workflow: Workflow;
  /** How many marks each person has: all that others learn of them before the reveal. */
  readonly progress: Readonly<Record<PersonId, number>>;
  /** The marks as they were when they were revealed, or talking began. The server keeps them; readers ask for them. */
  readonly frozen: FrozenMarks | null;
  /** What people have corrected in the grouping of marks. The server's alone. */
  readonly corrections: readonly GroupConstraint[];
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  readonly threads: ReadonlyMap<ThreadId, Thread>;
  readonly comments: ReadonlyMap<CommentId, Comment>;
  readonly groups: ReadonlyMap<GroupId, Group>;
  readonly items: ReadonlyMap<GroupId, AgendaItem>;
  readonly ballots: ReadonlyMap<GroupId, Ballot>;
  readonly decisions: ReadonlyMap<DecisionId, Decision>;
  readonly findings: ReadonlyMap<GroupId, Finding>;
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>;
  readonly tasks: ReadonlyMap<TaskId, Task>;
  readonly sessions: ReadonlyMap<SessionId, Session>;
}

/** The review of an article that does not exist yet. */
export const EMPTY_REVIEW: ReviewState = {
  article: null,
  guide: null,
  workflow: OPEN_MARKING,
  progress: {},
  frozen: null,
  corrections: [],
  annotations: new Map(),
  threads: new Map(),
  comments: new Map(),
  groups: new Map(),
  items: new Map(),
  ballots: new Map(),
  decisions: new Map(),
  findings: new Map(),
  evidence: new Map(),
  tasks: new Map(),
  sessions: new Map(),
};
