import { canonicalJson, isSealed, type ReviewPlan } from '@assay/shared/model';
import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import type { EventBody } from './events.ts';
import { forbidden, type Refused, refuse } from './refusals.ts';
import { runningSession } from './running.ts';
import type { ReviewState } from './state.ts';

/** What is planned counts from now on. Whether marking is blind is settled when the first mark or note is made. */
export function decidePlan(
  state: ReviewState,
  { plan }: CommandOf<'review.plan'>,
  { actor, now }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'review.plan');
  if (refused) return refused;
  const { workflow } = state;
  const changes = Object.fromEntries(
    Object.entries(plan).filter(
      ([name, value]) =>
        value !== undefined && canonicalJson(value) !== canonicalJson(workflow[name as keyof ReviewPlan]),
    ),
  ) as Partial<ReviewPlan>;
  if (Object.keys(changes).length === 0) return happened();
  const planned = { ...workflow, ...changes };
  if (planned.revealAt.deadline && planned.deadline === null)
    return refuse('bad-command', 'Set a deadline for the reveal first.');
  if (planned.revealAt.allDone && planned.reviewers.length === 0)
    return refuse('bad-command', 'Choose the reviewers first: nobody can tell otherwise when all are done.');
  if (changes.deadline && changes.deadline <= now)
    return refuse('bad-command', 'This deadline has passed. Choose a later one.');
  const problem = changes.blind === undefined ? null : blindFault(state);
  if (problem) return problem;
  const event = { type: 'review.planned', plan: changes } as const;
  // Ordinarily nobody edits a text that others mark without being seen.
  return changes.blind && !state.article!.locked
    ? happened(event, { type: 'article.locked' })
    : happened(event);
}

function blindFault({ workflow, progress, threads }: ReviewState): Refused | null {
  if (workflow.phase !== 'marking' || workflow.revealed)
    return refuse('wrong-phase', 'Marking is over here. Import the article again to mark it blind.');
  if (Object.keys(progress).length > 0 || threads.size > 0)
    return refuse(
      'wrong-phase',
      'There are marks or notes already, made under the other rule. Import the article again to mark it by this one.',
    );
  return null;
}

/** The last of the chosen reviewers who is done may reveal the marks by it. */
export function decideDone(
  { workflow }: ReviewState,
  { done }: CommandOf<'review.say-done'>,
  { actor, freeze }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'review.say-done');
  if (refused) return refused;
  if (workflow.phase !== 'marking') return refuse('wrong-phase', 'Marking is over here.');
  const { reviewers, revealAt } = workflow;
  if (reviewers.length > 0 && !reviewers.includes(actor.person))
    return refuse('not-allowed', 'You were not asked to mark this article. A moderator can add you.');
  if (workflow.done.some(({ by }) => by === actor.person) === done) return happened();
  const said = { type: 'review.done-said', done } as const;
  const finished = new Set([...workflow.done.map(({ by }) => by), actor.person]);
  const all = done && reviewers.length > 0 && reviewers.every((person) => finished.has(person));
  if (!all || !revealAt.allDone || !isSealed(workflow) || !freeze) return happened(said);
  return happened(said, { type: 'review.revealed', reason: 'all-done', frozen: freeze() });
}

export function decideReveal(state: ReviewState, { actor, freeze }: DecideContext): Decided {
  const refused = forbidden(actor, 'review.move');
  if (refused) return refused;
  if (state.workflow.revealed) return happened();
  if (!isSealed(state.workflow))
    return refuse('wrong-phase', 'Everybody sees all marks here already. Go on to the discussion instead.');
  if (!freeze) return happened();
  return happened({ type: 'review.revealed', reason: 'by-hand', frozen: freeze() });
}

export function decideMove(
  state: ReviewState,
  { to }: CommandOf<'review.move'>,
  { actor, freeze }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'review.move');
  if (refused) return refused;
  const { workflow } = state;
  if (workflow.phase === to) return happened();
  if (isSealed(workflow))
    return refuse('wrong-phase', 'The marks are not revealed yet. Reveal them first; there is no way back.');
  if (workflow.phase !== 'marking') return happened({ type: 'review.moved', to });
  if (!freeze) return happened();
  return happened({ type: 'review.moved', to, frozen: freeze() });
}

/** Seals what was recorded up to here, and closes text and review. */
export function decideSignOff(state: ReviewState, { actor, chain }: DecideContext): Decided {
  const refused = forbidden(actor, 'review.move');
  if (refused) return refused;
  if (state.workflow.phase === 'marking')
    return refuse('wrong-phase', 'Marking is not over yet. Go on to the discussion first.');
  if (!chain) return happened();
  const events: EventBody[] = [
    { type: 'review.signed-off', sealed: { hash: chain.hash, events: chain.seq } },
  ];
  if (!state.article!.locked) events.push({ type: 'article.locked' });
  const session = runningSession(state);
  if (session) events.push({ type: 'session.ended', session: session.id });
  return happened(...events);
}

export function decideReopen({ workflow }: ReviewState, { actor }: DecideContext): Decided {
  const refused = forbidden(actor, 'review.move');
  if (refused) return refused;
  return workflow.phase === 'signed-off' ? happened({ type: 'review.reopened' }) : happened();
}
