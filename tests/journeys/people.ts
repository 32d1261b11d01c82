import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RealServer } from '../support/real-server.ts';

/** Somebody at a browser of their own: own cookies, own storage. */
export interface PersonAtBrowser {
  readonly name: string;
  readonly context: BrowserContext;
  page: Page;
}

async function sitDown(browser: Browser, name: string): Promise<PersonAtBrowser> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  return { name, context, page };
}

/** The first person: opens the set-up link, names the team, lands in the library. */
export async function setUpTeam(
  browser: Browser,
  server: RealServer,
  name: string,
): Promise<PersonAtBrowser> {
  const person = await sitDown(browser, name);
  const { page } = person;
  await page.goto(server.setup);
  await page.getByLabel('Your team').fill('The desk');
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Create the team' }).click();
  await page.getByRole('heading', { level: 1, name: /library|articles/i }).waitFor();
  return person;
}

/** The owner makes an invite for a role on the members page, and passes it on. */
export async function inviteLink(owner: PersonAtBrowser, role: string): Promise<string> {
  const page = await owner.context.newPage();
  await page.goto(new URL('/members', owner.page.url()).href);
  await page
    .getByRole('button', { name: /^As / })
    .or(page.getByLabel('As', { exact: true }))
    .first()
    .click();
  await page.getByRole('option', { name: new RegExp(`^${role}`, 'i') }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByRole('textbox', { name: 'Invite link' }).inputValue();
  await page.close();
  return link;
}

/** Opens an invite link in a browser of one's own and gives a name. */
export async function joinBy(browser: Browser, link: string, name: string): Promise<PersonAtBrowser> {
  const person = await sitDown(browser, name);
  const { page } = person;
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /library|articles/i }).waitFor();
  return person;
}

/** Opens an article and waits until its text can be read and worked with. */
export async function openArticle(person: PersonAtBrowser, url: string): Promise<void> {
  await person.page.goto(url);
  await textOf(person.page).waitFor();
  await person.page.getByText('Saved', { exact: true }).first().waitFor();
}

/** The element of the article's text. */
export function textOf(page: Page) {
  return page.locator('.ProseMirror');
}
