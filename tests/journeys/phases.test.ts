import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflowOf, violationsOf } from '../client/shell/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { comeAs, type Program, programOf } from '../support/program.ts';
import { type RealServer, startRealServer } from '../support/real-server.ts';
import { select } from './article-page.ts';
import { setUpTeam, textOf } from './people.ts';

const WORDS = 'The gate stood open all night.';
const FILLER = Array.from({ length: 30 }, (_, i) => `Paragraph ${i + 1} of the article says little more.`);

let server: RealServer;
let browser: Browser;
let page: Page;
let jonas: Program;
let article: string;
let commands = 0;

beforeAll(async () => {
  server = await startRealServer();
  browser = await launchBrowser();
  ({ page } = await setUpTeam(browser, server, 'Olga Owner'));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  jonas = await comeAs(server, 'Jonas Feldkamp', 'reviewer');
});

afterAll(async () => {
  await browser?.close();
  await server?.destroy();
});

/** What Jonas asks of the ledger, or whoever is named. */
function command(wish: object, by: Program = jonas): Promise<unknown> {
  commands += 1;
  return by.post(`/api/articles/${article}/commands`, { id: `command-${commands}-of-jonas`, ...wish });
}

async function markAsJonas(id: string, words: string): Promise<void> {
  const { text, sha256 } = await jonas.get<{ text: string; sha256: string }>(`/api/articles/${article}/text`);
  const start = text.indexOf(words);
  const ranges = [{ start, end: start + words.length }];
  await command({ type: 'annotation.create', annotation: { id, label: 'claim', ranges }, text: { sha256 } });
}

async function personNamed(name: string): Promise<string> {
  const { members } = await programOf(server).get<{
    members: { person: { id: string; name: string } }[];
  }>('/api/members');
  return members.find(({ person }) => person.name === name)!.person.id;
}

const drawn = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function expectAccessible(): Promise<void> {
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await drawn();
    expect(await violationsOf(page), colorScheme).toEqual([]);
  }
}

const bar = () => page.getByRole('region', { name: 'The review' });
const step = () => bar().locator('[aria-current="step"]');
const notice = (words: string) => page.locator('.notice-title', { hasText: words });
/** Marks that mean the same have one card: the one that names him among who marked these words. */
const cardOfJonas = (words: string) =>
  page
    .locator('.card')
    .filter({ hasText: new RegExp(`Claim by (Olga Owner and )?Jonas Feldkamp,.*${words}`) });
const answer = (name: string) =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

