import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

type Stretch = readonly [start: number, end: number];

const claim = (id: string, ...stretches: readonly Stretch[]) => ({
  id,
  label: 'claim',
  ranges: stretches.map(([start, end]) => ({ start, end })),
});

/** Shows a mark with other pieces, as it would be. */
function reshape(id: string, ...stretches: readonly Stretch[]) {
  return editor.now.page.evaluate(
    ([name, all]) => {
      const pieces = all.map(([start, end]) => ({ start, end }));
      window.desk.editor.reshape({ id: name, pieces });
    },
    [id, stretches] as const,
  );
}

const reshaped = () => editor.now.page.evaluate(() => window.desk.editor.reshaped.get()?.pieces ?? null);
const piecesOf = (id: string) => editor.now.page.evaluate((name) => window.desk.editor.piecesOf(name), id);

describe('a mark being reshaped', () => {
  it('[ED27] is drawn where it would stand, in all its pieces, and nothing but the picture changes', async () => {
    const { page, open, draw, covered, placed } = editor.now;
    await open('One two three four', 'five six');
    await draw(claim('mine', [4, 7]), claim('other', [0, 13]));
    await reshape('mine', [4, 13], [19, 23]);
    expect(await covered()).toEqual({ mine: 'two threefive', other: 'One two three' });
    expect(await placed()).toMatchObject({ mine: { text: 'two', status: 'exact' } });
    expect(await piecesOf('mine')).toEqual([
      { start: 4, end: 13 },
      { start: 19, end: 23 },
    ]);
    await page.evaluate(() => window.desk.editor.reshape(null));
    expect(await covered()).toEqual({ mine: 'two', other: 'One two three' });
    expect(await reshaped()).toBe(null);
  });

  it('[ED27] stays on its words while somebody else edits, and ends when they are all gone', async () => {
    const { page, open, draw, covered } = editor.now;
    await open('One two three four');
    await draw(claim('mine', [4, 7]));
    await reshape('mine', [4, 13]);
    await page.evaluate(() => window.desk.otherText.insert(1, 'Zero '));
    expect(await covered()).toEqual({ mine: 'two three' });
    expect(await reshaped()).toEqual([{ start: 9, end: 18 }]);
    await page.evaluate(() => window.desk.otherText.delete(1, 20));
    expect(await reshaped()).toBe(null);
  });

  it('[ED27] is held in pieces by identity, and drawn so at once', async () => {
    const { page, open, covered, placed } = editor.now;
    await open('One two three four', 'five six');
    await page.evaluate(() => {
      const { editor: article, marks } = window.desk;
      const ranges = article.hold([
        { start: 8, end: 14 },
        { start: 4, end: 8 },
        { start: 19, end: 23 },
      ]);
      marks.set([
        {
          id: 'held',
          label: 'quote',
          letter: 'Q',
          hue: 'blue',
          line: 'solid',
          description: 'Quote',
          pending: false,
          ranges,
        },
      ]);
    });
    expect(await placed()).toMatchObject({ held: { text: 'two three … five' } });
    await page.evaluate(() => window.desk.otherText.insert(1, 'Zero '));
    expect(await covered()).toEqual({ held: 'two threefive' });
  });

  it('[ED28] lights all its pieces, whichever is focused or pointed at', async () => {
    const { page, open, draw } = editor.now;
    await open('One two three four', 'five six');
    await draw(claim('split', [0, 3], [8, 13], [19, 23]), claim('other', [14, 18]));
    await page.evaluate(() => window.desk.editor.focusMarks(['split']));
    await page.evaluate(() => window.desk.editor.hoverMarks(['split']));
    const lit = (attribute: string) =>
      page.locator(`mark[${attribute}]`).evaluateAll((all) => all.map((one) => one.textContent).join(''));
    expect(await lit('data-focused')).toBe('Onethreefive');
    expect(await lit('data-hovered')).toBe('Onethreefive');
  });

  it('[ED28] has its edges at its first and last character, where the pointer finds the same offsets', async () => {
    const { page, open, draw } = editor.now;
    await open('One two three four', 'five six');
    await draw(claim('split', [4, 7], [19, 23]));
    const found = await page.evaluate(() => {
      const { editor: article } = window.desk;
      return (['start', 'end'] as const).map((end) => {
        const { left, top, height } = article.edgeOf('split', end)!;
        return article.offsetAt(left, top + height / 2);
      });
    });
    expect(found).toEqual([4, 23]);
    expect(await page.evaluate(() => window.desk.editor.edgeOf('none', 'start'))).toBe(null);
  });
});
