import { type Action, may, type Subject } from '@assay/shared/policy';
import { useStore } from '../store/index.ts';
import { ApiError } from './errors.ts';
import { request } from './request.ts';
import { type Session, sessionState } from './session-state.ts';

/** Finds out who is at the page. Never throws: the answer is in `sessionState`. */
export async function loadSession(): Promise<void> {
  try {
    const session = await request<Session>('GET', '/api/session');
    sessionState.set({ kind: 'signed-in', session });
  } catch (thrown) {
    const signedOut = thrown instanceof ApiError && thrown.status === 401;
    sessionState.set({ kind: signedOut ? 'signed-out' : 'unreachable' });
  }
}

/** Ends the session here and on the server. Throws an `ApiError` when the server was not told. */
export async function endSession(): Promise<void> {
  await request<void>('POST', '/api/session/end', {});
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
