import { type PersonId, present, type Session, type SessionId } from '@assay/shared/model';
import { type Actor, may } from '@assay/shared/policy';
import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import type { EventBody } from './events.ts';
import { forbidden, noGroup, type Refused, refuse } from './refusals.ts';
import { runningSession } from './running.ts';
import type { ReviewState } from './state.ts';

/** One session runs at a time. It begins with whoever starts it, in the lead. */
export function decideStart(
  state: ReviewState,
  { session: id }: CommandOf<'session.start'>,
  { actor, now }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'session.lead');
  if (refused) return refused;
  if (state.sessions.has(id)) return happened();
  if (runningSession(state))
    return refuse('already-exists', 'A session is already running here. Join that one.');
  const session: Session = {
    id,
    creator: actor.person,
    created: now,
    presenter: actor.person,
    current: null,
    attendance: [{ person: actor.person, joined: now, votes: may(actor, 'vote.cast') }],
    timer: null,
  };
  const started: EventBody = { type: 'session.started', session };
  return state.workflow.phase === 'settling'
    ? happened(started)
    : happened(started, { type: 'review.moved', to: 'settling' });
}

export function decideJoinSession(
  state: ReviewState,
  { session: id }: CommandOf<'session.join'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'session.join');
  if (refused) return refused;
  const found = running(state, id);
  if (!found.ok) return found;
  if (present(found.session).includes(actor.person)) return happened();
  return happened({ type: 'session.joined', session: id, votes: may(actor, 'vote.cast') });
}

/** Whoever leads a session hands it over before they leave it, or ends it. */
export function decideLeaveSession(
  state: ReviewState,
  { session: id }: CommandOf<'session.leave'>,
  { actor }: DecideContext,
): Decided {
  const session = state.sessions.get(id);
  if (!session || session.ended || !present(session).includes(actor.person)) return happened();
  return happened({ type: 'session.left', session: id });
}

/** Takes everybody who follows to an item. */
export function decideMoveSession(
  state: ReviewState,
  { session: id, to }: CommandOf<'session.move'>,
  { actor }: DecideContext,
): Decided {
  const found = led(state, id, actor);
  if (!found.ok) return found;
  if (to !== null && !state.groups.has(to)) return noGroup();
  return found.session.current === to ? happened() : happened({ type: 'session.moved', session: id, to });
}

/** The presenter hands the lead to somebody who is there; a moderator may take it. */
export function decideLead(
  state: ReviewState,
  { session: id, presenter }: CommandOf<'session.lead'>,
  { actor }: DecideContext,
): Decided {
  const found = running(state, id);
  if (!found.ok) return found;
  const { session } = found;
  if (session.presenter === presenter) return happened();
  const refused = session.presenter === actor.person ? null : forbidden(actor, 'session.lead');
  if (refused) return refused;
  if (!present(session).includes(presenter))
    return refuse('bad-command', 'Only somebody who is in the session can lead it. Ask them to join first.');
  return happened({ type: 'session.led', session: id, presenter });
}

export function decideTimer(
  state: ReviewState,
  { session: id, seconds }: CommandOf<'session.time'>,
  { actor }: DecideContext,
): Decided {
  const found = led(state, id, actor);
  if (!found.ok) return found;
  if (seconds === null && found.session.timer === null) return happened();
  return happened({ type: 'session.timed', session: id, seconds });
}

export function decideEnd(
  state: ReviewState,
  { session: id }: CommandOf<'session.end'>,
  { actor }: DecideContext,
): Decided {
  if (state.sessions.get(id)?.ended) return happened();
  const found = led(state, id, actor);
  return found.ok ? happened({ type: 'session.ended', session: id }) : found;
}

type Found = { readonly ok: true; readonly session: Session } | Refused;

function running(state: ReviewState, id: SessionId): Found {
  const session = state.sessions.get(id);
  if (!session) return refuse('not-found', 'There is no such session. Reload the page to see what is.');
  if (session.ended) return refuse('wrong-phase', 'This session has ended. Start another one.');
  return { ok: true, session };
}

/** The session, if the actor leads it or might take the lead. */
function led(state: ReviewState, id: SessionId, actor: Actor): Found {
  const found = running(state, id);
  if (!found.ok) return found;
  if (isPresenter(found.session, actor.person)) return found;
  return forbidden(actor, 'session.lead') ?? found;
}

function isPresenter({ presenter }: Session, person: PersonId): boolean {
  return presenter === person;
}
