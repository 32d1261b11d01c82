import { type Action, may, type Subject } from '@assay/shared/policy';
import { isLeaving, personHere, recall, setLeaving } from '../device/index.ts';
import { useStore } from '../store/index.ts';
import { ApiError, isUnreachable } from './errors.ts';
import { noteAnswer, serverAnswers } from './reach.ts';
import { request } from './request.ts';
import { type Session, type SessionState, sessionState } from './session-state.ts';

/** How long the server may take before the page opens as this device remembers it, in ms. */
const PATIENCE = 4_000;

let questions = 0;
let answered = 0;

/**
 * Finds out who is at the page: from the server, or, where it does not answer, or not soon, from this device. Never
 * throws: the answer is in `sessionState`.
 */
export async function loadSession(): Promise<void> {
  questions += 1;
  const question = questions;
  const asking = askServer();
  const soon = await Promise.race([asking, pause(PATIENCE)]);
  if (!soon) {
    noteAnswer(false);
    settle(question, await rememberedState());
  }
  const answer = soon ?? (await asking);
  if (answer) settle(question, answer);
}

/**
 * Ends the session here and on the server; a server that cannot be reached is told as soon as it can. Throws an
 * `ApiError` when the server would not.
 */
export async function endSession(): Promise<void> {
  try {
    await endOnServer();
  } catch (thrown) {
    if (!isUnreachable(thrown)) throw thrown;
    await setLeaving(true);
  }
  sessionState.set({ kind: 'signed-out' });
}

/** The session of the person at the page, or null. */
export function useSession(): Session | null {
  return useStore(sessionState, (state) => (state.kind === 'signed-in' ? state.session : null));
}

/** Whether the person at the page may do this, by the role they hold in the team. The server decides again. */
export function useMay(action: Action, subject?: Subject): boolean {
  const session = useSession();
  if (!session?.role) return false;
  return may({ person: session.person.id, role: session.role }, action, subject);
}

/** Whether the server answers; what only it can do is not offered while it does not. */
export function useServerAnswers(): boolean {
  return useStore(serverAnswers);
}

/** What the server says; null when it does not answer. */
async function askServer(): Promise<SessionState | null> {
  try {
    if (await isLeaving()) {
      await endOnServer();
      await setLeaving(false);
      return { kind: 'signed-out' };
    }
    const session = await request<Session>('GET', '/api/session');
    return { kind: 'signed-in', session, confirmed: true };
  } catch (thrown) {
    return hasEnded(thrown) ? { kind: 'signed-out' } : null;
  }
}

async function endOnServer(): Promise<void> {
  await request<void>('POST', '/api/session/end', {}).catch((thrown: unknown) => {
    if (!hasEnded(thrown)) throw thrown;
  });
}

/** What holds without the server: who was here stays, and nobody comes in whom the server has not let in. */
async function rememberedState(): Promise<SessionState> {
  const now = sessionState.get();
  if (now.kind === 'signed-in') return { ...now, confirmed: false };
  if (now.kind === 'signed-out' || (await isLeaving())) return { kind: 'signed-out' };
  const person = await personHere();
  const session = person && (await recall<Session>(person, 'session'));
  return session ? { kind: 'signed-in', session, confirmed: false } : { kind: 'unreachable' };
}

/** Takes an answer, unless a later question has been answered meanwhile. What says nothing new changes nothing. */
function settle(question: number, state: SessionState): void {
  if (question < answered) return;
  answered = question;
  const now = sessionState.get();
  if (JSON.stringify(now) === JSON.stringify(state)) return;
  const same =
    now.kind === 'signed-in' &&
    state.kind === 'signed-in' &&
    JSON.stringify(now.session) === JSON.stringify(state.session);
  sessionState.set(same ? { ...state, session: now.session } : state);
}

function hasEnded(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.status === 401;
}

function pause(ms: number): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), ms));
}
