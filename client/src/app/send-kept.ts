import type { Person } from '@assay/shared/model';
import { sessionState } from '../api/index.ts';
import { type KeptArticle, keptArticles, waiting } from '../device/index.ts';
import { notify } from '../ui/index.ts';

/**
 * Sends, whenever the server has said who is here, what earlier visits have left on this device in articles that are not
 * open. The article's own page sends what is left in it.
 */
export function sendWhatIsKept(): void {
  let sentFor: string | null = null;
  sessionState.subscribe(() => {
    const state = sessionState.get();
    const person = state.kind === 'signed-in' && state.confirmed ? state.session.person : null;
    const again = person !== null && person.id !== sentFor;
    sentFor = person?.id ?? null;
    if (again) void sendAll(person);
  });
}

async function sendAll(me: Person): Promise<void> {
  for (const kept of await keptArticles(me.id)) {
    const isOpen = location.pathname.split('/')[2] === kept.article;
    if (waiting(kept.unsent) > 0 && !isOpen) await send(kept, me);
  }
}

async function send({ article, title }: KeptArticle, me: Person): Promise<void> {
  // An article and all that it hangs on is loaded only where something waits.
  const { sendLeft } = await import('../session/index.ts');
  const sent = await sendLeft({ article, me, socketUrl: location.origin.replace(/^http/, 'ws') });
  const name = title === null ? 'an article' : `“${title}”`;
  if (sent === 'sent')
    notify({ tone: 'success', message: `What was kept on this device for ${name} is sent.` });
  if (sent === 'refused')
    notify({
      tone: 'error',
      message: `What is kept on this device for ${name} was not taken by the server. Open the article to see why.`,
    });
}
