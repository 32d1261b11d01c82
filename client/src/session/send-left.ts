import type { ArticleSession, OpenArticleOptions } from './article-session.ts';
import { openArticle, type Platform } from './open-article.ts';

/** What came of sending: `later` where the connection was lost on the way. */
export type Sent = 'sent' | 'refused' | 'later';

/** Sends what closed tabs have left of an article on this device. */
export async function sendLeft(options: OpenArticleOptions, platform: Platform = {}): Promise<Sent> {
  const session = openArticle(options, platform);
  await session.opened;
  const outcome = await outcomeOf(session);
  await session.close();
  return outcome;
}

function outcomeOf(session: ArticleSession): Promise<Sent> {
  return new Promise((settle) => {
    const look = () => {
      const outcome = outcomeNow(session);
      if (!outcome) return;
      for (const stop of stops) stop();
      settle(outcome);
    };
    const stops = [session.connection.subscribe(look), session.saving.subscribe(look)];
    look();
  });
}

function outcomeNow({ connection, saving }: ArticleSession): Sent | null {
  switch (connection.get()) {
    case 'connecting':
      return null;
    case 'offline':
      return 'later';
    case 'closed':
      return 'refused';
    case 'online': {
      const { kind } = saving.get();
      return kind === 'saved' ? 'sent' : kind === 'refused' ? 'refused' : null;
    }
  }
}
