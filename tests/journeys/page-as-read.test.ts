import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeAs, programOf } from '../support/program.ts';
import { placeCaret, select, work } from './article-page.ts';
import { textOf } from './people.ts';
import { arrive, openReviewed, type Reviewed } from './reviewed-page.ts';

const ARABIC_CLAIM = 'البوابة كانت مغلقة طوال الليل';
const ARABIC = `# الميناء ينتظر الجواب

قالت رئيسة البلدية إن ${ARABIC_CLAIM}.

> لا أحد يعرف الحقيقة بعد.

- النقطة الأولى

An English paragraph.`;

let desk: Reviewed;

beforeAll(async () => {
  desk = await openReviewed();
});

afterAll(() => desk?.close());

/** Imports Markdown and returns the address of the article. */
async function imported(title: string, content: string): Promise<{ id: string; address: string }> {
  const { id } = await programOf(desk.server).post<{ id: string }>('/api/articles', {
    title,
    content,
    format: 'markdown',
  });
  return { id, address: `${desk.server.url}/articles/${id}` };
}

async function openText(address: string): Promise<Page> {
  const page = await desk.open({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await textOf(page).waitFor();
  await page.locator('.saving[data-state="saved"]').waitFor();
  return page;
}

/** The headings that can be seen, by their words. */
const seenHeadings = (page: Page) =>
  page
    .locator('main :is(h1, h2):visible')
    .evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().width > 1).map((one) => one.textContent),
    );

const boxOf = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!;

describe('an article that begins with its headline', () => {
  it('[PG32] shows it once, in the text, and the page keeps its name and can be renamed', async () => {
    const { address } = await imported(
      'The harbour wall',
      '# The  harbour wall\n\nIt leaks, said the mayor.',
    );
    const page = await openText(address);
    await expect.poll(() => seenHeadings(page)).toEqual(['The harbour wall']);
    expect(await textOf(page).locator('h1').count()).toBe(1);
    expect(await page.title()).toContain('The harbour wall');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('The wall');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenHeadings(page)).toEqual(['The wall', 'The harbour wall']);
  });

  it('[PG32] while the headline is written in, nothing else appears above it', async () => {
    const { address } = await imported('The quay', '# The quay\n\nIt stands.');
    const page = await openText(address);
    await work(page, 'Edit');
    await textOf(page).locator('h1').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' at night');
    await expect.poll(() => seenHeadings(page)).toEqual(['The quay at night']);
  });
});

describe('an article that runs from right to left', () => {
  it('[PG33] each block runs as its words do, with its bar, its number, its letter and its card', async () => {
    const { id, address } = await imported('الميناء', ARABIC);
    const amira = await comeAs(desk.server, 'أميرة', 'reviewer');
    const path = `/api/articles/${id}`;
    const { text, sha256 } = await amira.get<{ text: string; sha256: string }>(`${path}/text`);
    const start = text.indexOf(ARABIC_CLAIM);
    await amira.post(`${path}/commands`, {
      id: 'command-arabic-1',
      type: 'annotation.create',
      annotation: {
        id: 'mark-arabic-0001',
        label: 'claim',
        ranges: [{ start, end: start + ARABIC_CLAIM.length }],
      },
      text: { sha256 },
    });
    const page = await openText(`${address}/marks/mark-arabic-0001`);
    await page.locator('.card-focused').waitFor();
    const directions = await textOf(page)
      .locator('> *')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
    expect(directions).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'ltr']);
    const quote = await page
      .locator('[data-quote]')
      .evaluate((one) => [getComputedStyle(one).backgroundPositionX, getComputedStyle(one).paddingRight]);
    expect(quote[0]).toContain('100%');
    expect(Number.parseFloat(quote[1]!)).toBeGreaterThan(10);
    const card = page.locator('.card-focused .card-words');
    expect(await card.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
  });

  it('[PG33] the name at somebody’s caret does not turn the words around', async () => {
    const { address } = await imported('الميناء', 'رئيسة البلدية.');
    const page = await openText(address);
    const other = await desk.open();
    await other.goto(address);
    await work(other, 'Edit');
    for (const offset of [5, 0]) await placeCaret(other, offset);
    await page.locator('.assay-caret-name', { hasText: 'Olga' }).waitFor({ state: 'attached' });
    const direction = await textOf(page)
      .locator('> p')
      .evaluate((one) => getComputedStyle(one).direction);
    expect(direction).toBe('rtl');
  });
});

