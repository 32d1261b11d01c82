import type { ArticleId, PersonId } from '@assay/shared/model';
import { endSession, sessionState, wordsOf } from '../api/index.ts';
import { forgetPerson, keptArticles, losable } from '../device/index.ts';
import { notify } from '../ui/index.ts';
import { dialogs } from './dialogs.ts';

/** Signs out; where something on this device is not on the server, asks first what is to become of it. */
export async function signOut(): Promise<void> {
  const state = sessionState.get();
  if (state.kind !== 'signed-in') return;
  const { id } = state.session.person;
  const kept = await keptArticles(id);
  if (kept.some(({ unsent }) => losable(unsent) > 0)) dialogs.set('sign-out');
  else await leave(id);
}

/** Ends the session, and forgets the person on this device but for what is kept of certain articles. */
export async function leave(person: PersonId, kept: ReadonlySet<ArticleId> = new Set()): Promise<void> {
  try {
    await endSession();
    await forgetPerson(person, kept);
  } catch (thrown) {
    notify({ tone: 'error', message: wordsOf(thrown) });
  }
}
