import type { Comment, PersonId } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';

/** Others' comments and the number of others' marks that are in a review and were not in the one before it. */
export interface ReviewNews {
  readonly comments: readonly Comment[];
  readonly marks: number;
}

/** What others did between two states of a review. */
export function newsBetween(before: ReviewState, after: ReviewState, me: PersonId | null): ReviewNews {
  const comments = added(before.comments, after.comments).filter(
    (comment) => comment.creator !== me && !comment.deleted,
  );
  const marks = added(before.annotations, after.annotations).filter(
    (mark) => mark.creator !== me && mark.status === 'active',
  );
  return { comments, marks: marks.length };
}

function added<Key, Value>(before: ReadonlyMap<Key, Value>, after: ReadonlyMap<Key, Value>): Value[] {
  if (before === after) return [];
  const made: Value[] = [];
  for (const [key, value] of after) if (!before.has(key)) made.push(value);
  return made;
}
