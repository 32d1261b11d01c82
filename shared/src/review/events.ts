import type {
  Annotation,
  AnnotationId,
  ArticleRecord,
  Attributes,
  Comment,
  CommentId,
  EventId,
  Guide,
  LabelId,
  Moment,
  PersonId,
  Target,
  Thread,
  ThreadId,
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
  | { readonly type: 'comment.edited'; readonly comment: CommentId; readonly body: string }
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
  | { readonly type: 'thread.resolved'; readonly thread: ThreadId }
  | { readonly type: 'thread.reopened'; readonly thread: ThreadId }
  /** As those of annotations, for the thread of a passage. */
  | {
      readonly type: 'thread.anchored' | 'thread.reattached';
      readonly thread: ThreadId;
      readonly target: Target;
    }
  | { readonly type: 'thread.orphaned'; readonly thread: ThreadId; readonly target: Target };

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
