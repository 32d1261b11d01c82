import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSaved, select } from './article-page.ts';
import { type Desk, openDesk, serverText } from './desk.ts';
import { markedParagraphs } from './spans.ts';

const WORDS = [
  'Where is this from?',
  'The agency report.',
  'Which one?',
  'Thursday’s, second page.',
  'Found it, thanks.',
];

describe('a thread is seen live by all', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  /** The one card of this journey, open. */
  async function openCard(page: Page) {
    const card = page.locator('[data-card]').first();
    await card.waitFor();
    if ((await card.getAttribute('aria-current')) !== 'true') await card.locator('.card-words').click();
    return card;
  }

  const everybody = () => [desk.owner, desk.editor, desk.reviewer];
  const bodies = (page: Page) => page.locator('.comment-body').allTextContents();

  it('[JO5] five people’s turns stand in order on every screen', async () => {
    const [first] = markedParagraphs(await serverText(desk));
    await select(desk.reviewer.page, { start: first!.start, end: first!.start + 60 });
    await desk.reviewer.page.keyboard.press('c');
    const turns = [desk.reviewer, desk.editor, desk.owner, desk.editor, desk.reviewer];
    for (const [i, person] of turns.entries()) {
      const card = await openCard(person.page);
      await expect.poll(() => card.locator('.comment').count()).toBe(i);
      await card.getByRole('textbox').fill(WORDS[i]!);
      await card.getByRole('textbox').press('Enter');
      await allSaved(person.page);
    }
    for (const { page } of everybody()) {
      await openCard(page);
      await expect.poll(() => bodies(page)).toEqual(WORDS);
    }
  });

  it('[JO6] an edit, a reaction, resolving and reopening reach everybody', async () => {
    const { page } = desk.editor;
    const card = await openCard(page);
    const own = card.locator('.comment').nth(1);
    await own.getByRole('button', { name: /^More for the comment/ }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await own.getByRole('textbox').fill('The agency report, page two.');
    await own.getByRole('textbox').press('Enter');
    await card.locator('.comment').nth(4).getByRole('button', { name: 'React' }).click();
    await page.getByRole('button', { name: 'Checked' }).click();
    for (const { page: each } of everybody()) {
      await expect
        .poll(() => bodies(each))
        .toEqual([WORDS[0], 'The agency report, page two.', ...WORDS.slice(2)]);
      await expect.poll(() => each.locator('.comment').nth(1).textContent()).toContain('edited');
      await each.locator('.comment').nth(4).getByText('✅ 1').waitFor();
    }
    await card.getByRole('button', { name: 'Resolve' }).click();
    for (const { page: each } of everybody()) await each.getByText('Resolved by Edda Editor').waitFor();
    await desk.reviewer.page.getByRole('button', { name: 'Reopen' }).click();
    for (const { page: each } of everybody()) {
      await each.getByRole('button', { name: 'Resolve', exact: true }).waitFor();
      expect(await each.getByText('Resolved by Edda Editor').count()).toBe(0);
    }
  });
});
