import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../client/shell/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { type GroupedArticle, groupedArticle } from '../support/grouped-article.ts';
import { type RealServer, startRealServer } from '../support/real-server.ts';
import { setUpTeam, textOf } from './people.ts';

const TEXT = [
  'The gate at the harbour',
  'Officials say the gate stood open all night on the ninth. Nobody at the office could say why it did.',
  'The log of that night is gone, and with it the only record of the motors.',
].join('\n\n');

/** Ana and Ben differ at both ends; Cy takes other words for speculation, which the other two hold for a claim. */
const MARKS = [
  { by: 'Ana', label: 'claim', words: 'the gate stood open all night' },
  { by: 'Ben', label: 'claim', words: 'gate stood open all night on the ninth' },
  { by: 'Cy', label: 'claim', words: 'gate stood open all night' },
  { by: 'Ana', label: 'claim', words: 'The log of that night is gone' },
  { by: 'Ben', label: 'claim', words: 'The log of that night is gone' },
  { by: 'Cy', label: 'speculation', words: 'The log of that night is gone' },
  { by: 'Cy', label: 'claim', words: 'with it the only record of the motors' },
];

let server: RealServer;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let article: GroupedArticle;
let page: Page;

beforeAll(async () => {
  server = await startRealServer();
  browser = await launchBrowser();
  ({ page } = await setUpTeam(browser, server, 'Olga Owner'));
  article = await groupedArticle(server, TEXT, MARKS);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${server.url}/articles/${article.id}`);
  await textOf(page).locator('mark[data-group]').first().waitFor();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.destroy();
});

/** Waits until the article stands on the page with its cards. */
const arrived = () => cards().first().waitFor();

const cards = () => page.locator('.margin-side [data-card]');
const states = () => page.locator('.margin-side .group-state').allTextContents();
const focused = () => page.locator('.card-focused');

describe('groups of marks on the page', () => {
  it('[PG70] [ED55] [ED56] are one drawing and one card each, with whiskers where edges differ', async () => {
    await expect.poll(states).toEqual(['3 of 3, edges differ', '2 of 3', 'only Cy', 'only Cy']);
    const firm = textOf(page).locator('mark[data-group="boundary"][data-part="firm"]');
    expect((await firm.allTextContents()).join('')).toBe('gate stood open all night');
    const whiskers = await textOf(page)
      .locator('.assay-whisker')
      .evaluateAll((all) => all.map((one) => one.getAttribute('title')));
    expect(new Set(whiskers)).toEqual(
      new Set(['Ana begins here', 'Cy and Ben begin here', 'Ana and Cy end here', 'Ben ends here']),
    );
    expect(await cards().nth(1).textContent()).toContain('Cy says Speculation instead');
  });

  it('[PG71] are told in a plain sentence', async () => {
    const first = textOf(page).locator('mark[aria-description]').first();
    expect(await first.getAttribute('aria-description')).toMatch(
      /^Claim by .*3 of 3\. Ana begins at “the gate stood”, Cy and Ben at “gate stood open”\. /,
    );
  });

  it('[PG70] [PG8] are walked and opened by keys, and fold their marks inside', async () => {
    await textOf(page).focus();
    await page.keyboard.press('j');
    await focused().waitFor();
    const rows = focused().locator('.group-member-row');
    expect(await rows.count()).toBe(3);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused().evaluate((card) => card === document.activeElement)).toBe(true);
    await rows.first().focus();
    await page.keyboard.press('Enter');
    await focused().locator('.group-member-card').waitFor();
    expect(await rows.first().getAttribute('aria-expanded')).toBe('true');
    expect(await textOf(page).locator('mark[data-member]').count()).toBeGreaterThan(0);
    await focused().locator('.group-member-card textarea').fill('Without the article?');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused().locator('.comments').textContent()).toContain('Without the article?');
    await page.keyboard.press('Escape');
  });

  it('[PG74] open for a link to one of their marks', async () => {
    await page.goto(`${server.url}/articles/${article.id}/marks/${article.marks[1]}`);
    await focused().locator(`[data-member-card="${article.marks[1]}"] .group-member-card`).waitFor();
    await page.goto(`${server.url}/articles/${article.id}`);
    await textOf(page).locator('mark[data-group]').first().waitFor();
  });

  it('[PG30] have no axe-core violation, in light and dark', async () => {
    await cards().first().click();
    await focused().locator('.group-member-row').first().click();
    await focused().locator('.group-member-card').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await violationsOf(page), colorScheme).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });

  it('[PG72] [PG12] are filtered, and the filter stands in the address', async () => {
    await page.getByRole('button', { name: 'Filter' }).click();
    const panel = page.getByRole('dialog', { name: 'Filter marks and threads' });
    await panel.getByText('One alone').click();
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.get('agreement')).toBe('single');
    await expect.poll(states).toContain('only Cy');
    await page.reload();
    await arrived();
    await expect.poll(states).toEqual(['only Cy', 'only Cy']);
    await page.goto(`${server.url}/articles/${article.id}`);
    await arrived();
    await expect.poll(() => cards().count()).toBe(4);
  });

  it('[PG70] give way to single marks by key, and the choice is remembered', async () => {
    await textOf(page).focus();
    await page.keyboard.press('Shift+G');
    await expect.poll(() => cards().count()).toBe(MARKS.length);
    expect(await textOf(page).locator('mark[data-group]').count()).toBe(0);
    await page.reload();
    await arrived();
    await expect.poll(() => cards().count()).toBe(MARKS.length);
    await textOf(page).focus();
    await page.keyboard.press('Shift+G');
    await expect.poll(() => cards().count()).toBe(4);
  });

  it('[PG73] are parted and joined by a moderator', async () => {
    await cards().first().click();
    await focused().getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Split the group…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Split this group' });
    await dialog.getByText('Ben').click();
    await dialog.getByRole('button', { name: 'Split' }).click();
    await expect.poll(states).toEqual(['2 of 3, edges differ', 'only Ben', '2 of 3', 'only Cy', 'only Cy']);
    await focused().getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Join with another group…' }).click();
    const joining = page.getByRole('dialog', { name: 'Join with other groups' });
    await joining.getByText('only Ben').click();
    await joining.getByRole('button', { name: 'Join' }).click();
    await expect.poll(states).toEqual(['3 of 3, edges differ', '2 of 3', 'only Cy', 'only Cy']);
  });

  it('[ED57] show the settled span once they are settled, and nothing once they are rejected', async () => {
    const groups = await cards().evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.card!));
    await article.send(null, { type: 'review.move', to: 'settling' });
    const decide = (group: string, decision: string, how: object) =>
      article.send(null, { type: 'decision.make', decision: { id: decision, groups: [group], ...how } });
    await decide(groups[1]!, 'decision-groups-1', { outcome: 'rejected' });
    await decide(groups[0]!, 'decision-groups-2', { outcome: 'accepted', accepted: article.marks[2] });
    await expect.poll(() => cards().count()).toBe(3);
    expect(await textOf(page).locator(`mark[data-mark="${groups[1]}"]`).count()).toBe(0);
    const settled = textOf(page).locator('mark[data-decision="settled"]');
    await expect
      .poll(async () => (await settled.allTextContents()).join(''))
      .toBe('gate stood open all night');
    expect(await textOf(page).locator('.assay-whisker').count()).toBe(0);
    await expect.poll(() => cards().first().textContent()).toContain('Settled as Cy marked it');
  });
});
