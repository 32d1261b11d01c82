import { canonicalJson, type Moment, type PersonId, type ReviewPlan } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';

/** A plan while it is being written: the deadline is what stands in its field, in local time (`2026-03-01T18:00`). */
export interface PlanDraft extends Omit<ReviewPlan, 'deadline'> {
  readonly deadline: string;
}

export function draftOf({ blind, reviewers, deadline, revealAt, agreementFor }: ReviewPlan): PlanDraft {
  return { blind, reviewers, deadline: deadline ? localField(deadline) : '', revealAt, agreementFor };
}

/** The plan that a draft says; a reveal that has lost its ground is left out. */
export function planOf(draft: PlanDraft): ReviewPlan {
  const deadline = momentOf(draft.deadline);
  return {
    ...draft,
    deadline,
    revealAt: {
      deadline: draft.blind && draft.revealAt.deadline && deadline !== null,
      allDone: draft.blind && draft.revealAt.allDone && draft.reviewers.length > 0,
    },
  };
}

/**
 * What a plan changes of the one before; a deadline that was not touched keeps its seconds. Empty when nothing is
 * changed.
 */
export function changesOf(draft: PlanDraft, before: ReviewPlan): Partial<ReviewPlan> {
  const plan = planOf(draft);
  const untouched = draft.deadline === draftOf(before).deadline;
  const next = untouched ? { ...plan, deadline: before.deadline } : plan;
  return Object.fromEntries(
    Object.entries(next).filter(
      ([name, value]) => canonicalJson(value) !== canonicalJson(before[name as keyof ReviewPlan]),
    ),
  );
}

/** Why a deadline cannot be taken, or null. `now` in milliseconds; one that stood already may have passed. */
export function deadlineFault(draft: PlanDraft, before: ReviewPlan, now: number): string | null {
  if (draft.deadline === '' || draft.deadline === draftOf(before).deadline) return null;
  const moment = momentOf(draft.deadline);
  if (moment === null) return 'This is not a date and time. Choose both, or clear the field.';
  return Date.parse(moment) <= now ? 'This moment has passed. Choose a later one.' : null;
}

/** Why whether marking is blind cannot be chosen any more, in words; null while it can. */
export function blindFixed({
  workflow,
  progress,
  threads,
}: Pick<ReviewState, 'workflow' | 'progress' | 'threads'>): string | null {
  const how = workflow.blind ? 'blind' : 'open';
  if (workflow.phase !== 'marking' || workflow.revealed) return `Marking was ${how}, and it is over.`;
  if (Object.keys(progress).length > 0 || threads.size > 0)
    return `Marking is ${how}. This is settled: there are marks or notes already, and they were made under this rule. To mark the article the other way, import it again.`;
  return null;
}

/** The draft with somebody chosen or not. */
export function withReviewer(draft: PlanDraft, person: PersonId, chosen: boolean): PlanDraft {
  const others = draft.reviewers.filter((one) => one !== person);
  return { ...draft, reviewers: chosen ? [...others, person] : others };
}

/** A moment as a field for local date and time wants it. */
export function localField(moment: Moment): string {
  const at = new Date(moment);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that a field for local date and time holds; null for none or a malformed one. */
export function momentOf(field: string): Moment | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(field)) return null;
  const at = new Date(field);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The zone that local times are in, such as `Europe/Lisbon`. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
}
