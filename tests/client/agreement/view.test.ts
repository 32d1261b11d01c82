import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { type ServedSite, serveSite } from '../../support/served-site.ts';
import { overflowOf, violationsOf } from '../shell/accessibility.ts';
import type { Shown } from './page/main.tsx';
import { shownArticle } from './shown.ts';

const ENTRY = fileURLToPath(new URL('./page/main.tsx', import.meta.url));
const WIDE = { width: 1200, height: 900 };
const SCREENS = [
  { colorScheme: 'light', size: WIDE },
  { colorScheme: 'dark', size: WIDE },
  { colorScheme: 'dark', size: { width: 390, height: 844 } },
] as const;

let site: ServedSite;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(ENTRY), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  expect(complaints).toEqual([]);
});

async function open(): Promise<Page> {
  const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(site.url);
  return page;
}

const show = (page: Page, shown: Shown) => page.evaluate((all) => window.show(all), shown);

const headline = (page: Page) => page.locator('.headline').waitFor();

/** All is drawn, intervals and γ too. */
const settled = async (page: Page) => {
  await headline(page);
  await page.locator('.under-way').waitFor({ state: 'detached' });
};

describe('the agreement of an article', () => {
  it('[AG38] is accessible in light and dark, and on a phone', async () => {
    const page = await open();
    await show(page, shownArticle({ paragraphs: 10 }));
    await settled(page);
    await page.getByText('10 paragraphs as a table').click();
    const sections = page.locator('.agreement-section');
    const explained = sections.filter({ has: page.getByRole('button', { name: /^What is “/ }) });
    expect(await explained.count()).toBe(await sections.count());
    expect(await page.locator('.scale, .stack').count()).toBeGreaterThan(20);
    const outsideTables = page.locator(':is(.scale, .stack):not(table *, .headline *)');
    expect(await outsideTables.count()).toBe(0);
    for (const { colorScheme, size } of SCREENS) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // A control that is on its way from one theme's colours to the other's is in neither.
      await page.evaluate(async () => {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        await Promise.all(document.getAnimations().map((one) => one.finished));
      });
      await page.setViewportSize(size);
      expect(await violationsOf(page), colorScheme).toEqual([]);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    }
    await page.close();
  });

  it('[AG36] [AG37] comes from a worker, with people as they were named and nobody ranked', async () => {
    const page = await open();
    const shown = shownArticle({ paragraphs: 8 });
    const started = page.waitForEvent('worker');
    await show(page, shown);
    expect((await started).url()).toContain(site.url);
    await headline(page);
    await page.getByText('no ranking of people').waitFor();
    await page.getByText('customary').waitFor();
    const matrix = page.getByRole('table', { name: 'F1 of each two reviewers' });
    const names = await matrix.locator('tbody th').allInnerTexts();
    expect(names.map((name) => name.trim())).toEqual(shown.people.map(({ name }) => name));
    // Another question to the same worker: one reviewer less.
    const fewer = { ...shown.before, reviewers: shown.before.reviewers.slice(1) };
    await show(page, { ...shown, before: fewer, after: null });
    await expect.poll(() => matrix.locator('tbody tr').count()).toBe(3);
    expect(page.workers()).toHaveLength(1);
    // Nothing to compare is said, not drawn.
    await show(page, { ...shown, before: { ...shown.before, marks: [] }, after: null });
    await page.getByText('Nobody marked anything').waitFor();
    await page.close();
  });

  it('[AG38] [AG39] is worked by keyboard: explanations, switches, the strip along the article', async () => {
    const page = await open();
    await show(page, { ...shownArticle({ paragraphs: 8 }), after: null });
    await headline(page);
    await page.getByRole('button', { name: 'What is “Marks aligned with marks”?' }).press('Enter');
    await page.getByRole('dialog', { name: 'Marks aligned with marks' }).getByText('γ').waitFor();
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('What is “Marks aligned with marks”?');

    const cells = page.getByRole('table', { name: 'F1 of each two reviewers' }).locator('tbody');
    const characters = await cells.innerText();
    await page.getByRole('radio', { name: 'Exact' }).press('Space');
    expect(await cells.innerText()).not.toBe(characters);

    const strip = page.getByRole('slider', { name: 'Paragraph' });
    await strip.press('Home');
    await strip.press('ArrowRight');
    expect(await strip.getAttribute('aria-valuetext')).toMatch(/^Paragraph 2 of 8, \d+ % contested$/);
    await strip.press('Enter');
    await page.getByRole('button', { name: 'Go there' }).press('Enter');
    await page.locator('.heat-column').nth(4).click();
    expect(await page.evaluate(() => window.wentTo)).toEqual([1, 1, 4]);
    await page.close();
  });

  it('[AG38] [AG40] has the figures of its charts in tables, before and after, and all of them as CSV', async () => {
    const page = await open();
    await show(page, shownArticle({ paragraphs: 8 }));
    await headline(page);
    const change = page.getByRole('table', { name: 'Figures before and after the discussion' });
    const cells = await change
      .getByRole('row', { name: 'Same words, same label' })
      .getByRole('cell')
      .allInnerTexts();
    const [before, after] = cells.slice(-2).map(Number);
    expect(before).toBeLessThan(after!);
    expect(await page.locator('.headline-number').innerText()).toBe(before!.toFixed(2));
    await page.getByRole('radio', { name: 'After discussion' }).click();
    expect(await page.locator('.headline-number').innerText()).toBe(after!.toFixed(2));

    const rows = page.getByRole('table', { name: 'What marks met in other reviewers' }).getByRole('row');
    expect(await rows.nth(1).innerText()).toMatch(/\d+ %/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'All figures (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe('agreement.csv');
    await page.close();
  });
});
