import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { type RealServer, startRealServer } from '../../support/real-server.ts';

let server: RealServer;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  server = await startRealServer();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.destroy();
});

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });

/** Presses Tab until the thing has the focus, as somebody without a pointer does; fails when it cannot be reached. */
async function tabTo(page: Page, name: RegExp) {
  const passed: string[] = [];
  for (let presses = 0; presses < 30; presses++) {
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    passed.push(focused);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${name}; it passed ${passed.join(' | ')}`);
}

describe('without a pointer', () => {
  it('[UI23] one sets up a team, makes an invite and imports an article', async () => {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.goto(server.setup);
    await page.getByLabel('Your team').waitFor();
    await page.keyboard.type('The Standards Desk');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ada Lindqvist');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Articles', level: 1 }).waitFor();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('members');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Make a link' }).waitFor();
    await tabTo(page, /^Make a link$/);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Invite link' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Invite link' }).inputValue()).toContain('/join#');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('articles');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Import an article' }).waitFor();
    await tabTo(page, /^Import an article$/);
    await page.keyboard.press('Enter');
    await page.getByLabel('Paste the article').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focusedName(page)).toBe('Import an article');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The bridge holds.');
    await tabTo(page, /^Look at it$/);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'What it will become' }).getByText('The bridge holds.').waitFor();
    await tabTo(page, /^Import$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/articles\//);
  });

  it('[UI19] one skips the bar, also where the address carries a secret', async () => {
    const page = await browser.newPage({ baseURL: server.url });
    await page.goto('/join');
    await page.getByRole('heading', { name: 'This invite cannot be used' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.getByText('The key is the part after the # sign').waitFor();
  });
});
