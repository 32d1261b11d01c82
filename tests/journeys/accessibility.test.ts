import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflowOf, violationsOf } from '../client/shell/accessibility.ts';
import { allSaved, select, work } from './article-page.ts';
import { textOf } from './people.ts';
import { arrive, openReviewed, partOf, type Reviewed } from './reviewed-page.ts';

const GONE = 'stood wide apart';
const TWICE_MARKED = 'watchman would have made no difference';

let desk: Reviewed;

beforeAll(async () => {
  desk = await openReviewed();
  await takeAwayWords(await desk.open());
});

afterAll(() => desk?.close());

/** The owner deletes words that are marked, so that a mark is left without them. */
async function takeAwayWords(page: Page): Promise<void> {
  await arrive(page, desk.address);
  await work(page, 'Edit');
  const text = await page.evaluate(() => document.querySelector('.ProseMirror')!.textContent);
  expect(text).toContain(GONE);
  await selectWords(page, GONE);
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: '1 without their words' }).waitFor();
  await allSaved(page);
  await work(page, 'Review');
  await page.context().close();
}

async function selectWords(page: Page, words: string): Promise<void> {
  const { text } = await desk.article.people.jonas.get<{ text: string }>(
    `/api/articles/${desk.article.id}/text`,
  );
  const start = text.indexOf(words);
  await select(page, { start, end: start + words.length });
}

/** Shows a state of the page; `arrive` has been done before the first. */
type Show = (page: Page) => Promise<unknown>;

const STATES: Readonly<Record<string, Show>> = {
  'as it opens': (page) => arrive(page, desk.address),
  'with marks without their words': (page) =>
    page.getByRole('button', { name: '1 without their words' }).click(),
  'with a thread in focus': (page) =>
    arrive(page, `${desk.address}/marks/${desk.article.markOn('The panel said')}`),
  'with the filter open': (page) => page.getByRole('button', { name: 'Filter' }).click(),
  'with the export menu open': async (page) => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menu', { name: 'Export' }).waitFor();
  },
  'with words selected': (page) => selectWords(page, 'three submerged buses'),
  'with the chooser open': async (page) => {
    await partOf(page, TWICE_MARKED).click();
    await page.getByRole('menu', { name: 'Marks on these words' }).waitFor();
  },
  'with the list of keys': async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  },
  'with the palette': async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('menu', { name: 'Actions' }).waitFor();
  },
  'while it is renamed': async (page) => {
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
  },
  'while the text is edited': async (page) => {
    await work(page, 'Edit');
    await page.getByRole('button', { name: /^Bold/ }).waitFor();
  },
};

const PHONE_STATES: Readonly<Record<string, Show>> = {
  'as it opens': (page) => arrive(page, desk.address),
  'with the sheet open': async (page) => {
    await page.getByRole('button', { name: /cards$/ }).click();
    await page.locator('.sheet').waitFor();
  },
  'with a thread in focus': async (page) => {
    await arrive(page, `${desk.address}/marks/${desk.article.markOn('The panel said')}`);
    await page.locator('.sheet .card-focused').waitFor();
  },
};

/** Overlays are closed one after the other, until the text is bare again. */
async function putAway(page: Page): Promise<void> {
  for (const _ of ['what is open', 'the card in focus']) await page.keyboard.press('Escape');
  await page.locator('.popover, .overlay').first().waitFor({ state: 'detached' });
}

/** Even the shortest change of a colour needs a frame. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function expectAccessible(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.overlay, .popover')].every(
      (one) => getComputedStyle(one).opacity === '1',
    ),
  );
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await drawn(page);
    expect(await violationsOf(page), colorScheme).toEqual([]);
  }
}

describe('the article page on a wide screen', () => {
  let page: Page;
  beforeAll(async () => {
    page = await desk.open({ viewport: { width: 1440, height: 900 } });
    await arrive(page, desk.address);
  });

  it.each(Object.entries(STATES))('[PG30] is accessible %s, in light and dark', async (_, show) => {
    await show(page);
    await expectAccessible(page);
    await putAway(page);
  });
});

describe('the article page on a phone', () => {
  let page: Page;
  beforeAll(async () => {
    page = await desk.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await arrive(page, desk.address);
  });

  it.each(Object.entries(PHONE_STATES))('[PG30] is accessible %s, in light and dark', async (_, show) => {
    await show(page);
    await expectAccessible(page);
    await putAway(page);
  });
});

describe('the article page without its server', () => {
  it('[PG30] is accessible, in light and dark', async () => {
    const page = await desk.open();
    await arrive(page, desk.address);
    await desk.server.kill();
    await page.locator('.saving[data-state="offline"]').waitFor();
    await textOf(page).waitFor();
    await expectAccessible(page);
    await desk.server.restart();
  });
});
