import type {
  Annotation,
  AnnotationId,
  ArticleRecord,
  Comment,
  CommentId,
  Thread,
  ThreadId,
} from '@assay/shared/model';

/** An article's review: an immutable value. Maps are in the order in which things were made. */
export interface ReviewState {
  readonly article: ArticleRecord | null;
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  readonly threads: ReadonlyMap<ThreadId, Thread>;
  readonly comments: ReadonlyMap<CommentId, Comment>;
}

/** The review of an article that does not exist yet. */
export const EMPTY_REVIEW: ReviewState = {
  article: null,
  annotations: new Map(),
  threads: new Map(),
  comments: new Map(),
};
