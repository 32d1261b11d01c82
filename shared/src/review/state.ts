import type {
  Annotation,
  AnnotationId,
  ArticleRecord,
  Comment,
  CommentId,
  Guide,
  Thread,
  ThreadId,
} from '@assay/shared/model';

/** An article's review: an immutable value. Maps are in the order in which things were made. */
export interface ReviewState {
  readonly article: ArticleRecord | null;
  /** The version of the label guide by which it is marked; null in a ledger that was begun before there were any. */
  readonly guide: Guide | null;
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  readonly threads: ReadonlyMap<ThreadId, Thread>;
  readonly comments: ReadonlyMap<CommentId, Comment>;
}

/** The review of an article that does not exist yet. */
export const EMPTY_REVIEW: ReviewState = {
  article: null,
  guide: null,
  annotations: new Map(),
  threads: new Map(),
  comments: new Map(),
};
