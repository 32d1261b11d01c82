import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeInvite, type Office, openOffice } from './office.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterEach(() => office.clear());

afterAll(() => office?.close());

async function ownersPage(): Promise<Page> {
  const context = await office.stranger({ storageState: office.owner });
  return context.newPage();
}

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('coming in', () => {
  it('[UI16] takes the secret of a link out of the address and the history', async () => {
    const link = await makeInvite(await ownersPage(), 'Viewer');
    const page = await (await office.stranger()).newPage();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Join The Standards Desk' }).waitFor();
    expect(page.url()).toBe(`${office.server.url}/join`);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });

  it('[UI17] shows team, role and inviter, asks for a name, and opens the library', async () => {
    const link = await makeInvite(await ownersPage(), 'Editor');
    const page = await (await office.stranger()).newPage();
    await page.goto(link);
    await page.getByText(/Ada Lindqvist invites you as editor/).waitFor();
    await page.getByLabel('Your name').fill('Bruno Okafor');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
    await page.goto('/members');
    await page.getByRole('list', { name: 'Members' }).getByText('Bruno Okafor').waitFor();
  });

  it('[UI17] does not make a second person of somebody who is signed in', async () => {
    const page = await ownersPage();
    const link = await makeInvite(page, 'Reviewer');
    const before = await page.getByRole('list', { name: 'Members' }).getByRole('listitem').count();
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByText('You are signed in as Ada Lindqvist').waitFor();
    await page.getByRole('button', { name: 'Take the invite' }).click();
    await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
    await page.goto('/members');
    const members = page.getByRole('list', { name: 'Members' }).getByRole('listitem');
    await members.first().waitFor();
    expect(await members.count()).toBe(before);
  });
});

describe('programs', () => {
  it('[UI26] are told from people among the members', async () => {
    const { url } = office.server;
    const made = await fetch(`${url}/api/tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${office.server.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'nightly checker', role: 'reviewer' }),
    });
    expect(made.status).toBe(201);
    const page = await ownersPage();
    await page.goto('/members');
    const members = page.getByRole('list', { name: 'Members' }).getByRole('listitem');
    const checker = members.filter({ hasText: 'nightly checker' });
    await checker.getByText('Program').waitFor();
    await checker.getByRole('img', { name: 'program' }).waitFor();
    expect(await members.filter({ hasText: 'Ada Lindqvist' }).getByText('Program').count()).toBe(0);
  });
});

describe('invites', () => {
  it('[UI18] are listed until they are revoked, and then let nobody in', async () => {
    const page = await ownersPage();
    const link = await makeInvite(page, 'Commenter');
    const row = page.getByRole('list', { name: 'Open invite links' }).getByRole('listitem');
    const mine = row.filter({ hasText: 'Commenter' });
    await mine.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke the link' }).click();
    await mine.waitFor({ state: 'detached' });
    const other = await (await office.stranger()).newPage();
    await other.goto(link);
    await other.getByRole('heading', { name: 'This invite cannot be used' }).waitFor();
  });

  it('[UI18] are not shown to a reviewer, who also finds no import', async () => {
    const link = await makeInvite(await ownersPage(), 'Reviewer');
    const page = await (await office.stranger()).newPage();
    await page.goto(link);
    await page.getByLabel('Your name').fill('Chiara Venn');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByText('An editor of your team brings in the first article.').waitFor();
    await page.goto('/members');
    await page.getByText('The owner of the team invites others.').waitFor();
    expect(await page.getByRole('button', { name: 'Make a link' }).count()).toBe(0);
  });
});

describe('moving about', () => {
  it('[UI19] names the window, marks the place and puts the focus on the heading', async () => {
    const page = await ownersPage();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
    expect(await page.title()).toBe('Articles · Assay');
    await page.getByRole('link', { name: 'Members' }).click();
    await page.getByRole('heading', { name: 'Members', level: 1 }).waitFor();
    expect(await page.title()).toBe('Members · Assay');
    expect(await focusedText(page)).toBe('Members');
    expect(await page.locator('[aria-current="page"]').textContent()).toBe('Members');
    await page.goBack();
    await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
    expect(await focusedText(page)).toBe('Articles');
  });

  it('[UI9] finds an action by its words in the palette and runs it', async () => {
    const page = await ownersPage();
    await page.goto('/');
    await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByLabel('Find an action').fill('team');
    await page.getByRole('menuitem', { name: 'Members' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Members', level: 1 }).waitFor();
  });

  it('[UI20] says what to do when the server is gone, and comes back with it', async () => {
    const page = await ownersPage();
    await page.route('**/api/session', (route) => route.abort());
    await page.goto('/');
    await page.getByRole('heading', { name: 'The server cannot be reached' }).waitFor();
    await page.unroute('**/api/session');
    await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
  });

  it('[UI20] signs out here and on the server', async () => {
    const link = await makeInvite(await ownersPage(), 'Viewer');
    const page = await (await office.stranger()).newPage();
    await page.goto(link);
    await page.getByLabel('Your name').fill('Dmitri');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'You: Dmitri' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
  });
});

describe('light and dark', () => {
  it('[UI21] follows the choice made on this device, from the first paint', async () => {
    const context = await office.stranger({ storageState: office.owner, colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('button', { name: /^Light or dark/ }).click();
    await page.getByRole('menuitem', { name: 'Dark', exact: true }).click();
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    // Without the module script, which comes after the first paint.
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
    expect(dark).toBe('rgb(23, 22, 20)');
  });
});
