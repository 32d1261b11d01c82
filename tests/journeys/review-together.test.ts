import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSaved, placeCaret, select, shownText, wordsOfMarks, work } from './article-page.ts';
import { type Desk, exported, openDesk, serverText } from './desk.ts';
import { markedParagraphs, twentyFiveSpans } from './spans.ts';

const squeezed = (text: string) => text.replace(/\s+/g, '');

interface ExportedMark {
  readonly id: string;
  readonly label: string;
  readonly standing: { readonly ranges: readonly { readonly exact: string }[] };
}

describe('three people review one article together', () => {
  let desk: Desk;
  let expected: string[] = [];
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  const pages = () => [desk.owner.page, desk.editor.page, desk.reviewer.page];
  const sameEverywhere = async () => {
    for (const page of pages()) await allSaved(page);
    const text = squeezed(await serverText(desk));
    for (const page of pages()) await expect.poll(() => shownText(page), { timeout: 15_000 }).toBe(text);
  };

  it('[JO1] two of them type in the same paragraph at once, and everybody has both', async () => {
    const text = await serverText(desk);
    const [first] = markedParagraphs(text);
    await work(desk.owner.page, 'Edit');
    await work(desk.editor.page, 'Edit');
    await placeCaret(desk.owner.page, first!.start + 4);
    await placeCaret(desk.editor.page, first!.end);
    await Promise.all([
      desk.owner.page.keyboard.type(' (as the desk was told)', { delay: 15 }),
      desk.editor.page.keyboard.type(' More was to come.', { delay: 15 }),
    ]);
    await sameEverywhere();
    const now = await serverText(desk);
    expect(now).toContain(' (as the desk was told)');
    expect(now).toContain(' More was to come.');
    expect(now.length).toBe(text.length + ' (as the desk was told)'.length + ' More was to come.'.length);
  });

  it('[JO2] the reviewer marks 25 spans that nest, cross, coincide and run over paragraphs', async () => {
    const text = await serverText(desk);
    const spans = twentyFiveSpans(text);
    for (const span of spans) {
      await select(desk.reviewer.page, span);
      await desk.reviewer.page.keyboard.press(span.key);
    }
    expected = spans.map(({ start, end }) => squeezed(text.slice(start, end))).sort();
    for (const page of pages())
      await expect
        .poll(async () => Object.values(await wordsOfMarks(page)).sort(), { timeout: 15_000 })
        .toEqual(expected);
    await sameEverywhere();
  });

  it('[JO3] the editor splits, joins and quotes those paragraphs; every mark stays on its words on every screen', async () => {
    const { page } = desk.editor;
    const before = await wordsOfMarks(page);
    const paragraphs = markedParagraphs(await serverText(desk));
    // From the end to the start, so that the offsets still to be used stay true.
    const [a, b, c] = [paragraphs[6]!, paragraphs[4]!, paragraphs[2]!];
    await placeCaret(page, a.start);
    await page.keyboard.press('Backspace');
    await placeCaret(page, Math.round((b.start + b.end) / 2));
    await page.keyboard.press('Enter');
    await placeCaret(page, c.start + 10);
    await page
      .getByRole('button', { name: /quote/i })
      .or(page.getByRole('radio', { name: /quote/i }))
      .first()
      .click();
    await page.locator('.ProseMirror [data-quote="1"], .ProseMirror blockquote').first().waitFor();
    await sameEverywhere();
    for (const each of pages()) expect(await wordsOfMarks(each)).toEqual(before);
  });

  it('[JO4] each export holds the 25 marks with their words, names and threads', async () => {
    const { page } = desk.reviewer;
    const card = page.locator('[data-card]').first();
    await card.click();
    await card.getByRole('textbox', { name: 'Comment' }).fill('Who says so?');
    await page.keyboard.press('Enter');
    await allSaved(page);

    const json = JSON.parse(await exported(desk, 'json'));
    const marks = json.annotations as ExportedMark[];
    expect(marks).toHaveLength(25);
    expect(marks.map((mark) => squeezed(mark.standing.ranges[0]!.exact)).sort()).toEqual(expected);
    const w3c = await exported(desk, 'w3c');
    const html = await exported(desk, 'html');
    for (const whole of [JSON.stringify(json), w3c, html]) {
      expect(whole).toContain('Remy Reviewer');
      expect(whole).toContain('Who says so?');
    }
    const items = JSON.parse(w3c).first.items as { motivation: string }[];
    expect(items.filter((item) => item.motivation === 'classifying')).toHaveLength(25);
    expect(await exported(desk, 'html')).toBe(html);
  });
});
