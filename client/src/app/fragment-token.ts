import { createStore, type Readable } from '../store/index.ts';

const WITH_TOKEN = ['/setup', '/join'];
/** Shorter fragments are places on the page, such as where the skip link leads. */
const SHORTEST_TOKEN = 16;

const token = createStore<string | null>(null);

/** The secret of the set-up or invite link that was opened, until it is used. */
export const fragmentToken: Readable<string | null> = token;

/**
 * Takes the secret out of the address, so that it is in no history, no screenshot and no server's log, and keeps it
 * in memory alone. Watches for a second link opened in the same window.
 */
export function keepFragmentToken(): void {
  takeToken();
  window.addEventListener('hashchange', takeToken);
}

function takeToken(): void {
  const secret = location.hash.slice(1);
  if (!WITH_TOKEN.includes(location.pathname) || secret.length < SHORTEST_TOKEN) return;
  history.replaceState(history.state, '', location.pathname);
  token.set(secret);
}
