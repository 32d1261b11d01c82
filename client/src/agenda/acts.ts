import {
  type AnnotationId,
  type Decision,
  type DecisionId,
  type GroupId,
  newId,
  type VoteChoice,
} from '@assay/shared/model';
import type { AgendaEntry, CommandOf } from '@assay/shared/review';
import { COMMAND_LIMITS, rankingFor } from '@assay/shared/review';
import { labelOf, outcomeOf } from '../margin/index.ts';
import { announce } from '../ui/index.ts';
import { type AgendaDesk, me, NO_REASONS } from './agenda-desk.ts';

import type { Variant } from './variants.ts';

/** A decision as it is asked for, without its id and its group. */
export type Ruling = Partial<Omit<CommandOf<'decision.make'>['decision'], 'id'>> & Pick<Decision, 'outcome'>;

/** Settles an item. When somebody was faster, it is kept in mind that this decision did not count. */
export async function settle(desk: AgendaDesk, group: GroupId, ruling: Ruling): Promise<void> {
  const id = newId<DecisionId>();
  const { rationale, clause } = desk.reasons.get();
  desk.form.set(null);
  desk.uncounted.set(null);
  desk.reasons.set(NO_REASONS);
  const sent = desk.session.send({
    type: 'decision.make',
    decision: {
      groups: [group],
      spans: [],
      ...ruling,
      id,
      ...(rationale.trim() && { rationale: rationale.trim() }),
      ...(clause && { clause }),
    },
  });
  const made = desk.session.review.get().state.decisions.get(id);
  if (made) announce(`Settled: ${outcomeOf(made, (label) => labelOf(desk.session, label))}`);
  const reply = await sent;
  if (reply.ok || reply.refusal.code !== 'already-settled') return;
  desk.uncounted.set({ group, decision: id });
  announce('Your decision did not count: somebody settled this a moment before.');
}

/** Settles an item as one of its variants has it. */
export function accept(desk: AgendaDesk, { group }: AgendaEntry, { marks }: Variant): void {
  void settle(desk, group.id, { outcome: 'accepted', accepted: marks[0]!.id });
}

export function reopen({ session, form, uncounted }: AgendaDesk, decision: DecisionId, reason: string): void {
  form.set(null);
  uncounted.set(null);
  void session.send({ type: 'decision.reopen', decision, ...(reason.trim() && { reason: reason.trim() }) });
  announce('Reopened');
}

/** Takes one's own decision on the item back, right after it. */
export function takeBack(desk: AgendaDesk, entry: AgendaEntry): void {
  if (mayTakeBack(desk, entry)) reopen(desk, entry.decision!.id, '');
}

export function mayTakeBack(desk: AgendaDesk, { decision }: AgendaEntry): boolean {
  return decision !== null && decision.creator === me(desk) && desk.may('decision.reopen');
}

/** Votes, or takes the vote back when it is the same again. */
export function vote({ session }: AgendaDesk, group: GroupId, choice: VoteChoice): void {
  const person = session.me.get()?.id;
  const before = session.review
    .get()
    .state.ballots.get(group)
    ?.votes.find(({ by }) => by === person)?.choice;
  const same = before !== undefined && sameChoice(before, choice);
  void session.send({ type: 'vote.cast', group, choice: same ? null : choice });
  announce(same ? 'Your vote was taken back' : 'You have voted');
}

export function sameChoice(a: VoteChoice, b: VoteChoice): boolean {
  if (a.kind === 'variant' || b.kind === 'variant')
    return a.kind === b.kind && (a as { mark?: string }).mark === (b as { mark?: string }).mark;
  return a.kind === b.kind;
}

export function revealVotes({ session }: AgendaDesk, group: GroupId): void {
  void session.send({ type: 'vote.reveal', group });
}

export function pull({ session }: AgendaDesk, group: GroupId, pulled: boolean): void {
  void session.send({ type: 'item.pull', group, pulled });
}

/** Puts an item one place earlier or later. */
export function rankBy({ session, agenda }: AgendaDesk, group: GroupId, step: 1 | -1): void {
  for (const ranking of rankingFor(agenda.get(), group, step))
    void session.send({ type: 'item.rank', ...ranking });
  announce(step < 0 ? 'One place earlier' : 'One place later');
}

/** Settles all that nobody objects to, in as few commands as it takes. */
export function settleBatch({ session, agenda }: AgendaDesk): void {
  const items = agenda.get().consent.map(({ group, consent }) => ({
    decision: newId<DecisionId>(),
    group: group.id,
    accepted: consent as AnnotationId,
  }));
  for (let i = 0; i < items.length; i += COMMAND_LIMITS.batch)
    void session.send({ type: 'decision.make-batch', items: items.slice(i, i + COMMAND_LIMITS.batch) });
}
