import type { Browser, Page } from 'playwright-core';
import { setUpTeam } from '../../journeys/people.ts';
import { denseArticle } from '../../support/dense-article.ts';
import { type RealServer, startRealServer } from '../../support/real-server.ts';
import type { Parameters } from '../figures.ts';
import { paragraphsOf } from './words.ts';

/** A running server and its articles; each is made when it is first asked for, and kept. */
export interface ServedArticles {
  readonly server: RealServer;
  /** The id of an article of this size, each of its threads with two comments. */
  article(size: Parameters): Promise<string>;
  /** A page of the team's owner in a browser that has seen nothing of the server yet. Close its context. */
  newPage(): Promise<Page>;
}

export async function serveArticles(browser: Browser): Promise<ServedArticles> {
  const server = await startRealServer();
  const { context } = await setUpTeam(browser, server, 'Olga Owner');
  const cookies = await context.cookies();
  await context.close();
  const made = new Map<string, Promise<string>>();
  return {
    server,
    article(size) {
      const key = JSON.stringify(size);
      if (!made.has(key)) made.set(key, makeArticle(server, size));
      return made.get(key)!;
    },
    async newPage() {
      const own = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await own.addCookies(cookies);
      return own.newPage();
    },
  };
}

async function makeArticle(server: RealServer, size: Parameters): Promise<string> {
  const { words = 0, marks = 0, threads = 0 } = size;
  const text = paragraphsOf(words).join('\n\n');
  const threadEvery = threads ? marks / threads : 1;
  const { id } = await denseArticle(server, { text, marks, threadEvery, comments: threads ? 2 : 0 });
  return id;
}
