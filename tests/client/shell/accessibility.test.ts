import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflowOf, violationsOf } from './accessibility.ts';
import { importText, makeInvite, type Office, openOffice } from './office.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterAll(() => office?.close());

interface View {
  readonly name: string;
  readonly as: 'owner' | 'stranger';
  show(page: Page): Promise<unknown>;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

const openDialog = async (page: Page) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Import an article' }).click();
  await page.getByLabel('Paste the article').waitFor();
};

const EMPTY_LIBRARY: readonly View[] = [
  {
    name: 'the empty library',
    as: 'owner',
    show: (page) => page.goto('/').then(() => heading(page, 'Articles')),
  },
  { name: 'the members', as: 'owner', show: (page) => makeInvite(page, 'Reviewer') },
  {
    name: 'the question before a link is revoked',
    as: 'owner',
    async show(page) {
      await makeInvite(page, 'Viewer');
      await page.getByRole('button', { name: 'Revoke' }).first().click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'a list of choices',
    as: 'owner',
    async show(page) {
      await page.goto('/members');
      await page.getByRole('button', { name: /As$/ }).click();
      await page.getByRole('listbox').waitFor();
    },
  },
  { name: 'the import dialog', as: 'owner', show: openDialog },
  {
    name: 'the label guides',
    as: 'owner',
    show: (page) => page.goto('/guides').then(() => page.getByText('For new articles').waitFor()),
  },
  {
    name: 'a guide that is being changed',
    as: 'owner',
    async show(page) {
      await page.goto('/guides/default-guide');
      await page.getByLabel('New label').fill('Tone');
      await page.getByRole('button', { name: 'Add the label' }).click();
      await page.getByRole('button', { name: /^Tone/ }).click();
      await page.getByText(/^Details that a mark can have/).click();
      await page.getByText('One change not saved yet').click();
    },
  },
  {
    name: 'the preview',
    as: 'owner',
    async show(page) {
      await openDialog(page);
      await page.getByLabel('Paste the article').fill('# One\n\nTwo **three**.\n\n- four\n\n> five');
      await page.getByRole('radio', { name: 'Markdown' }).click();
      await page.getByRole('button', { name: 'Look at it' }).click();
      await page.getByText('Two three.').waitFor();
    },
  },
  {
    name: 'the palette',
    as: 'owner',
    async show(page) {
      await page.goto('/');
      await heading(page, 'Articles');
      await page.keyboard.press('Control+k');
      await page.getByRole('menu', { name: 'Actions' }).waitFor();
    },
  },
  {
    name: 'the list of keys',
    as: 'owner',
    async show(page) {
      await page.goto('/');
      await heading(page, 'Articles');
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    },
  },
  {
    name: 'the menu of the person',
    as: 'owner',
    async show(page) {
      await page.goto('/');
      await page.getByRole('button', { name: 'You: Ada Lindqvist' }).click();
      await page.getByRole('menu', { name: 'You' }).waitFor();
    },
  },
  { name: 'an unknown address', as: 'owner', show: (page) => page.goto('/nowhere/at/all') },
  {
    name: 'signed out',
    as: 'stranger',
    show: (page) => page.goto('/').then(() => heading(page, 'You are not signed in')),
  },
  {
    name: 'a set-up link without its key',
    as: 'stranger',
    show: (page) => page.goto('/setup').then(() => heading(page, 'The set-up link is missing its key')),
  },
  {
    name: 'an invite that does not count',
    as: 'stranger',
    show: (page) =>
      page.goto(`/join#${'x'.repeat(43)}`).then(() => heading(page, 'This invite cannot be used')),
  },
];

const SCREENS = [
  { screen: 'wide and light', options: { colorScheme: 'light' } },
  { screen: 'wide and dark', options: { colorScheme: 'dark' } },
  {
    screen: 'a phone in the dark',
    options: { colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true },
  },
  {
    screen: 'zoomed to 400 %',
    options: { colorScheme: 'light', viewport: { width: 320, height: 256 } },
  },
] as const;

type Screen = (typeof SCREENS)[number]['options'];

/** A page on a screen, for the owner or a stranger; what it complains of in its console is collected. */
async function openPage(as: View['as'], options: Screen) {
  const signedIn = as === 'owner' ? { storageState: office.owner } : {};
  const page = await (await office.stranger({ ...options, ...signedIn })).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

/** Overlays fade in, on a phone only after its keyboard had time to come. */
const settled = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('.overlay, .popover')].every(
      (one) => getComputedStyle(one).opacity === '1',
    ),
  );

async function expectAccessible(view: View, { page, complaints }: Awaited<ReturnType<typeof openPage>>) {
  await view.show(page);
  await settled(page);
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  // The server's 401, 403 and 404 are part of these views; what the content security policy blocks is not.
  expect(complaints.filter((text) => !/status of 40[134]/.test(text))).toEqual([]);
}

describe.each(SCREENS)('on $screen', ({ options }) => {
  let pages: Record<View['as'], Awaited<ReturnType<typeof openPage>>>;

  beforeAll(async () => {
    pages = { owner: await openPage('owner', options), stranger: await openPage('stranger', options) };
  });

  it.each(EMPTY_LIBRARY)('[UI22] $name is accessible', (view) => expectAccessible(view, pages[view.as]));
});

describe('the library with articles', () => {
  beforeAll(async () => {
    const context = await office.stranger({ storageState: office.owner });
    const page = await context.newPage();
    await importText(page, '# A first headline\n\nWords.', 'Markdown');
    await context.close();
  });

  const view: View = {
    name: 'the library',
    as: 'owner',
    show: (page) => page.goto('/').then(() => page.getByRole('link', { name: 'A first headline' }).waitFor()),
  };

  it.each(SCREENS)('[UI22] is accessible on $screen', async ({ options }) => {
    await expectAccessible(view, await openPage('owner', options));
  });
});
