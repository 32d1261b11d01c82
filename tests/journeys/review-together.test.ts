import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allSaved, placeCaret, select, shownText, sweep, wordsOfMarks, work } from './article-page.ts';
import { type Desk, exported, openDesk, serverText } from './desk.ts';
import { markedParagraphs, twentyFiveSpans } from './spans.ts';

const squeezed = (text: string) => text.replace(/\s+/g, '');

interface ExportedMark {
  readonly id: string;
  readonly label: string;
  readonly standing: { readonly ranges: readonly { readonly exact: string }[] };
}

interface ExportedAnnotation {
  readonly motivation: string;
  readonly target: { readonly selector: readonly { readonly exact?: string }[] };
}

/** What a reader of the page reads. */
function textOfHtml(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html
    .replace(/<(style|title)[\s\S]*?<\/\1>|<sup[\s\S]*?<\/sup>|<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole);
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
    const text = await serverText(desk);
    const paragraphs = markedParagraphs(text);
    // From the end to the start, so that the offsets still to be used stay true.
    const [a, b, c] = [paragraphs[6]!, paragraphs[4]!, paragraphs[2]!];
    await placeCaret(page, a.start);
    await page.keyboard.press('Backspace');
    const middle = Math.round((b.start + b.end) / 2);
    await placeCaret(page, middle);
    await page.keyboard.press('Enter');
    await placeCaret(page, c.start + 10);
    await page
      .getByRole('button', { name: /quote/i })
      .or(page.getByRole('radio', { name: /quote/i }))
      .first()
      .click();
    await page.locator('.ProseMirror [data-quote="1"], .ProseMirror blockquote').first().waitFor();
    await sameEverywhere();
    const now = await serverText(desk);
    expect(now).toContain(text.slice(a.start - 20, a.start - 1) + text.slice(a.start, a.start + 20));
    expect(now).toContain(`${text.slice(middle - 20, middle)}\n${text.slice(middle, middle + 20)}`);
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
    const items = JSON.parse(await exported(desk, 'w3c')).first.items as ExportedAnnotation[];
    const classified = items.filter((item) => item.motivation === 'classifying');
    expect(classified.map(({ target }) => squeezed(target.selector[0]!.exact!)).sort()).toEqual(expected);
    const shown = squeezed(textOfHtml(await exported(desk, 'html')));
    expect(expected.filter((words) => !shown.includes(words))).toEqual([]);
    for (const format of ['json', 'w3c', 'html']) {
      const whole = await exported(desk, format);
      expect(whole).toContain('Remy Reviewer');
      expect(whole).toContain('Who says so?');
      expect(await exported(desk, format)).toBe(whole);
    }
  });

  it('[JO9] words within words just marked can be marked with the pointer', async () => {
    const { page } = desk.reviewer;
    const text = await serverText(desk);
    const last = text.slice(0, -1).lastIndexOf('\n') + 1;
    const before = Object.values(await wordsOfMarks(page));
    await sweep(page, { start: last, end: last + 30 });
    await page.keyboard.press('c');
    await sweep(page, { start: last + 8, end: last + 20 });
    await page.keyboard.press('q');
    const outer = squeezed(text.slice(last, last + 30));
    const inner = squeezed(text.slice(last + 8, last + 20));
    await expect
      .poll(async () => Object.values(await wordsOfMarks(page)).sort())
      .toEqual([...before, outer, inner].sort());
  });
});
