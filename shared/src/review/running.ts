import type { Decision, GroupId, PersonId, Session } from '@assay/shared/model';
import type { ReviewState } from './state.ts';

/** The session that has not ended; there is at most one. */
export function runningSession({ sessions }: Pick<ReviewState, 'sessions'>): Session | null {
  for (const session of sessions.values()) if (session.ended === undefined) return session;
  return null;
}

/** The decision on a group that stands: the last one, unless it was reopened. */
export function standingDecision(
  { decisions }: Pick<ReviewState, 'decisions'>,
  group: GroupId,
): Decision | null {
  const last = lastDecision(decisions, group);
  return last && !last.reopened ? last : null;
}

/** The last decision on a group, be it reopened or not. */
export function lastDecision(decisions: ReviewState['decisions'], group: GroupId): Decision | null {
  let last: Decision | null = null;
  for (const decision of decisions.values()) if (decision.groups.includes(group)) last = decision;
  return last;
}

/** The decisions that stand, by the groups that they settle. */
export function standingDecisions(decisions: ReviewState['decisions']): ReadonlyMap<GroupId, Decision> {
  const standing = new Map<GroupId, Decision>();
  for (const decision of decisions.values())
    for (const group of decision.groups) {
      if (decision.reopened) standing.delete(group);
      else standing.set(group, decision);
    }
  return standing;
}

/** Whose votes are waited for: in a session those present who may vote, else those who were to mark, else those who did. */
export function votersAwaited(state: ReviewState): readonly PersonId[] {
  const session = runningSession(state);
  if (session) {
    return session.attendance.filter(({ left, votes }) => votes && !left).map(({ person }) => person);
  }
  if (state.workflow.reviewers.length > 0) return state.workflow.reviewers;
  return [
    ...new Set(
      [...state.annotations.values()]
        .filter(({ status }) => status === 'active')
        .map(({ creator }) => creator),
    ),
  ];
}
