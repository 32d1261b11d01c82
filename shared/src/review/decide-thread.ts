import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import { forbidden, refuse } from './refusals.ts';
import type { ReviewState } from './state.ts';

/** Resolving and reopening; both may be done again and again without harm. */
export function decideSettle(
  state: ReviewState,
  { type, thread: id }: CommandOf<'thread.resolve' | 'thread.reopen'>,
  { actor }: DecideContext,
): Decided {
  const thread = state.threads.get(id);
  if (!thread) return refuse('not-found', 'This discussion is no longer there: its comments were deleted.');
  const refused = forbidden(actor, 'thread.resolve', thread);
  if (refused) return refused;
  const resolve = type === 'thread.resolve';
  if (resolve === (thread.status === 'resolved')) return happened();
  return happened({ type: resolve ? 'thread.resolved' : 'thread.reopened', thread: id });
}
