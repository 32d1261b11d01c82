import type { Comment, PersonId } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';

/** Others' comments and the number of others' marks that are in a review and were not in the one before it. */
export interface ReviewNews {
  readonly comments: readonly Comment[];
  readonly marks: number;
}

/** What others did between two states of a review. Maps are in the order of making: what is new is at the end. */
export function newsBetween(before: ReviewState, after: ReviewState, me: PersonId | null): ReviewNews {
  const comments = [...after.comments.values()].filter(
    (comment) => !before.comments.has(comment.id) && comment.creator !== me && !comment.deleted,
  );
  const marks = [...after.annotations.values()].filter(
    (mark) => !before.annotations.has(mark.id) && mark.creator !== me && mark.status === 'active',
  );
  return { comments, marks: marks.length };
}
