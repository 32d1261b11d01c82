import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { type RealServer, startRealServer } from '../../support/real-server.ts';

/** A real server on data of its own and a real browser, with the people who have come in. */
export interface Office {
  readonly server: RealServer;
  readonly browser: Browser;
  /** A fresh browser profile, with nobody signed in. */
  stranger(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Closes every context a stranger has opened: many at once slow a small machine down. */
  clear(): Promise<void>;
  /** The state of the owner's browser, for contexts that start signed in. */
  readonly owner: Awaited<ReturnType<BrowserContext['storageState']>>;
  close(): Promise<void>;
}

/** Opens the office: the set-up is done by hand, on the page, as the first person does it. */
export async function openOffice(): Promise<Office> {
  const server = await startRealServer();
  const browser = await launchBrowser();
  const stranger = (options: BrowserContextOptions = {}) =>
    browser.newContext({ baseURL: server.url, reducedMotion: 'reduce', ...options });
  const clear = async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  };
  const context = await stranger();
  const page = await context.newPage();
  await page.goto(server.setup);
  await page.getByLabel('Your team').fill('The Standards Desk');
  await page.getByLabel('Your name').fill('Ada Lindqvist');
  await page.getByRole('button', { name: 'Create the team' }).click();
  await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
  const owner = await context.storageState();
  await context.close();
  return {
    server,
    browser,
    stranger,
    clear,
    owner,
    async close() {
      await browser.close();
      await server.destroy();
    },
  };
}

/** Makes an invite link on the members page, as the owner does. */
export async function makeInvite(page: Page, role: string): Promise<string> {
  await page.goto('/members');
  await page.getByRole('button', { name: /As$/ }).click();
  await page.getByRole('option', { name: new RegExp(`^${role}`) }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  return page.getByRole('textbox', { name: 'Invite link' }).inputValue();
}

/** Imports text on the library page by pasting it into the dialog. */
export async function importText(page: Page, content: string, format: 'Plain text' | 'Markdown' | 'HTML') {
  await page.goto('/');
  await page.getByRole('button', { name: /^Import( an article)?$/ }).click();
  await page.getByLabel('Paste the article').fill(content);
  await page.getByRole('radio', { name: format }).click();
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/articles\//);
}
