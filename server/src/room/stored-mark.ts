import type { AnnotationId, Target, ThreadId } from '@assay/shared/model';
import type { EventBody, ReviewState } from '@assay/shared/review';
import type { FollowedMark } from './followed-mark.ts';

/** A mark, or the passage of a thread, as the review has it. */
export interface StoredMark {
  readonly target: Target;
  readonly orphaned: boolean;
  /** Whether it is to be seen; a withdrawn mark is followed, and nothing is recorded of it. */
  readonly active: boolean;
}

/** Null when there is none. */
export function storedMark(state: ReviewState, root: FollowedMark['root'], id: string): StoredMark | null {
  if (root === 'annotations') {
    const annotation = state.annotations.get(id as AnnotationId);
    if (!annotation) return null;
    const { target, orphaned, status } = annotation;
    return { target, orphaned: orphaned !== undefined, active: status === 'active' };
  }
  const thread = state.threads.get(id as ThreadId);
  if (thread?.subject.on !== 'passage') return null;
  return { target: thread.subject.target, orphaned: thread.orphaned !== undefined, active: true };
}

/** What is recorded of a mark that stands on another target. */
export function moved({ root, id, target }: FollowedMark, how: 'anchored' | 'orphaned'): EventBody {
  return root === 'annotations'
    ? { type: `annotation.${how}`, annotation: id as AnnotationId, target }
    : { type: `thread.${how}`, thread: id as ThreadId, target };
}
