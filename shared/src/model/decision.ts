import type { Attributes, Target } from './annotation.ts';
import type { Vote, VoteChoice } from './group.ts';
import type { AnnotationId, DecisionId, GroupId, PersonId, SessionId } from './ids.ts';
import type { LabelId } from './label.ts';
import type { Moment } from './people.ts';
import type { Deed } from './workflow.ts';

/** How a group was settled. `rejected`: nobody is right. `contested`: it stays open whose mark is right. */
export const OUTCOMES = [
  'accepted',
  'adjusted',
  'relabelled',
  'merged',
  'split',
  'rejected',
  'contested',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A span as it was settled: what the article has in the end. */
export interface SettledSpan {
  readonly label: LabelId;
  readonly target: Target;
  readonly attributes: Attributes;
}

/**
 * What was settled about one group, or several merged into one. It never changes a reviewer's mark, and is never changed
 * itself: whoever reopens it makes room for another one.
 */
export interface Decision {
  readonly id: DecisionId;
  readonly groups: readonly GroupId[];
  readonly outcome: Outcome;
  /** None when rejected or left contested; several when split. */
  readonly spans: readonly SettledSpan[];
  /** The mark that was accepted as it is. */
  readonly accepted?: AnnotationId;
  /** The marks that were decided on, as they were then: all of the groups'. */
  readonly marks: readonly AnnotationId[];
  /** All votes, as they stood. */
  readonly votes: readonly Vote[];
  /** Those whose vote was for something else. */
  readonly dissent: readonly PersonId[];
  /** Settled otherwise than most who voted wanted. */
  readonly againstMajority: boolean;
  readonly rationale?: string;
  /** The label or question of the guide that it goes by. */
  readonly clause?: string;
  readonly creator: PersonId;
  readonly created: Moment;
  readonly session?: SessionId;
  /** One of several that were settled together, without talking. */
  readonly batch?: true;
  /** The decision on the same group that was reopened before. */
  readonly replaces?: DecisionId;
  readonly reopened?: Deed & { readonly reason?: string };
}

/** Whether a vote is for what was decided. An abstention is neither for nor against. */
export function votedFor(
  choice: VoteChoice,
  outcome: Outcome,
  accepted: AnnotationId | undefined,
): boolean | null {
  switch (choice.kind) {
    case 'abstain':
      return null;
    case 'agree':
      return outcome !== 'rejected';
    case 'disagree':
      return outcome === 'rejected' || outcome === 'relabelled';
    case 'variant':
      return choice.mark === accepted;
  }
}
