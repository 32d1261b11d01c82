import type { AgendaItem, Ballot, Deed, GroupId, Session, Vote } from '@assay/shared/model';
import type { Draft } from './draft.ts';
import type { ProcessEvent, ReviewEvent } from './events.ts';

type Of<Type extends ProcessEvent['type']> = Extract<ReviewEvent, { type: Type }>;
type AnyProcess = Of<ProcessEvent['type']>;

/** Applies an event of the way from marking to sign-off. Throws a RangeError for one of a later version. */
export function applyProcess(draft: Draft, event: AnyProcess): void {
  switch (event.type) {
    case 'review.planned':
    case 'review.done-said':
    case 'review.revealed':
    case 'review.moved':
    case 'review.signed-off':
    case 'review.reopened':
      applyWorkflow(draft, event);
      return;
    case 'groups.changed':
      for (const group of event.put) draft.groups.put(group);
      for (const id of event.remove) draft.groups.remove(id);
      return;
    case 'groups.corrected':
      draft.corrections = [...draft.corrections, ...event.constraints];
      return;
    case 'item.ranked':
    case 'item.pulled':
    case 'item.parked':
      draft.items.put(itemAfter(draft.items.current.get(event.group) ?? { id: event.group }, event));
      return;
    case 'vote.cast':
    case 'vote.revealed':
      draft.ballots.put(
        ballotAfter(draft.ballots.current.get(event.group) ?? emptyBallot(event.group), event),
      );
      return;
    case 'decision.made':
      draft.decisions.add(event.decision);
      return;
    case 'decision.reopened':
      applyReopening(draft, event);
      return;
    case 'finding.set':
      applyFinding(draft, event);
      return;
    case 'evidence.added':
      draft.evidence.add(event.evidence);
      return;
    case 'evidence.removed':
      draft.evidence.remove(event.evidence);
      return;
    case 'task.added':
      draft.tasks.add(event.task);
      return;
    case 'task.changed':
      applyTask(draft, event);
      return;
    case 'session.started':
      draft.sessions.add(event.session);
      return;
    case 'session.joined':
    case 'session.left':
    case 'session.moved':
    case 'session.led':
    case 'session.timed':
    case 'session.ended':
      draft.sessions.change(event.session, (session) => sessionAfter(session, event));
      return;
    default:
      throw new RangeError(`Not an event of this version: ${(event satisfies never as ReviewEvent).type}`);
  }
}

const deed = ({ actor, at }: { actor: Deed['by']; at: string }): Deed => ({ by: actor, at });

function applyWorkflow(draft: Draft, event: Extract<AnyProcess, { type: `review.${string}` }>): void {
  switch (event.type) {
    case 'review.planned':
      draft.changeWorkflow(event.plan);
      return;
    case 'review.done-said': {
      const others = draft.workflow.done.filter(({ by }) => by !== event.actor);
      draft.changeWorkflow({ done: event.done ? [...others, deed(event)] : others });
      return;
    }
    case 'review.revealed':
      draft.frozen = event.frozen;
      draft.changeWorkflow({
        phase: 'discussing',
        revealed: { ...deed(event), reason: event.reason },
      });
      return;
    case 'review.moved':
      if (event.frozen) draft.frozen = event.frozen;
      draft.changeWorkflow({ phase: event.to });
      return;
    case 'review.signed-off':
      draft.changeWorkflow({ phase: 'signed-off', signedOff: { ...deed(event), ...event.sealed } });
      return;
    case 'review.reopened':
      draft.changeWorkflow({ phase: 'settling', signedOff: null });
      return;
  }
}

function itemAfter(item: AgendaItem, event: Extract<AnyProcess, { type: `item.${string}` }>): AgendaItem {
  switch (event.type) {
    case 'item.ranked': {
      const { rank: _, ...rest } = item;
      return event.rank === null ? rest : { ...rest, rank: event.rank };
    }
    case 'item.pulled': {
      const { pulled: _, ...rest } = item;
      return event.pulled ? { ...rest, pulled: deed(event) } : rest;
    }
    case 'item.parked': {
      const { parked: _, ...rest } = item;
      return event.parked ? { ...rest, parked: { ...deed(event), ...event.parked } } : rest;
    }
  }
}

function emptyBallot(id: GroupId): Ballot {
  return { id, voted: [], votes: [], revealed: null };
}

function ballotAfter(ballot: Ballot, event: Of<'vote.cast' | 'vote.revealed'>): Ballot {
  const { actor, at } = event;
  if (event.type === 'vote.revealed') return { ...ballot, revealed: { by: event.all ? null : actor, at } };
  const others = ballot.votes.filter(({ by }) => by !== actor);
  const votes: readonly Vote[] = event.choice ? [...others, { by: actor, at, choice: event.choice }] : others;
  return { ...ballot, votes, voted: votes.map(({ by }) => by) };
}

function applyReopening(draft: Draft, event: Of<'decision.reopened'>): void {
  const reopened = { ...deed(event), ...(event.reason !== undefined && { reason: event.reason }) };
  draft.decisions.change(event.decision, (decision) => ({ ...decision, reopened }));
}

function applyFinding(draft: Draft, event: Of<'finding.set'>): void {
  const { [event.attribute]: _, ...others } = draft.findings.current.get(event.group)?.attributes ?? {};
  const attributes = event.value === null ? others : { ...others, [event.attribute]: event.value };
  draft.findings.put({ id: event.group, attributes, ...deed(event) });
}

function applyTask(draft: Draft, event: Of<'task.changed'>): void {
  draft.tasks.change(event.task, ({ closed: _, ...task }) => {
    const next = { ...task, ...event.change };
    return next.state === 'done' ? { ...next, closed: deed(event) } : next;
  });
}

type SessionEvent = Exclude<Extract<AnyProcess, { type: `session.${string}` }>, Of<'session.started'>>;

function sessionAfter(session: Session, event: SessionEvent): Session {
  const { actor, at } = event;
  switch (event.type) {
    case 'session.joined':
      return {
        ...session,
        attendance: [...session.attendance, { person: actor, joined: at, votes: event.votes }],
      };
    case 'session.left':
      return { ...session, attendance: leaving(session, at, (person) => person === actor) };
    case 'session.moved':
      return { ...session, current: event.to };
    case 'session.led':
      return { ...session, presenter: event.presenter };
    case 'session.timed':
      return { ...session, timer: event.seconds === null ? null : { started: at, seconds: event.seconds } };
    case 'session.ended':
      return { ...session, ended: at, timer: null, attendance: leaving(session, at, () => true) };
  }
}

function leaving(
  { attendance }: Session,
  at: string,
  leaves: (person: Deed['by']) => boolean,
): Session['attendance'] {
  return attendance.map((one) => (one.left === undefined && leaves(one.person) ? { ...one, left: at } : one));
}
