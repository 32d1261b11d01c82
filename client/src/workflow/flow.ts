import { isSealed, type Phase, type ReviewPlan } from '@assay/shared/model';
import type { ArticleSession, Wish } from '../session/index.ts';
import { createStore, type Store } from '../store/index.ts';
import { isAsked, isDone } from './progress.ts';

/** What the page asks about the review before it is done. */
export type Question = 'plan' | 'reveal' | 'discuss' | 'sign-off' | 'reopen';

/** The review of an open article, as far as its phases go: what stands open of it on the page, and what can be done. */
export interface Flow {
  readonly session: ArticleSession;
  readonly question: Store<Question | null>;
}

export function createFlow(session: ArticleSession): Flow {
  return { session, question: createStore<Question | null>(null) };
}

/** What the person at the page can do about the review now, by the last known role and phase. */
export interface FlowRights {
  readonly plan: boolean;
  /** Say that one is done, or take that back. */
  readonly sayDone: boolean;
  readonly isDone: boolean;
  /** What leads on from here, and back; null where nothing does or somebody else has to. */
  readonly forward: Question | 'settle' | null;
  readonly back: 'discuss-again' | null;
}

export function rightsIn({ session }: Flow): FlowRights {
  const { workflow } = session.review.get().state;
  const me = session.me.get()?.id ?? null;
  const leads = session.may('review.move');
  const marking = workflow.phase === 'marking';
  return {
    plan: workflow.phase !== 'signed-off' && session.may('review.plan'),
    sayDone: marking && session.may('review.say-done') && isAsked(workflow, me),
    isDone: isDone(workflow, me),
    forward: leads ? forwardFrom(workflow.phase, isSealed(workflow)) : null,
    back: leads && workflow.phase === 'settling' ? 'discuss-again' : null,
  };
}

function forwardFrom(phase: Phase, sealed: boolean): FlowRights['forward'] {
  switch (phase) {
    case 'marking':
      return sealed ? 'reveal' : 'discuss';
    case 'discussing':
      return 'settle';
    case 'settling':
      return 'sign-off';
    case 'signed-off':
      return 'reopen';
  }
}

/** Asks before what cannot be taken back or concerns everybody; does the rest at once. */
export function goForward(flow: Flow): void {
  const { forward } = rightsIn(flow);
  if (forward === 'settle') void flow.session.send({ type: 'review.move', to: 'settling' });
  else if (forward !== null) flow.question.set(forward);
}

export function discussAgain({ session }: Flow): void {
  void session.send({ type: 'review.move', to: 'discussing' });
}

export function sayDone({ session }: Flow, done: boolean): void {
  void session.send({ type: 'review.say-done', done });
}

/** Sends what was confirmed; true once the server has done it. What it refuses is told by the session. */
export async function confirm({ session }: Flow, question: Exclude<Question, 'plan'>): Promise<boolean> {
  const wishes: Readonly<Record<typeof question, Wish>> = {
    reveal: { type: 'review.reveal' },
    discuss: { type: 'review.move', to: 'discussing' },
    'sign-off': { type: 'review.sign-off' },
    reopen: { type: 'review.reopen' },
  };
  return (await session.send(wishes[question])).ok;
}

/** Sends what the plan changes; the server's words when it refuses them. */
export async function sendPlan({ session }: Flow, changes: Partial<ReviewPlan>): Promise<string | null> {
  const { reviewers, ...rest } = changes;
  const plan = { ...rest, ...(reviewers && { reviewers: [...reviewers] }) };
  const reply = await session.send({ type: 'review.plan', plan });
  return reply.ok ? null : reply.refusal.message;
}
