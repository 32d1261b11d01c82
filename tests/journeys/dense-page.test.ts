import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../client/shell/accessibility.ts';
import { type DenseArticle, denseArticle } from '../support/dense-article.ts';
import { allSaved, placeCaret, work } from './article-page.ts';
import { textOf } from './people.ts';
import { arrive, openReviewed, type Reviewed } from './reviewed-page.ts';

const MARKS = 2_000;

/** Where on the pane below the bars one reads, away from both ends of the text. */
const READING_PLACE = 0.35;

let desk: Reviewed;
let article: DenseArticle;
let page: Page;

/** Paragraphs of sentences that are all different. */
function longText(): string {
  const words = 'gate wall water night harbour letter sensor town log motor leaf fire count'.split(' ');
  const sentence = (i: number) =>
    `${Array.from({ length: 12 }, (_, j) => words[(i * 7 + j * j) % words.length]).join(' ')} ${i}.`;
  const paragraph = (i: number) => Array.from({ length: 6 }, (_, j) => sentence(i * 6 + j)).join(' ');
  return Array.from({ length: 60 }, (_, i) => paragraph(i)).join('\n\n');
}

beforeAll(async () => {
  desk = await openReviewed();
  article = await denseArticle(desk.server, { text: longText(), marks: MARKS });
  page = await desk.open({ viewport: { width: 1440, height: 900 } });
  await arrive(page, `${desk.server.url}/articles/${article.id}`);
  await page.locator('.margin-pane').waitFor();
}, 240_000);

afterAll(() => desk?.close());

const nextFrames = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const cardsInPage = () => page.locator('[data-card]').count();

describe('an article with thousands of marks', () => {
  it('[PG3] [PG43] has few cards in the page, and is as long as its text', async () => {
    const heights = await page.evaluate(() => ({
      page: document.documentElement.scrollHeight,
      text: document.querySelector('.ProseMirror')!.getBoundingClientRect().bottom + scrollY,
    }));
    expect(heights.page).toBeLessThan(heights.text + 900 * 0.5);
    expect(await cardsInPage()).toBeLessThan(150);
  });

  it('[PG43] shows, however far one scrolls, the card of the line at the reading height', async () => {
    const end = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    for (let step = 0; step <= 10; step++) {
      await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), (end * step) / 10);
      await nextFrames();
      const seen = await page.evaluate(readAt, { place: READING_PLACE, step });
      expect(seen, `at step ${step}`).toMatchObject({ isInView: true });
      expect(await cardsInPage()).toBeLessThan(150);
    }
  });

  it('[PG2] puts the card in focus at its line', async () => {
    await page.evaluate(() => scrollTo({ top: 4_000, behavior: 'instant' }));
    await nextFrames();
    await page.evaluate(() => {
      const inView = [...document.querySelectorAll<HTMLElement>('.card-row')].filter((one) => {
        const { top } = one.getBoundingClientRect();
        return top > 300 && top < 600;
      });
      inView[0]!.click();
    });
    const focused = page.locator('.card-focused');
    await focused.waitFor();
    const apart = () =>
      focused.evaluate((card) => {
        const part = document.querySelector(`mark[data-mark="${(card as HTMLElement).dataset.card}"]`)!;
        return Math.abs(card.getBoundingClientRect().top - part.getClientRects()[0]!.top);
      });
    await expect.poll(apart).toBeLessThan(3);
    await page.keyboard.press('Escape');
  });

  it('[PG30] has an accessible margin, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOf(page, '.margin-side'), colorScheme).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('[PG45] costs no walk through the text to scroll while the text has the keyboard', async () => {
    await placeCaret(page, 5_000);
    await nextFrames();
    await page.evaluate(countWalks);
    const top = () => page.locator('.card-row').first().getAttribute('data-card');
    const before = await top();
    for (let i = 0; i < 5; i++) {
      await page.mouse.wheel(0, 400);
      await nextFrames();
    }
    await expect.poll(top).not.toBe(before);
    expect(await page.evaluate(() => window.walks)).toBeLessThan(100);
  });

  it('[PG44] a key typed by oneself or by others redraws no card but those on its words, and measures no other lines', async () => {
    const other = await desk.open({ viewport: { width: 1440, height: 900 } });
    await arrive(other, `${desk.server.url}/articles/${article.id}`);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const inOrder = [...article.marks].sort((a, b) => a.start - b.start);
    const caret = inOrder.find(({ start, end }) => end - start > 60 && start > 300)!.start + 30;
    for (const writer of [page, other]) {
      await work(writer, 'Edit');
      await placeCaret(writer, caret);
    }
    await allSaved(page);
    const around = article.marks
      .filter(({ start, end }) => start <= caret && caret <= end)
      .map(({ id }) => id);
    const cardsAround = () =>
      page.evaluate((ids) => ids.filter((id) => document.querySelector(`[data-card="${id}"]`)), around);
    await expect.poll(cardsAround).toEqual(around);
    for (const writer of [page, other]) {
      await nextFrames();
      await page.evaluate(watch);
      const before = await textOf(page).textContent();
      await writer.keyboard.type('x');
      await expect.poll(() => textOf(page).textContent()).not.toBe(before);
      await nextFrames();
      const { redrawn, measured } = await page.evaluate(() => window.counted!());
      expect(around).toEqual(expect.arrayContaining(redrawn));
      expect(redrawn.length).toBeGreaterThan(0);
      expect(measured).toBeLessThan(120);
    }
    await other.close();
  });
});

