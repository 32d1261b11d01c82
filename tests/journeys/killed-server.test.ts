import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSaved, placeCaret, shownText, work } from './article-page.ts';
import { type Desk, openDesk, serverText } from './desk.ts';
import { inviteLink, joinBy, openArticle } from './people.ts';
import { markedParagraphs } from './spans.ts';

const ROUNDS = 3;

describe('a server that is killed', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  it('[JO8] pages recover by themselves and nothing acknowledged is missing', async () => {
    const third = await joinBy(desk.browser, await inviteLink(desk.owner, 'Editor'), 'Theo Third');
    await openArticle(third, desk.address);
    const typists = [desk.owner, desk.editor, third];
    const paragraphs = markedParagraphs(await serverText(desk));
    for (const [i, { page }] of typists.entries()) {
      await work(page, 'Edit');
      await placeCaret(page, paragraphs[i]!.end);
    }
    const type = (page: Page, who: number, round: number) =>
      page.keyboard.type(` w${who}r${round}`, { delay: 10 });
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all([
        ...typists.map(({ page }, who) => type(page, who, round)),
        desk.server.kill().then(() => desk.server.restart()),
      ]);
    }
    for (const { page } of [...typists, desk.reviewer]) {
      await page.locator('.saving[data-state="saved"]').waitFor({ timeout: 40_000 });
    }
    const text = await serverText(desk);
    for (let round = 0; round < ROUNDS; round++)
      for (const who of typists.keys())
        expect(text.split(`w${who}r${round}`), `w${who}r${round}`).toHaveLength(2);
    for (const { page } of [...typists, desk.reviewer]) {
      await allSaved(page);
      await expect.poll(() => shownText(page), { timeout: 15_000 }).toBe(text.replace(/\s+/g, ''));
    }
  });
});
