import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from './office.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

afterEach(() => office.clear());

afterAll(() => office?.close());

async function library(): Promise<Page> {
  const context = await office.stranger({ storageState: office.owner });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();
  return page;
}

async function importDialog(): Promise<Page> {
  const page = await library();
  await page.keyboard.press('i');
  await page.getByLabel('Paste the article').waitFor();
  return page;
}

const file = (name: string, content: string, mimeType = '') => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/** Drops files on the page as a desktop does. */
async function drop(page: Page, files: readonly { name: string; content: string }[]) {
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, content } of list) transfer.items.add(new File([content], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await page.getByText('Drop to import').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

describe('importing', () => {
  it('[UI24] teaches in an empty library, and opens the sample article at one press', async () => {
    const page = await library();
    for (const step of ['Bring in an article', 'Mark it together', 'Discuss and settle'])
      await page.getByRole('heading', { name: step }).waitFor();
    await page.getByRole('button', { name: 'Try the sample article' }).click();
    await page.waitForURL(/\/articles\//);
    await page.goto('/');
    await page.getByRole('link', { name: /^Merrowby’s sea gate/ }).waitFor();
  });

  it('[UI12] shows a rich paste as it will be, with its own title and what was left out', async () => {
    const page = await importDialog();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const html = '<h1>The bridge</h1><p>It <strong>holds</strong>.</p><script>alert(1)</script>';
      clipboardData.setData('text/html', html);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    });
    const preview = page.getByRole('region', { name: 'What it will become' });
    await preview.locator('strong', { hasText: 'holds' }).waitFor();
    await preview.getByText('A script was left out.').waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('The bridge');
    await page.getByRole('textbox', { name: 'Title' }).fill('The bridge, corrected');
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL(/\/articles\//);
    await page.goto('/');
    await page.getByRole('link', { name: 'The bridge, corrected' }).waitFor();
  });

  it('[UI13] takes a file that is dropped anywhere on the page', async () => {
    const page = await library();
    await drop(page, [{ name: 'ferry_times.md', content: 'The ferry is *late*.' }]);
    await page.getByText('read as Markdown from ferry_times.md').waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('ferry times');
  });

  it('[UI14] says what to do with a file it cannot read, and stays open for another', async () => {
    const page = await importDialog();
    await page.locator('input[type=file]').setInputFiles(file('scan.pdf', '%PDF', 'application/pdf'));
    await page
      .getByRole('alert')
      .getByText(/Save it as HTML, Markdown or plain text/)
      .waitFor();
    await page.getByLabel('Paste the article').waitFor();
  });

  it('[IM16] says what to do with a source without words, and imports nothing', async () => {
    const page = await importDialog();
    const empty = '<title>News of the day</title><script>app()</script><noscript>Switch it on</noscript>';
    await page.locator('input[type=file]').setInputFiles(file('news.html', empty));
    const alert = page.getByRole('alert').filter({ hasText: /open it in a browser/ });
    await alert.waitFor();
    const button = page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true });
    expect(await button.isDisabled()).toBe(true);
    await page.getByText('Words that a browser does not show were left out: “Switch it on”.').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    const files = [file('news.html', empty), file('four.txt', 'Four.')];
    await page.locator('input[type=file]').setInputFiles(files);
    const list = page.getByRole('list', { name: 'Files' });
    await list.getByRole('link', { name: 'four' }).waitFor();
    await list.getByText(/open it in a browser/).waitFor();
    await page.getByRole('button', { name: 'To the library' }).click();
    const articles = page.getByRole('list', { name: 'Articles' });
    await articles.getByRole('link', { name: 'four' }).waitFor();
    expect(await articles.getByRole('link', { name: 'News of the day' }).count()).toBe(0);
  });

  it('[UI14] brings in several files, past the one that fails', async () => {
    const page = await importDialog();
    const files = [
      file('one.txt', 'One.'),
      file('two.pdf', '%PDF'),
      file('three.html', '<h1>Three</h1><p>3.</p>'),
    ];
    await page.locator('input[type=file]').setInputFiles(files);
    const list = page.getByRole('list', { name: 'Files' });
    await list.getByRole('link', { name: 'one' }).waitFor();
    await list.getByRole('link', { name: 'Three' }).waitFor();
    await list.getByText('two.pdf is of a kind that cannot be read yet', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'To the library' }).click();
    await page.getByRole('list', { name: 'Articles' }).getByRole('link', { name: 'Three' }).waitFor();
  });

  it('[UI11] narrows the library to the words looked for', async () => {
    const page = await library();
    await page.getByRole('link', { name: 'Three' }).waitFor();
    await page.getByLabel('Find by title').fill('THRE');
    const titles = page.getByRole('list', { name: 'Articles' }).getByRole('heading');
    await expect.poll(() => titles.allTextContents()).toEqual(['Three']);
    await page.getByLabel('Find by title').fill('nothing like it');
    await page.getByText('No article’s title has these words.').waitFor();
  });
});