declare global {
  interface Window {
    counted?: () => { redrawn: string[]; measured: number };
    walks?: number;
  }
}

/** In the page: notes which cards are drawn anew, and how often the lines of words are asked for. */
function watch(): void {
  const redrawn = new Set<string>();
  let measured = 0;
  const note = (records: MutationRecord[]) => {
    for (const { target } of records) {
      const card = (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>(
        '[data-card]',
      );
      if (card) redrawn.add(card.dataset.card!);
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(document.querySelector('.margin-side')!, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  const own = Range.prototype.getClientRects;
  Range.prototype.getClientRects = function (this: Range) {
    measured++;
    return own.call(this);
  };
  window.counted = () => {
    note(observer.takeRecords());
    observer.disconnect();
    Range.prototype.getClientRects = own;
    return { redrawn: [...redrawn], measured };
  };
}

/** In the page: counts from now on how many nodes of the text are walked into. */
function countWalks(): void {
  const text = document.querySelector('.ProseMirror')!;
  const own = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild')!.get!;
  window.walks = 0;
  Object.defineProperty(Node.prototype, 'firstChild', {
    configurable: true,
    get(this: Node) {
      if (text.contains(this)) window.walks!++;
      return own.call(this);
    },
  });
}

/** In the page: whether the card of what stands at the reading height is on the screen. */
function readAt({ place, step }: { place: number; step: number }) {
  const bars = document.querySelector('.article-bar')!.getBoundingClientRect().bottom;
  const reading = bars + (innerHeight - bars) * place;
  const first = new Map<string, number>();
  for (const part of document.querySelectorAll<HTMLElement>('.ProseMirror mark[data-mark]'))
    if (!first.has(part.dataset.mark!)) first.set(part.dataset.mark!, part.getClientRects()[0]!.top);
  const marks = [...first].sort((a, b) => a[1] - b[1]);
  const [id] =
    step === 0
      ? marks[0]!
      : step === 10
        ? marks.at(-1)!
        : (marks.findLast(([, top]) => top <= reading) ?? marks[0]!);
  const card = document.querySelector(`[data-card="${id}"]`)?.getBoundingClientRect();
  return { id, isInView: card !== undefined && card.bottom > bars && card.top < innerHeight };
}
