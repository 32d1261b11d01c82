import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../client/shell/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { comeAs, type Program, programOf } from '../support/program.ts';
import { type RealServer, startRealServer } from '../support/real-server.ts';
import { allSaved, select } from './article-page.ts';
import { joinBy, openArticle, type PersonAtBrowser, setUpTeam } from './people.ts';

const SAMPLE = new URL('../../client/src/library/sample-article.md', import.meta.url);
const ITEMS = 40;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

let server: RealServer;
let operator: Program;
let article: string;
let text: { readonly text: string; readonly sha256: string };
let stretches: readonly Stretch[];
let sent = 0;

/** Stretches of at least twelve letters inside one block, none of which touches another: one item of the agenda each. */
function stretchesOf(linear: string): Stretch[] {
  const found = [...linear.matchAll(/[^.,;:!?“”"\n]{12,60}(?=[.,;:!?”\s])/g)].map(({ index, 0: words }) => ({
    start: index + words.length - words.trimStart().length,
    end: index + words.trimEnd().length,
  }));
  return found.filter(({ start, end }) => end - start > 12).filter((_, i) => i % 2 === 0);
}

function command(who: Program, wish: object): Promise<unknown> {
  return who.post(`/api/articles/${article}/commands`, { id: `command-whole-${sent++}`, ...wish });
}

async function mark(who: Program, id: string, { start, end }: Stretch): Promise<void> {
  const annotation = { id, label: 'claim', ranges: [{ start, end }] };
  await command(who, { type: 'annotation.create', annotation, text: { sha256: text.sha256 } });
}

const session = (page: Page) => page.getByRole('region', { name: 'Session' });
const itemOf = (page: Page) => page.getByRole('article', { name: 'Item' });

/** The minutes as somebody reads them: the settled items, each with its words and what was decided. */
async function minutesOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Minutes of the review' }).click();
  const minutes = page.getByRole('region', { name: /^Minutes of/ });
  await minutes.getByRole('heading', { name: /^Settled/ }).waitFor();
  // What stands beside the moments changes by the minute.
  const words = await minutes.locator('.minutes-items').first().innerText();
  await page.keyboard.press('Escape');
  return words.replace(/, (just now|\d+ (second|minute)s? ago)/g, '');
}

