import { remember, setPersonHere } from '../device/index.ts';
import { serverAnswers } from './reach.ts';
import { loadSession } from './session.ts';
import { sessionState } from './session-state.ts';

/** How long to wait before a server that does not answer is asked again, in ms. */
const RETRY_INTERVAL = 4_000;
const SIGNED_OUT = 'signed-out';

/**
 * Keeps `sessionState` true for as long as the page lives, and this device's memory of it: asks again while the server
 * does not answer, and signs out with the other tabs of this browser.
 */
export function followSession(): void {
  const tabs = new BroadcastChannel('assay');
  tabs.addEventListener('message', ({ data }) => data === SIGNED_OUT && leaveWithOthers());
  sessionState.subscribe(() => note(tabs));
  let asking = false;
  const ask = async () => {
    asking = true;
    await loadSession();
    asking = false;
  };
  const askIfUnsure = () => isUnsure() && void ask();
  void ask();
  setInterval(() => asking || askIfUnsure(), RETRY_INTERVAL);
  addEventListener('online', askIfUnsure);
  // The connection may be gone, and with it the server; the next question tells.
  addEventListener('offline', () => void ask());
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && askIfUnsure(),
  );
}

function isUnsure(): boolean {
  const state = sessionState.get();
  return (
    !serverAnswers.get() || (state.kind === 'signed-in' ? !state.confirmed : state.kind !== 'signed-out')
  );
}

let noting: Promise<void> = Promise.resolve();

/** Writes down who is here, one after the other, so that the last word stands. */
function note(tabs: BroadcastChannel): void {
  const state = sessionState.get();
  if (state.kind === 'signed-out') {
    tabs.postMessage(SIGNED_OUT);
    noting = noting.then(() => setPersonHere(null));
  } else if (state.kind === 'signed-in' && state.confirmed) {
    const { session } = state;
    noting = noting.then(() => remember(session.person.id, 'session', session));
    noting = noting.then(() => setPersonHere(session.person.id));
  }
}

function leaveWithOthers(): void {
  if (sessionState.get().kind === 'signed-in') sessionState.set({ kind: 'signed-out' });
}