describe('on paper', () => {
  it('[PG34] there is the text with its marks and every note, and nothing that is pressed', async () => {
    const page = await desk.open({ viewport: { width: 1440, height: 900 } });
    await arrive(page, desk.address);
    await page.emulateMedia({ media: 'print' });
    const notes = page.getByRole('region', { name: 'Marks and threads' });
    await notes.waitFor();
    expect(await notes.locator('li').count()).toBe(desk.article.marks);
    expect(await notes.textContent()).toContain('That is three hours and eleven minutes.');
    expect(await page.locator('button:visible, .margin-side:visible, header.top-bar:visible').count()).toBe(
      0,
    );
    expect((await boxOf(page, '.printed-notes')).y).toBeGreaterThan((await boxOf(page, '.ProseMirror')).y);
    await page.emulateMedia({ media: 'screen' });
    await notes.waitFor({ state: 'detached' });
  });
});

describe('the page as it is worked on', () => {
  it('[PG35] the bar at a selection over lines leaves the selected words in view, inside the column', async () => {
    const page = await desk.open({ viewport: { width: 1440, height: 900 } });
    await arrive(page, desk.address);
    await select(page, { start: 20, end: 140 });
    const bar = await boxOf(page, '.selection-place');
    const column = await boxOf(page, '.ProseMirror');
    const words = await page.evaluate(() => {
      const { top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
      return { top, bottom };
    });
    expect(bar.y >= words.bottom || bar.y + bar.height <= words.top).toBe(true);
    expect(bar.x).toBeGreaterThanOrEqual(column.x);
  });

  it('[PG36] a message covers no card', async () => {
    const page = await desk.open({ viewport: { width: 1440, height: 900 } });
    await arrive(page, desk.address);
    await page.keyboard.press('c');
    const message = await boxOf(page, '.toast');
    const margin = await boxOf(page, '.margin-side');
    expect(message.x + message.width).toBeLessThan(margin.x);
  });

  it('[PG38] an article that is not there is one page that says so, without the tools of an open one', async () => {
    const page = await desk.open();
    await page.goto(`${desk.server.url}/articles/articlethatisnot0here`);
    await page.getByRole('heading', { level: 1, name: 'This article cannot be opened' }).waitFor();
    expect(await page.getByRole('button', { name: 'Export' }).count()).toBe(0);
    await page.getByRole('link', { name: 'All articles', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Articles' }).waitFor();
  });

  it('[PG39] the page and the library count the words alike', async () => {
    const page = await openText((await imported('Counted', 'Three words — and a dash.')).address);
    await page.getByText('5 words', { exact: true }).waitFor();
    await page.goto(desk.server.url);
    await page.locator('li', { hasText: 'Counted' }).getByText('5 words').waitFor();
  });

  it('[PG38] an article without text says how it gets some', async () => {
    const page = await openText((await imported('Nothing left', 'Words.')).address);
    await work(page, 'Edit');
    await placeCaret(page, 0);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await work(page, 'Review');
    await page.getByText('There is no text yet. Choose Edit').waitFor();
  });

  it('[PG37] who may not mark is told so, and what would change it', async () => {
    const { link } = await programOf(desk.server).post<{ link: string }>('/api/invites', { role: 'viewer' });
    const context = await desk.browser.newContext();
    const page = await context.newPage();
    await page.goto(link);
    await page.getByLabel('Your name').fill('Vera Viewer');
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Articles' }).waitFor();
    await arrive(page, desk.address);
    await page.getByText('You can read here.').waitFor();
    await context.close();
  });
});
