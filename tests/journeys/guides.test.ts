import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../client/shell/accessibility.ts';
import { type Desk, exported, openDesk } from './desk.ts';
import { textOf } from './people.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => desk?.close());

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The first words of the text are selected, from the caret at its start. */
async function selectFirstWords(page: Page, count: number): Promise<void> {
  await press(page, 'Control+Home');
  for (let i = 0; i < count; i++) await press(page, 'Control+Shift+ArrowRight');
  // The browser tells of a selection by an event of its own; faster than a hand, a key would come before it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

const holder = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null);

/** No violations in either theme. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOf(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

describe('a guide of the team’s own', () => {
  it('[JO15] an owner adds a label with a choice and a place, shown in words and saved as one version', async () => {
    const { page } = desk.owner;
    await page.goto(`${desk.server.url}/guides`);
    await page.getByRole('link', { name: 'Claims, quotes and speculation' }).click();
    await page.getByLabel('New label').fill('Tone');
    await page.getByLabel('What a reviewer asks before marking with it').fill('Does the wording judge?');
    await press(page, 'Enter');
    await page.getByRole('button', { name: /^Tone/ }).click();
    await page.getByText(/^Details that a mark can have/).click();
    const add = async (name: string, kind?: string) => {
      await page.getByLabel('New detail').fill(name);
      if (kind) {
        await page.getByRole('button', { name: /Kind$/ }).click();
        await page.getByRole('option', { name: kind }).click();
      }
      await page.getByRole('button', { name: 'Add the detail' }).click();
    };
    await add('Harsh');
    await add('Said by', 'A person');
    await add('Target', 'Words of the article');
    await page.getByRole('button', { name: 'Move “Target” up' }).click();
    await page.getByText('One change not saved yet').click();
    expect(await page.getByRole('region', { name: 'Unsaved changes' }).textContent()).toContain(
      'New label “Tone”.',
    );
    await page.reload();
    await page.getByText('One change not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await page.getByText('Saved as version 2').waitFor();
  });

  it('[JO15] the article is moved to the new version once somebody has seen what changed', async () => {
    const { page } = desk.owner;
    await page.goto(desk.address);
    await page.getByRole('button', { name: 'See what has changed' }).click();
    await page.getByText('New label “Tone”.').waitFor();
    await page.getByRole('button', { name: 'Move to version 2' }).click();
    await page.getByText('has changed since this article came to it').waitFor({ state: 'detached' });
  });

  it('[JO15] [PG50] a reviewer marks with the key of the label and fills in its details by keyboard alone', async () => {
    const { page } = desk.reviewer;
    await textOf(page).focus();
    await page.getByText('Does the wording judge?').waitFor();
    await selectFirstWords(page, 3);
    await press(page, 'Shift+KeyT', 'd');
    await page.getByRole('group', { name: 'Details of the mark' }).waitFor();
    expect(await holder(page)).toBe('harsh');
    await press(page, 'y', 'Enter');
    await page.getByRole('button', { name: 'Pick words' }).waitFor();
    expect(await holder(page)).toBe('target');
    await press(page, 'Enter');
    await page.getByText('Select the words for “Target”', { exact: true }).waitFor();
    await selectFirstWords(page, 1);
    await press(page, 'Enter');
    await page.locator('.detail-quote').waitFor();
    expect(await holder(page)).toBe('target');
    await press(page, 'Tab');
    expect(await holder(page)).toBe('said-by');
    await page.keyboard.type('Ada Byron');
    await expectAccessible(page);
    await press(page, 'Escape');
    const details = page.locator('.card-focused .card-attributes');
    await details.getByText('Ada Byron').waitFor();
    expect((await details.locator('dt').allTextContents()).sort()).toEqual(['Harsh', 'Said by', 'Target']);
    expect(await page.evaluate(() => document.activeElement?.matches('[data-card]'))).toBe(true);
    await page.locator('.saving[data-state="saved"]').waitFor();
    const { annotations } = JSON.parse(await exported(desk, 'json')) as {
      annotations: { annotation: { label: string; attributes: Record<string, unknown> } }[];
    };
    expect(JSON.stringify(annotations)).toContain('Ada Byron');
  });

  it('[JO15] the guide is read beside the work, and explains the label of the mark in focus', async () => {
    const { page } = desk.reviewer;
    await press(page, 'i');
    const panel = page.getByRole('complementary', { name: 'Label guide' });
    await panel.getByText('version 2').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'guide-tone');
    await expectAccessible(page);
    await panel.getByRole('tab', { name: 'Which label?' }).click();
    await panel.locator('.guide-answers button').first().click();
    await panel.getByRole('button', { name: 'Start again' }).waitFor();
    await press(page, 'Escape');
    await panel.waitFor({ state: 'detached' });
  });
});
