import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from './people.ts';
import { openReviewed, type Reviewed } from './reviewed-page.ts';

let desk: Reviewed;
let page: Page;

beforeAll(async () => {
  desk = await openReviewed();
  page = await desk.open({ viewport: { width: 1440, height: 900 } });
});

afterAll(() => desk?.close());

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Presses Tab until what has the keyboard is called so; fails when it cannot be reached. */
async function tabTo(name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element?.closest('label')?.textContent;
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent?.trim() ?? '';
    });
    if (name.test(focused)) return;
    passed.push(focused.slice(0, 40));
  }
  throw new Error(`Tab never reached ${name}; it passed ${passed.join(' | ')}`);
}

const selectionOnPage = () => page.evaluate(() => String(getSelection()));
const focusedCard = () => page.locator('.card-focused');
/** Whether the keyboard is inside what a selector finds. */
const holdsKeyboard = (selector: string) =>
  page.evaluate((wanted) => Boolean(document.activeElement?.closest(wanted)), selector);

/** The first words of the text are selected by Shift and arrows, from the caret at the start of the text. */
async function selectFirstWords(count: number): Promise<string> {
  await press('Control+Home');
  for (let i = 0; i < count; i++) await press('Control+Shift+ArrowRight');
  // The browser tells of a selection by an event of its own; faster than a hand, a key would come before it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.getByRole('toolbar', { name: 'Mark the selected words' }).waitFor();
  return (await selectionOnPage()).trim();
}

/** The labels of the cards on these words, in the order of the margin. */
function marksOn(words: string): Promise<readonly (string | null)[]> {
  const cards = page.locator('.card', { has: page.locator('.card-words', { hasText: words }) });
  return cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-label')));
}

describe('the whole work without a pointer', () => {
  it('[PG31] the article is opened from the library', async () => {
    await page.goto(desk.server.url);
    await page.getByRole('link', { name: /Merrowby/ }).waitFor();
    await tabTo(/^Merrowby/);
    await press('Enter');
    await page.waitForURL(/\/articles\//);
    await textOf(page).locator('mark').first().waitFor();
  });

  it('[PG31] words are selected by Shift and arrows, and marked by a letter', async () => {
    await press('t');
    await expect.poll(() => holdsKeyboard('.ProseMirror')).toBe(true);
    const words = await selectFirstWords(3);
    expect(words).toBe('The tide that');
    await press('c');
    await expect.poll(() => marksOn(words)).toEqual(['claim']);
    expect(await holdsKeyboard('.ProseMirror')).toBe(true);
    await press('s');
    await expect.poll(() => marksOn(words)).toEqual(['claim', 'speculation']);
  });

  it('[PG31] Enter on words with several marks asks which one is meant', async () => {
    await press('Escape', 'Control+Home', 'ArrowRight', 'Enter');
    await page.getByRole('menu', { name: 'Marks on these words' }).waitFor();
    await expect.poll(() => holdsKeyboard('[role="menuitem"]')).toBe(true);
    await press('ArrowDown', 'Enter');
    await expect.poll(() => holdsKeyboard('.card-focused')).toBe(true);
    await press('Escape');
    await expect.poll(() => holdsKeyboard('.ProseMirror')).toBe(true);
  });

  it('[PG31] words are commented on without a label', async () => {
    const words = await selectFirstWords(5);
    await press('m');
    await expect.poll(() => holdsKeyboard('textarea')).toBe(true);
    await page.keyboard.type('Which lane is meant?');
    await press('Enter');
    await expect.poll(() => marksOn(words)).toContain('passage');
    await page.locator('.comment-body, .card-excerpt', { hasText: 'Which lane is meant?' }).waitFor();
  });

  it('[PG31] J and K walk through the marks, N through the open threads', async () => {
    await press('Escape', 'Escape', 't', 'Control+Home');
    const seen: string[] = [];
    for (const key of ['j', 'j', 'k', 'n', 'n']) {
      await press(key);
      await focusedCard().waitFor();
      seen.push((await focusedCard().getAttribute('data-card'))!);
    }
    expect(seen[2]).toBe(seen[0]);
    expect(seen[1]).not.toBe(seen[0]);
    expect(new Set(seen).size).toBe(4);
  });

  it('[PG31] a thread is answered with R, resolved with E and left with Escape', async () => {
    await press('r');
    await expect.poll(() => holdsKeyboard('.card-focused textarea')).toBe(true);
    await page.keyboard.type('The tally is with me, it says 214.');
    await press('Enter');
    await focusedCard().locator('.comment-body', { hasText: 'it says 214' }).waitFor();
    await press('Escape');
    await expect.poll(() => holdsKeyboard('.card-focused')).toBe(true);
    await press('e');
    await expect
      .poll(async () => {
        const everything = await desk.article.people.ines.get<object>(
          `/api/articles/${desk.article.id}/export?format=json`,
        );
        return JSON.stringify(everything).includes('"status":"resolved"');
      })
      .toBe(true);
    await press('Escape');
    await expect.poll(() => holdsKeyboard('.ProseMirror')).toBe(true);
  });

  it('[PG31] what is shown is filtered', async () => {
    const all = await page.locator('.card').count();
    await press('f');
    await page.getByRole('dialog', { name: 'Filter marks and threads' }).waitFor();
    await tabTo(/Quote/);
    await press('Space');
    await press('Escape');
    await expect.poll(() => page.locator('.card').count()).toBeLessThan(all);
    await expect.poll(() => page.url()).toContain('quote');
    expect(await page.locator('.card:not([data-label="quote"])').count()).toBe(0);
  });

  it('[PG31] the text is edited and reviewed again', async () => {
    await press('t');
    await expect.poll(() => holdsKeyboard('.ProseMirror')).toBe(true);
    await press('v', 'Control+End');
    await page.keyboard.type(' Checked twice.');
    await textOf(page).getByText('Checked twice.').waitFor();
    await press('Control+Alt+v', 'Escape');
    await page.getByRole('radio', { name: 'Review', checked: true }).waitFor();
  });

  it('[PG31] and the article is left', async () => {
    await press('Control+k');
    await page.getByRole('menu', { name: 'Actions' }).waitFor();
    await page.keyboard.type('articles');
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Articles' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });
});
