import type { PersonId } from './ids.ts';
import type { Moment } from './people.ts';

/** An article's way through the review, in order. A signed-off article is read-only until it is reopened. */
export const PHASES = ['marking', 'discussing', 'settling', 'signed-off'] as const;
export type Phase = (typeof PHASES)[number];

/** Who did something, and when. */
export interface Deed {
  readonly by: PersonId;
  readonly at: Moment;
}

/** By what everybody's marks came to be seen. */
export const REVEAL_REASONS = ['by-hand', 'deadline', 'all-done'] as const;
export type RevealReason = (typeof REVEAL_REASONS)[number];

/** What a moderator plans of an article's review. */
export interface ReviewPlan {
  /** Until the reveal each person sees only their own marks and notes. Settled once the first mark is made. */
  readonly blind: boolean;
  /** Who is asked to mark, in the order in which they were named. Empty: whoever marks. */
  readonly reviewers: readonly PersonId[];
  readonly deadline: Moment | null;
  /** What reveals the marks by itself; a moderator can always do it by hand. */
  readonly revealAt: { readonly deadline: boolean; readonly allDone: boolean };
  /** Who sees how far the reviewers agree. */
  readonly agreementFor: 'everybody' | 'moderators';
}

/** Where an article stands in its review. */
export interface Workflow extends ReviewPlan {
  readonly phase: Phase;
  /** Who has said that they are done with marking. */
  readonly done: readonly Deed[];
  /** When blind marks became visible to all. There is no way back. */
  readonly revealed: (Deed & { readonly reason: RevealReason }) | null;
  /** `hash` seals everything that was recorded before: the end of the chain of `events` events. */
  readonly signedOff: (Deed & { readonly hash: string; readonly events: number }) | null;
}

/** Of an article that nobody has planned anything for: everybody sees everything. */
export const OPEN_MARKING: Workflow = {
  phase: 'marking',
  blind: false,
  reviewers: [],
  deadline: null,
  revealAt: { deadline: false, allDone: false },
  agreementFor: 'everybody',
  done: [],
  revealed: null,
  signedOff: null,
};

/** Whether each person sees their own marks and notes alone. */
export function isSealed({ blind, revealed }: Pick<Workflow, 'blind' | 'revealed'>): boolean {
  return blind && revealed === null;
}
