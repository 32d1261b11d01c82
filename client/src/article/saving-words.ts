import type { ArticleSession } from '../session/index.ts';

type Saving = ReturnType<ArticleSession['saving']['get']>;
type Connection = ReturnType<ArticleSession['connection']['get']>;

/** What the indicator shows: a state to be drawn, a few words, and a sentence for who wants to know. */
export interface SavingWords {
  readonly state: 'saved' | 'saving' | 'offline' | 'refused';
  readonly words: string;
  readonly detail: string;
}

/** `Saved` is said only of what the server has on its disk. */
export function describeSaving(saving: Saving, connection: Connection): SavingWords {
  switch (saving.kind) {
    case 'refused':
      return { state: 'refused', words: 'Not saved', detail: saving.reason };
    case 'offline':
      return offline(saving.unsaved);
    case 'saving':
      return connection === 'offline'
        ? offline(saving.unsaved)
        : {
            state: 'saving',
            words: 'Saving…',
            detail: `${unsent(saving.unsaved)} on the way to the server.`,
          };
    case 'saved':
      return connection === 'offline'
        ? offline(0)
        : { state: 'saved', words: 'Saved', detail: 'The server has everything on its disk.' };
  }
}

function offline(count: number): SavingWords {
  return {
    state: 'offline',
    words: count ? `Offline · ${count} unsent` : 'Offline',
    detail: count
      ? `${unsent(count)} on this device. They are sent by themselves when the connection is back; you can go on working.`
      : 'You can go on working. What you do is kept on this device and sent when the connection is back.',
  };
}

function unsent(count: number): string {
  return count === 1 ? 'One change is kept' : `${count} changes are kept`;
}
