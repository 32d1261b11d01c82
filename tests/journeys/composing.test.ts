import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSaved, placeCaret, shownText, work } from './article-page.ts';
import { type Desk, openDesk, serverText } from './desk.ts';
import { markedParagraphs } from './spans.ts';

const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('one composes while another types', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  it('[JO10] in the same words, and each of their words stands once, for everybody', async () => {
    const { owner, editor, reviewer } = desk;
    const text = await serverText(desk);
    const [first] = markedParagraphs(text);
    const keyboard = await owner.page.context().newCDPSession(owner.page);
    const compose = (letters: string) =>
      keyboard.send('Input.imeSetComposition', {
        text: letters,
        selectionStart: letters.length,
        selectionEnd: letters.length,
      });
    for (const { page } of [owner, editor]) await work(page, 'Edit');
    await placeCaret(editor.page, first!.start);
    await placeCaret(owner.page, first!.start + 8);
    await compose('に');
    await expect.poll(() => shownText(editor.page)).toContain('に');
    await editor.page.keyboard.type('Seen twice: ');
    await allSaved(editor.page);
    await expect.poll(() => shownText(reviewer.page)).toContain('Seentwice:');
    await compose('にほん');
    expect(await shownText(owner.page)).not.toContain('Seentwice:');
    await expect.poll(() => shownText(reviewer.page)).toContain('にほん');
    await keyboard.send('Input.insertText', { text: '日本' });
    const at = first!.start;
    const expected = `${text.slice(0, at)}Seen twice: ${text.slice(at, at + 8)}日本${text.slice(at + 8)}`;
    for (const { page } of [owner, editor, reviewer])
      await expect.poll(() => shownText(page), { timeout: 15_000 }).toBe(squeezed(expected));
    await allSaved(owner.page);
    expect(await serverText(desk)).toBe(expected);
  });
});
