import type { GroupConstraint } from '@assay/shared/grouping';
import type {
  AgendaItem,
  Annotation,
  AnnotationId,
  ArticleRecord,
  Attributes,
  AttributeValue,
  Comment,
  CommentId,
  Decision,
  DecisionId,
  EventId,
  Evidence,
  EvidenceId,
  FrozenMarks,
  Group,
  GroupId,
  Guide,
  LabelId,
  Moment,
  PersonId,
  RevealReason,
  ReviewPlan,
  Session,
  SessionId,
  Target,
  Task,
  TaskId,
  Thread,
  ThreadId,
  VoteChoice,
} from '@assay/shared/model';

/** What happened, whole: applying it needs nothing but the state before it. */
export type EventBody =
  | { readonly type: 'article.created'; readonly article: ArticleRecord; readonly guide?: Guide }
  /** Marks go by this version from here on. It stands here whole, so that the ledger needs nothing beside it. */
  | { readonly type: 'guide.bound'; readonly guide: Guide }
  | { readonly type: 'article.renamed'; readonly title: string }
  | { readonly type: 'article.locked' }
  | { readonly type: 'article.unlocked' }
  | { readonly type: 'annotation.created'; readonly annotation: Annotation }
  | { readonly type: 'annotation.relabelled'; readonly annotation: AnnotationId; readonly label: LabelId }
  | {
      readonly type: 'annotation.attributes-changed';
      readonly annotation: AnnotationId;
      readonly attributes: Attributes;
    }
  | { readonly type: 'annotation.extent-changed'; readonly annotation: AnnotationId; readonly target: Target }
  /**
   * The server follows the words of a mark (undo, cut and paste, a moved block): nobody changed their judgement. The
   * actor is who brought the words there. `annotation.reattached` is how earlier versions wrote it.
   */
  | {
      readonly type: 'annotation.anchored' | 'annotation.reattached';
      readonly annotation: AnnotationId;
      readonly target: Target;
    }
  /** All words of a mark were deleted, by the actor; its quotes keep them. `target` stands where they stood. */
  | { readonly type: 'annotation.orphaned'; readonly annotation: AnnotationId; readonly target: Target }
  | { readonly type: 'annotation.withdrawn'; readonly annotation: AnnotationId }
  | { readonly type: 'annotation.restored'; readonly annotation: AnnotationId }
  /** `thread` is there when this comment opens it. */
  | { readonly type: 'comment.added'; readonly comment: Comment; readonly thread?: Thread }
  | {
      readonly type: 'comment.edited';
      readonly comment: CommentId;
      readonly body: string;
      readonly mentions?: readonly PersonId[];
    }
  /**
   * `tombstone`: replies follow, so the place of the comment stays. Otherwise it goes, and with it `swept`, the
   * tombstones that now end the thread, and `thread`, when nothing is left in it.
   */
  | {
      readonly type: 'comment.deleted';
      readonly comment: CommentId;
      readonly tombstone: boolean;
      readonly swept?: readonly CommentId[];
      readonly thread?: ThreadId;
    }
  | {
      readonly type: 'comment.reacted';
      readonly comment: CommentId;
      readonly emoji: string;
      readonly on: boolean;
    }
  /** `decision`: the group that it was about was settled. */
  | { readonly type: 'thread.resolved'; readonly thread: ThreadId; readonly decision?: DecisionId }
  | { readonly type: 'thread.reopened'; readonly thread: ThreadId }
  /** As those of annotations, for the thread of a passage. */
  | {
      readonly type: 'thread.anchored' | 'thread.reattached';
      readonly thread: ThreadId;
      readonly target: Target;
    }
  | { readonly type: 'thread.orphaned'; readonly thread: ThreadId; readonly target: Target }
  | ProcessEvent;

/** What happens on the way from marking to sign-off. */
export type ProcessEvent =
  | { readonly type: 'review.planned'; readonly plan: Partial<ReviewPlan> }
  | { readonly type: 'review.done-said'; readonly done: boolean }
  /** Everybody sees everybody's marks and notes from here on. */
  | { readonly type: 'review.revealed'; readonly reason: RevealReason; readonly frozen: FrozenMarks }
  /** `frozen`: marking has ended by it. */
  | {
      readonly type: 'review.moved';
      readonly to: 'discussing' | 'settling';
      readonly frozen?: FrozenMarks;
    }
  /** `sealed`: the end of the chain of events before this one. */
  | {
      readonly type: 'review.signed-off';
      readonly sealed: { readonly hash: string; readonly events: number };
    }
  | { readonly type: 'review.reopened' }
  /** The server has grouped marks anew, after what the actor did. */
  | { readonly type: 'groups.changed'; readonly put: readonly Group[]; readonly remove: readonly GroupId[] }
  | { readonly type: 'groups.corrected'; readonly constraints: readonly GroupConstraint[] }
  | { readonly type: 'item.ranked'; readonly group: GroupId; readonly rank: number | null }
  | { readonly type: 'item.pulled'; readonly group: GroupId; readonly pulled: boolean }
  | {
      readonly type: 'item.parked';
      readonly group: GroupId;
      readonly parked: Pick<NonNullable<AgendaItem['parked']>, 'owner' | 'due'> | null;
    }
  /** `choice` null: taken back. */
  | { readonly type: 'vote.cast'; readonly group: GroupId; readonly choice: VoteChoice | null }
  /** `all`: the last of those asked has voted, so nobody revealed them. */
  | { readonly type: 'vote.revealed'; readonly group: GroupId; readonly all: boolean }
  | { readonly type: 'decision.made'; readonly decision: Decision }
  | { readonly type: 'decision.reopened'; readonly decision: DecisionId; readonly reason?: string }
  | {
      readonly type: 'finding.set';
      readonly group: GroupId;
      readonly attribute: string;
      readonly value: AttributeValue | null;
    }
  | { readonly type: 'evidence.added'; readonly evidence: Evidence }
  | { readonly type: 'evidence.removed'; readonly evidence: EvidenceId }
  | { readonly type: 'task.added'; readonly task: Task }
  | {
      readonly type: 'task.changed';
      readonly task: TaskId;
      readonly change: Partial<Pick<Task, 'text' | 'assignee' | 'due' | 'state'>>;
    }
  | { readonly type: 'session.started'; readonly session: Session }
  | { readonly type: 'session.joined'; readonly session: SessionId; readonly votes: boolean }
  | { readonly type: 'session.left' | 'session.ended'; readonly session: SessionId }
  | { readonly type: 'session.moved'; readonly session: SessionId; readonly to: GroupId | null }
  | { readonly type: 'session.led'; readonly session: SessionId; readonly presenter: PersonId }
  | { readonly type: 'session.timed'; readonly session: SessionId; readonly seconds: number | null };

export type EventType = EventBody['type'];

/** An event with who did it and when, by the server's word. */
export type ReviewEvent = EventBody & { readonly actor: PersonId; readonly at: Moment };

/**
 * An event as the log holds it. `seq` counts from 1 without gaps per article; `hash` is the SHA-256 of the canonical
 * JSON of all other fields, `previous` the hash of the event before (64 zeros for the first).
 */
export type RecordedEvent = ReviewEvent & {
  readonly id: EventId;
  readonly seq: number;
  readonly command: string;
  readonly previous: string;
  readonly hash: string;
};