describe('a whole review', () => {
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let mia: PersonAtBrowser;
  let ana: PersonAtBrowser;
  let ben: PersonAtBrowser;
  let others: Program[];

  beforeAll(async () => {
    server = await startRealServer();
    browser = await launchBrowser();
    operator = programOf(server);
    mia = await setUpTeam(browser, server, 'Mia Maple');
    const made = { title: 'The sea gate', content: readFileSync(SAMPLE, 'utf8'), format: 'markdown' };
    article = (await operator.post<{ id: string }>('/api/articles', made)).id;
    text = await operator.get(`/api/articles/${article}/text`);
    stretches = stretchesOf(text.text).slice(0, ITEMS);
    const join = async (name: string) => {
      const { link } = await operator.post<{ link: string }>('/api/invites', { role: 'reviewer' });
      return joinBy(browser, link, name);
    };
    [ana, ben] = [await join('Ana Alder'), await join('Ben Birch')];
    others = await Promise.all(['Cy Cedar', 'Dee Dogwood'].map((name) => comeAs(server, name, 'reviewer')));
    await command(operator, { type: 'review.plan', plan: { blind: true } });
    for (const { page } of [mia, ana, ben])
      await openArticle({ page } as PersonAtBrowser, `${server.url}/articles/${article}`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.destroy();
  });

  it('[JO16] four mark blind, one of them without a connection for a while, and the reveal shows all of it', async () => {
    expect(stretches.length).toBe(ITEMS);
    await ben.context.setOffline(true);
    await ben.page
      .getByText(/offline/i)
      .first()
      .waitFor();
    for (const stretch of stretches.slice(0, 2)) {
      await select(ben.page, stretch);
      await ben.page.keyboard.press('c');
    }
    await select(ana.page, stretches[0]!);
    await ana.page.keyboard.press('c');
    for (const [i, stretch] of stretches.entries())
      for (const [who, one] of others.entries())
        if (who === 0 || i % 3 > 0) await mark(one, `mark-${who}-of-${i}`, stretch);
    expect(await ana.page.locator('.card').count()).toBe(1);
    await ben.context.setOffline(false);
    await allSaved(ben.page);
    await allSaved(ana.page);
    await command(operator, { type: 'review.reveal' });
    for (const { page } of [mia, ana, ben])
      await page
        .getByText(`${ITEMS * 2 - Math.ceil(ITEMS / 3) + 3} marks`, { exact: false })
        .first()
        .waitFor();
  });

  it('[JO17] a session settles forty items with followers, one of whom loses the connection', async () => {
    await mia.page.keyboard.press('Shift+A');
    await mia.page.getByRole('button', { name: 'Start a session' }).click();
    for (const { page } of [ana, ben]) {
      await session(page).getByRole('button', { name: 'Join' }).click();
      await session(page).getByText('You follow Mia Maple').waitFor();
    }
    await mia.page.locator('.agenda-row [data-item]').first().click();
    for (const [i] of stretches.entries()) {
      await itemOf(mia.page).getByRole('heading', { name: 'Decide' }).waitFor();
      if (i === 10) await ben.context.setOffline(true);
      if (i === 0) {
        await itemOf(ana.page)
          .getByRole('button', { name: /^Agree/ })
          .click();
        await itemOf(mia.page)
          .getByText(/1 of \d have voted/)
          .waitFor();
      }
      await mia.page.keyboard.press(i % 7 === 6 ? 'x' : '1');
      await itemOf(mia.page).locator('.decision').waitFor();
      if (i === 25) await ben.context.setOffline(false);
      if (i < ITEMS - 1) await mia.page.keyboard.press('j');
    }
    const { current } = (
      await operator.get<{ events: { type: string; to?: string }[] }>(
        `/api/articles/${article}/events?last=1000`,
      )
    ).events
      .filter(({ type }) => type === 'session.moved')
      .map(({ to }) => ({ current: to }))
      .at(-1)!;
    expect(current).toBeTruthy();
    const shown: string[] = [];
    for (const { page, name } of [ana, ben]) {
      await allSaved(page);
      await itemOf(page).locator('.decision').waitFor();
      shown.push((await itemOf(page).innerText()).replace(/\bYou\b/g, name));
    }
    expect(shown[1]).toBe(shown[0]);
  });

  it('[JO18] the sign-off closes it for all, and the minutes on every screen have the forty outcomes', async () => {
    const { page } = mia;
    await page.keyboard.press('Shift+A');
    await page.getByRole('button', { name: /^Sign off/ }).click();
    await page
      .getByRole('alertdialog')
      .or(page.getByRole('dialog'))
      .getByRole('button', { name: /^Sign off/ })
      .click();
    for (const one of [mia, ana, ben])
      await one.page
        .getByText(/signed off/i)
        .first()
        .waitFor();
    const minutes = await Promise.all([mia, ana, ben].map((one) => minutesOf(one.page)));
    expect(minutes[0]!.match(/accepted as|rejected: nobody is right/g)?.length).toBe(ITEMS);
    expect(new Set(minutes).size).toBe(1);
  });

  it('[PG90] what happened, the agreement and the minutes are read over the article, and lead back into it', async () => {
    const { page } = mia;
    const open = async (item: string) => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    const accessible = async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await violationsOf(page, '.report'), colorScheme).toEqual([]);
      }
    };
    await open('Minutes of the review');
    await page.getByRole('table').getByText('Same words, same label').waitFor();
    await accessible();
    await page.keyboard.press('Escape');
    await open('How far you agree');
    await page.getByText('Were the same words marked, and called the same?').waitFor();
    await page.keyboard.press('Escape');
    await open('What happened here');
    const happened = page.getByRole('dialog', { name: 'What happened' });
    await happened.getByText('signed the review off').first().waitFor();
    await accessible();
    await happened
      .getByRole('button', { name: /^settled/ })
      .first()
      .click();
    await happened.waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.card') !== null))
      .toBe(true);
  });
});

describe('a class', () => {
  it('[JO19] of thirty joins by one link with names only, marks, and is there on the page', async () => {
    const live = await startRealServer();
    const chromium = await launchBrowser();
    try {
      const teacher = await setUpTeam(chromium, live, 'Tess Teacher');
      const owner = programOf(live);
      const { id } = await owner.post<{ id: string }>('/api/articles', {
        content: 'The harbour wall fell on Tuesday.',
        format: 'text',
      });
      await owner.post(`/api/articles/${id}/commands`, {
        id: 'command-class',
        type: 'review.plan',
        plan: { blind: true },
      });
      const { sha256 } = await owner.get<{ sha256: string }>(`/api/articles/${id}/text`);
      const { link } = await owner.post<{ link: string }>('/api/invites', { role: 'reviewer' });
      const token = link.split('#')[1];
      const post = (path: string, body: object, cookie = '') =>
        fetch(`${live.url}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
          body: JSON.stringify(body),
        });
      const pupils = await Promise.all(
        Array.from({ length: 30 }, async (_, i) => {
          const answer = await post('/api/join', { token, name: `Pupil ${i + 1}` });
          return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
        }),
      );
      expect(new Set(pupils).size).toBe(30);
      await openArticle(teacher, `${live.url}/articles/${id}`);
      await Promise.all(
        pupils.map((cookie, i) => {
          const annotation = {
            id: `mark-pupil-${i}`,
            label: 'claim',
            ranges: [{ start: 4, end: 11 + (i % 5) }],
          };
          const wish = { id: `command-pupil-${i}`, type: 'annotation.create', annotation, text: { sha256 } };
          return post(`/api/articles/${id}/commands`, wish, cookie);
        }),
      );
      expect(await teacher.page.locator('.card').count()).toBe(0);
      await owner.post(`/api/articles/${id}/commands`, { id: 'command-show', type: 'review.reveal' });
      await teacher.page.getByText('30 marks', { exact: false }).first().waitFor();
    } finally {
      await chromium.close();
      await live.destroy();
    }
  });
});