describe('an article from plan to sign-off', () => {
  it('[UI28] is imported to be marked blind', async () => {
    await page.getByRole('button', { name: 'Import an article' }).click();
    await page.getByLabel('Paste the article').fill([WORDS, ...FILLER].join('\n\n'));
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText('Each marks alone.').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL(/\/articles\//);
    article = new URL(page.url()).pathname.split('/')[2]!;
    await page.getByRole('heading', { name: /^Blind marking/ }).waitFor();
    expect(await step().innerText()).toContain('Mark blind');
  });

  it('[PG61] is planned, with reviewers and a deadline', async () => {
    await page.locator('body').press('Shift+P');
    const dialog = page.getByRole('dialog', { name: 'Plan the review' });
    await dialog.getByText('Olga Owner').click();
    await dialog.getByRole('textbox', { name: 'Deadline' }).fill('2099-12-04T18:00');
    // What was said of the import by voice stands in the page for some seconds.
    await page.waitForFunction(() => !document.querySelector('[data-live-announcer] [role="img"]'));
    await expectAccessible();
    await dialog.getByRole('button', { name: 'Save the plan' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Deadline: .*December 4, 2099 at 6:00 PM/).waitFor();
    // Jonas marks by a token; programs are not on the list of people.
    const reviewers = [await personNamed('Olga Owner'), await personNamed('Jonas Feldkamp')];
    await command({ type: 'review.plan', plan: { reviewers } }, programOf(server));
    await page.getByText('0 of 2 done', { exact: true }).waitFor();
  });

  it('[PG62] while it is marked blind each sees their own marks, and how far the others are', async () => {
    await markAsJonas('mark-of-jonas-1', 'stood open');
    await command({ type: 'review.say-done', done: true });
    await page.getByText('1 of 2 done', { exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: 'Jonas Feldkamp' }).getByText('1 mark').waitFor();
    await select(page, { start: 0, end: WORDS.length });
    await page.keyboard.press('c');
    await page.locator('.card').waitFor();
    expect(await page.locator('.card').count()).toBe(1);
    await page.getByRole('button', { name: 'Filter' }).click();
    expect(await page.getByRole('group', { name: 'Label' }).count()).toBe(1);
    expect(await page.getByRole('group', { name: 'Person' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'I am done' }).click();
    await page.getByText('2 of 2 done', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'I am not done yet' }).click();
    await page.getByText('1 of 2 done', { exact: true }).waitFor();
    await expectAccessible();
  });

  it('[PG63] is revealed after a question, and nothing moves under the eye', async () => {
    await page.locator('body').press('Shift+N');
    const dialog = page.getByRole('alertdialog', { name: 'Reveal all marks?' });
    await dialog.getByText('Olga Owner is not done yet.').waitFor();
    await dialog.getByText('This cannot be undone').waitFor();
    await expectAccessible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    const place = textOf(page).getByText('Paragraph 25 of');
    await place.scrollIntoViewIfNeeded();
    const before = (await place.boundingBox())!.y;
    await page.locator('body').press('Shift+N');
    await answer('Reveal all marks');
    await notice('You have revealed all marks').waitFor({ state: 'attached' });
    await dialog.waitFor({ state: 'detached' });
    await drawn();
    expect(Math.abs((await place.boundingBox())!.y - before)).toBeLessThan(2);
    expect(await step().innerText()).toContain('Discuss');
    await cardOfJonas('stood open').waitFor({ state: 'attached' });
  });

  it('[PG63] who comes back is told too, until they have understood', async () => {
    await page.reload();
    await notice('You have revealed all marks').waitFor();
    await expectAccessible();
    await page.getByRole('button', { name: 'Understood' }).click();
    await page.reload();
    await textOf(page).locator('mark').first().waitFor();
    await step().waitFor();
    expect(await page.getByRole('button', { name: 'Understood' }).count()).toBe(0);
  });

  it('[PG64] a mark made after marking was over is called late on its card', async () => {
    await markAsJonas('mark-of-jonas-2', 'Paragraph 1 of');
    await cardOfJonas('Paragraph 1 of').getByText('Late', { exact: false }).waitFor();
    expect(await cardOfJonas('stood open').getByText('Late').count()).toBe(0);
  });

  it('[PG65] is signed off, with what is open, and then only read', async () => {
    await page.getByRole('button', { name: 'Go on to settling' }).click();
    await page.getByRole('button', { name: 'Sign off…' }).click();
    await page
      .getByRole('alertdialog')
      .getByText(/\d of \d groups? not settled/)
      .waitFor();
    await expectAccessible();
    await answer('Sign off');
    await notice('Signed off by Olga Owner').waitFor();
    expect(await page.locator('.seal-hash').innerText()).toMatch(/^[0-9a-f]{64}$/);
    await cardOfJonas('stood open').click();
    await page.locator('.card-focused').waitFor();
    expect(await page.locator('.margin-side').getByRole('textbox').count()).toBe(0);
    for (const name of ['Comment on the article', 'Resolve', 'Rename', 'Plan…'])
      expect(await page.getByRole('button', { name }).count(), name).toBe(0);
    await expectAccessible();
  });

  it('[PG66] is reopened from the palette', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('reopen review');
    await page.keyboard.press('Enter');
    await answer('Reopen');
    await step().filter({ hasText: 'Settle' }).waitFor();
    await page.getByRole('button', { name: 'Comment on the article' }).waitFor();
  });

  it('[PG60] fits a phone, where the step at hand has its name', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await step().getByText('Settle').waitFor();
    await expectAccessible();
  });
});
