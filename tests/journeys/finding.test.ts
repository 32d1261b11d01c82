import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSaved, placeCaret, work } from './article-page.ts';
import { type Desk, openDesk, serverText } from './desk.ts';

describe('words are found and replaced', () => {
  let desk: Desk;
  let text: string;
  /** A word of at least six letters from the middle of the article, and how often it is there. */
  let word: string;
  let times: number;
  beforeAll(async () => {
    desk = await openDesk();
    text = await serverText(desk);
    word = /\b\p{L}{6,}\b/u.exec(text.slice(text.length / 2))![0];
    times = text.toLowerCase().split(word.toLowerCase()).length - 1;
  });
  afterAll(() => desk?.close());

  it('[ED47] by keys alone, in review mode too', async () => {
    const { page } = desk.reviewer;
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find in the article' }).waitFor();
    await page.keyboard.type(word);
    const status = page.locator('.find-count');
    await expect.poll(() => status.textContent()).toMatch(new RegExp(`^\\d+ of ${times}$`));
    const first = await status.textContent();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => status.textContent()).toBe(first);
    expect(await page.getByRole('textbox', { name: 'Replace with' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.find-bar').count()).toBe(0);
    expect((await page.evaluate(() => String(getSelection()))).toLowerCase()).toBe(word.toLowerCase());
    expect(await page.locator('.assay-found').count()).toBe(0);
  });

  it('[ED47] and replaced everywhere, which one step takes back', async () => {
    const { page } = desk.owner;
    await work(page, 'Edit');
    await page.keyboard.press('Control+h');
    await page.getByRole('textbox', { name: 'Find in the article' }).fill(word);
    await expect.poll(() => page.locator('.find-count').textContent()).toContain(`of ${times}`);
    await page.getByRole('textbox', { name: 'Replace with' }).fill('zyxwv');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('.find-count').textContent()).toBe('No matches');
    await allSaved(page);
    const changed = await serverText(desk);
    expect(changed.split('zyxwv').length - 1).toBe(times);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await allSaved(page);
    await expect.poll(() => serverText(desk)).toBe(text);
  });

  it('[ED47] and the outline leads to a heading', async () => {
    const { page } = desk.owner;
    await placeCaret(page, text.length);
    await page.keyboard.press('Enter');
    await page.keyboard.type('# Sources and notes');
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.getByRole('button', { name: 'Outline' }).click();
    await page.getByRole('button', { name: 'Sources and notes' }).click();
    const heading = page.getByRole('heading', { name: 'Sources and notes' }).last();
    await expect
      .poll(() => heading.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight))
      .toBe(true);
    await page.keyboard.type('New ');
    await expect.poll(() => serverText(desk)).toContain('New Sources and notes');
  });
});
