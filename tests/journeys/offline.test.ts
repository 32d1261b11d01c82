import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSaved, placeCaret, select, wordsOfMarks, work } from './article-page.ts';
import { type Desk, openDesk, serverText } from './desk.ts';
import { openArticle, textOf } from './people.ts';
import { markedParagraphs } from './spans.ts';

const TYPED = ' Written on the train.';

describe('work without a connection', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  it('[JO7] what was typed and marked offline survives closing the tab and arrives once', async () => {
    const { editor, reviewer } = desk;
    const [first] = markedParagraphs(await serverText(desk));
    await work(editor.page, 'Edit');
    await editor.context.setOffline(true);
    // A socket that is open outlives the emulation; the server's end of it is what a tunnel cuts.
    await desk.server.kill();
    await editor.page.locator('.saving[data-state="offline"]').waitFor();
    await placeCaret(editor.page, first!.end);
    await editor.page.keyboard.type(TYPED);
    await work(editor.page, 'Review');
    await select(editor.page, { start: first!.start, end: first!.start + 50 });
    await editor.page.keyboard.press('q');
    await expect.poll(() => editor.page.locator('.saving').textContent()).toMatch(/Offline · \d+ unsent/);
    // What is typed is on the device within a second (D2).
    await editor.page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
    await editor.page.close({ runBeforeUnload: false });

    await desk.server.restart();
    editor.page = await editor.context.newPage();
    await editor.context.setOffline(false);
    await openArticle(editor, desk.address);
    await allSaved(editor.page);
    await expect.poll(() => serverText(desk)).toContain(TYPED);
    expect((await serverText(desk)).split(TYPED)).toHaveLength(2);
    await textOf(reviewer.page).getByText(TYPED.trim()).waitFor();
    for (const { page } of [editor, reviewer]) {
      await expect
        .poll(async () => Object.keys(await wordsOfMarks(page)).length, { timeout: 20_000 })
        .toBe(1);
    }
  });
});
