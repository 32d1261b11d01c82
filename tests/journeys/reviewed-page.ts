import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { type RealServer, startRealServer } from '../support/real-server.ts';
import { type ReviewedArticle, reviewedSample } from '../support/reviewed-sample.ts';
import { setUpTeam, textOf } from './people.ts';

/** A server with the sample article, reviewed by three people, and its owner at a browser. */
export interface Reviewed {
  readonly server: RealServer;
  readonly browser: Browser;
  readonly article: ReviewedArticle;
  /** The article's address. */
  readonly address: string;
  /** A page of the owner's, in a browser with these settings. */
  open(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openReviewed(): Promise<Reviewed> {
  const server = await startRealServer();
  const browser = await launchBrowser();
  const { context } = await setUpTeam(browser, server, 'Olga Owner');
  const storageState = await context.storageState();
  const article = await reviewedSample(server);
  return {
    server,
    browser,
    article,
    address: `${server.url}/articles/${article.id}`,
    async open(options = {}) {
      const own = await browser.newContext({ storageState, reducedMotion: 'reduce', ...options });
      return own.newPage();
    },
    async close() {
      await browser.close();
      await server.destroy();
    },
  };
}

/** Opens an address of the article and waits until the text and its marks are there. */
export async function arrive(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await textOf(page).locator('mark').first().waitFor();
  await page.locator('.saving[data-state="saved"]').waitFor();
}

/** The drawn parts of the mark that covers these words, or words with them among others. */
export function partOf(page: Page, words: string): Locator {
  return textOf(page).locator('mark').filter({ hasText: words }).last();
}
