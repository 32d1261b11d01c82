import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeCaret, type Stretch, select, sweep, wordsOfMarks, work } from './article-page.ts';
import { type Desk, openDesk, serverText } from './desk.ts';
import { textOf } from './people.ts';
import { markedParagraphs } from './spans.ts';

const packed = (words: string) => words.replace(/\s+/g, '');

describe('which words a mark covers is changed, undone and found again', () => {
  let desk: Desk;
  let text: string;
  /** The first eight words of each of three paragraphs, which nobody else touches. */
  let stretches: Stretch[];
  beforeAll(async () => {
    desk = await openDesk();
    // The pointer goes where words are now, not where they are scrolled from.
    await desk.reviewer.page.emulateMedia({ reducedMotion: 'reduce' });
    text = await serverText(desk);
    stretches = markedParagraphs(text).map(({ start }) => words(start, 0, 8));
  });
  afterAll(() => desk?.close());

  /** From the first to behind the last of some words after an offset. */
  function words(offset: number, first: number, count: number): Stretch {
    const found = [...text.slice(offset).matchAll(/\S+/g)].slice(first, first + count);
    const last = found.at(-1)!;
    return { start: offset + found[0]!.index, end: offset + last.index + last[0].length };
  }

  const at = ({ start, end }: Stretch) => text.slice(start, end);
  const focusedWords = (page: Page) => page.locator('.card-focused .card-words').textContent();
  /** All the words of the one mark of this story, on a page. */
  const marked = async (page: Page) => Object.values(await wordsOfMarks(page))[0] ?? '';

  async function everybodySees(expected: string) {
    for (const { page } of [desk.owner, desk.editor, desk.reviewer])
      await expect.poll(() => marked(page)).toBe(packed(expected));
  }

  /** Opens the menu of the card in focus and chooses in it. */
  async function choose(page: Page, name: string | RegExp) {
    await page.locator('.card-focused .card-more').click();
    await page.getByRole('menuitem', { name }).click();
  }

  async function drag(page: Page, name: string, steps: readonly (readonly [number, number])[]) {
    const knob = page.getByRole('slider', { name });
    const box = (await knob.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height + 4];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const [right, down] of steps) await page.mouse.move(x + right, y + down, { steps: 4 });
  }

  it('[PG23] by keys, character, word and sentence, with one command when it is kept', async () => {
    const { page } = desk.reviewer;
    await select(page, stretches[0]!);
    await page.keyboard.press('c');
    await everybodySees(at(stretches[0]!));
    await page.keyboard.press('.');
    const end = page.getByRole('slider', { name: 'End of the claim' });
    await expect.poll(() => end.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+ArrowLeft');
    const shorter = words(stretches[0]!.start, 0, 6);
    await expect.poll(() => marked(page)).toBe(packed(at(shorter)).replace(/\W$/, ''));
    expect(packed(at(stretches[0]!))).toBe(await marked(desk.owner.page));
    await page.keyboard.press('Enter');
    await everybodySees((await marked(page)) || 'nothing');
    expect(await textOf(page).evaluate((one) => one === document.activeElement)).toBe(true);
    // Both words went with one command: one step back is the whole way back.
    const after = await marked(page);
    await page.keyboard.press('Control+z');
    await everybodySees(at(stretches[0]!));
    await page.keyboard.press('Control+Shift+z');
    await everybodySees(after);
  });

  it('[PG23] Escape leaves the mark as it was', async () => {
    const { page } = desk.reviewer;
    const before = await marked(page);
    await page.keyboard.press(',');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => marked(page)).not.toBe(before);
    await page.keyboard.press('Escape');
    await everybodySees(before);
  });

  it('[PG24] by a handle, shown while it is dragged, changed on release, and not at all with Escape', async () => {
    const { page } = desk.reviewer;
    const before = await marked(page);
    await drag(page, 'End of the claim', [[0, 30]]);
    await expect.poll(() => marked(page)).not.toBe(before);
    expect(await marked(desk.owner.page)).toBe(before);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await everybodySees(before);
    await drag(page, 'End of the claim', [
      [-20, 30],
      [0, 30],
    ]);
    await page.mouse.up();
    await expect.poll(() => marked(desk.owner.page)).not.toBe(before);
    const after = await marked(page);
    expect(after.startsWith(before)).toBe(true);
    await everybodySees(after);
    await page.keyboard.press('w');
    await everybodySees((await marked(page)) || 'nothing');
  });

  it('[PG25] pieces are added by key, from the card and with Alt, and removed from the card', async () => {
    const { page } = desk.reviewer;
    const first = await focusedWords(page);
    const [second, third, fourth] = [2, 3, 4].map((n) => words(stretches[n]!.start, 1, 2));
    await select(page, second!);
    await page.keyboard.press('a');
    await expect.poll(() => focusedWords(page)).toBe(`${first} … ${at(second!)}`);
    await choose(page, 'Add a piece…');
    await sweep(page, third!);
    await page.getByRole('button', { name: /^Add these words/ }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedWords(page)).toBe(`${first} … ${at(second!)} … ${at(third!)}`);
    await page.getByRole('region', { name: 'Choosing words for a mark' }).waitFor({ state: 'detached' });
    await page.keyboard.down('Alt');
    await sweep(page, fourth!);
    await page.keyboard.up('Alt');
    const whole = `${first} … ${at(second!)} … ${at(third!)} … ${at(fourth!)}`;
    await expect.poll(() => focusedWords(page)).toBe(whole);
    await everybodySees(whole.replaceAll(' … ', ''));
    await choose(page, new RegExp(`^Remove the piece “${at(third!).slice(0, 8)}`));
    await everybodySees(`${first}${at(second!)}${at(fourth!)}`);
  });

  it('[PG26] Ctrl+Z takes back the person’s own last marking, step by step, and everybody sees it', async () => {
    const { page } = desk.reviewer;
    const now = await marked(page);
    await page.keyboard.press('Control+z');
    await page.getByText(/^Undone: the change of words/).waitFor();
    await expect.poll(() => marked(desk.owner.page)).not.toBe(now);
    await everybodySees(await marked(page));
    await page.keyboard.press('Control+Shift+z');
    await page.getByText(/^Done again: the change of words/).waitFor();
    await everybodySees(now);
  });

  it('[PG26] in the text that is edited Ctrl+Z takes back the text, and no marking', async () => {
    const { page } = desk.editor;
    const now = await marked(page);
    await work(page, 'Edit');
    await placeCaret(page, text.length);
    await page.keyboard.type(' Added.');
    await expect.poll(() => serverText(desk)).toBe(`${text} Added.`);
    await page.keyboard.press('Control+z');
    await expect.poll(() => serverText(desk)).toBe(text);
    await page.keyboard.press('Control+z');
    expect(await marked(page)).toBe(now);
    expect(await page.getByText('There is nothing of yours to undo.').count()).toBe(0);
    await work(page, 'Review');
    await textOf(page).focus();
    await page.keyboard.press('Control+z');
    await page.getByText('There is nothing of yours to undo.').waitFor();
    expect(await serverText(desk)).toBe(text);
  });

  it('[PG26] what somebody else has changed since is refused kindly', async () => {
    const { page } = desk.reviewer;
    await textOf(page).focus();
    await page.keyboard.press('r');
    await page.getByRole('textbox', { name: 'Comment' }).fill('Is this all of it?');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const owners = desk.owner.page;
    await owners.locator('[data-card]').first().click();
    await page.keyboard.press('e');
    await owners.getByRole('button', { name: 'Reopen' }).click();
    await page.getByRole('button', { name: 'Resolve', exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText(/^Not undone, the resolving.*it has been changed since\.$/).waitFor();
  });

  it('[PG27] a mark whose words are deleted shows them where they stood, and is put back on others', async () => {
    const { page } = desk.editor;
    await work(page, 'Edit');
    for (const paragraph of markedParagraphs(text).slice(0, 5).reverse()) {
      await select(page, paragraph);
      await page.keyboard.press('Delete');
    }
    const reviewers = desk.reviewer.page;
    await expect.poll(() => marked(reviewers)).toBe('');
    const lost = reviewers.locator('.card[data-status="orphaned"]');
    await lost.waitFor();
    await expect.poll(() => lost.locator('del').count()).toBe(3);
    const rest = await serverText(desk);
    const start = rest.lastIndexOf('.', rest.length - 40) + 2;
    await lost.getByRole('button', { name: 'Put it back on words' }).click();
    await sweep(reviewers, { start, end: start + 12 });
    await reviewers.getByRole('button', { name: /^Put it here/ }).click();
    await everybodySees(rest.slice(start, start + 12));
    await reviewers.locator('.card-focused').getByText('Is this all of it?').waitFor();
  });
});
