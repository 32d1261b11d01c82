import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

function search(words: string, options: { matchCase?: boolean; wholeWords?: boolean } = {}) {
  return editor.now.page.evaluate((query) => window.desk.editor.finder.search(query), {
    words,
    matchCase: false,
    wholeWords: false,
    ...options,
  });
}

const found = () => editor.now.page.evaluate(() => window.desk.editor.finder.found.get());
const go = (direction: -1 | 1) =>
  editor.now.page.evaluate((way) => window.desk.editor.finder.go(way), direction);
const replaceAll = (words: string) =>
  editor.now.page.evaluate((text) => window.desk.editor.finder.replaceAll(text), words);
const replace = (words: string) =>
  editor.now.page.evaluate((text) => window.desk.editor.finder.replace(text), words);

/** The words that are drawn as found; the current one in brackets. */
function drawn(): Promise<string[]> {
  return editor.now.page.evaluate(() =>
    [...document.querySelectorAll('.assay-found')].map((element) => {
      const isCurrent =
        element.matches('.assay-found-current') || element.querySelector('.assay-found-current');
      return isCurrent ? `[${element.textContent}]` : (element.textContent ?? '');
    }),
  );
}

describe('finding in the article', () => {
  it('[ED45] draws and counts every place, and walks them around the ends', async () => {
    const { open, select } = editor.now;
    await open('The cat and the dog', ['heading', { level: 2 }, 'Other'], 'the end');
    await select(6);
    await search('the');
    expect(await found()).toEqual({ count: 4, current: 2 });
    expect(await drawn()).toEqual(['The', '[the]', 'the', 'the']);
    await go(1);
    await go(1);
    await go(1);
    expect(await drawn()).toEqual(['[The]', 'the', 'the', 'the']);
    await go(-1);
    expect(await found()).toEqual({ count: 4, current: 4 });
  });

  it('[ED45] follows my edits and those of others', async () => {
    const { page, open, select, type, press } = editor.now;
    await open('one cat', 'no', 'cat two');
    await search('cat');
    await select(8);
    await type('cat ');
    expect(await drawn()).toEqual(['[cat]', 'cat', 'cat']);
    await page.evaluate(() => window.desk.otherText.insert(1, 'cats and '));
    expect(await found()).toEqual({ count: 4, current: 2 });
    await page.evaluate(() => window.desk.otherText.delete(1, 9));
    await select(7);
    await press('Delete');
    expect(await drawn()).toEqual(['[cat]', 'cat', 'cat']);
    await select(5);
    await press('Enter');
    expect(await drawn()).toEqual(['[cat]', 'cat']);
    await press('Backspace');
    expect((await found()).count).toBe(3);
    await page.evaluate(() => window.desk.editor.finder.search(null));
    expect(await drawn()).toEqual([]);
  });

  it('[ED45] selects the current place when it is left, and works in review mode', async () => {
    const { page, open, text } = editor.now;
    await open('a cat');
    await page.evaluate(() => window.desk.mode.set('review'));
    await search('cat');
    expect(await page.evaluate(() => window.desk.editor.finder.mayReplace())).toBe(false);
    expect([await replace('dog'), await replaceAll('dog')]).toEqual([0, 0]);
    expect(await text()).toBe('a cat');
    await page.evaluate(() => window.desk.editor.finder.select());
    expect(await page.evaluate(() => window.desk.editor.selection.get().text)).toBe('cat');
  });
});

describe('replacing in the article', () => {
  it('[ED46] writes only the characters that differ, so that marks stay on their words', async () => {
    const { open, draw, covered, text } = editor.now;
    await open('the colour of colours');
    await draw({ id: 'm', label: 'claim', ranges: [{ start: 4, end: 10 }] });
    await search('colour');
    expect(await replaceAll('color')).toBe(2);
    expect(await text()).toBe('the color of colors');
    expect(await covered()).toEqual({ m: 'color' });
  });

  it('[ED46] keeps the formats of what it replaces', async () => {
    const { page, open, select, run, text } = editor.now;
    await open('a bold cat');
    await select(2, 6);
    await run('bold');
    await search('bold');
    await replace('thick');
    expect(await text()).toBe('a thick cat');
    expect(await page.locator('#article strong').textContent()).toBe('thick');
  });

  it('[ED46] replaces one after another, and all as one step for undo', async () => {
    const { open, select, type, press, text } = editor.now;
    await open('cat cat', 'cat');
    await select(0);
    await type('A ');
    await search('cat');
    await replace('catfish');
    expect(await text()).toBe('A catfish cat\ncat');
    expect(await found()).toEqual({ count: 3, current: 2 });
    expect(await replaceAll('dog')).toBe(3);
    expect(await text()).toBe('A dogfish dog\ndog');
    await press('Control+z');
    expect(await text()).toBe('A catfish cat\ncat');
    await press('Control+z');
    expect(await text()).toBe('A cat cat\ncat');
    await press('Control+Shift+z', 'Control+Shift+z');
    expect(await text()).toBe('A dogfish dog\ndog');
  });

  it('[ED46] replaces thousands of places at once', async () => {
    const { open, text } = editor.now;
    await open(...Array.from({ length: 200 }, () => 'a cat '.repeat(20)));
    await search('cat');
    expect(await replaceAll('cot')).toBe(4000);
    expect((await text()).match(/cot/g)).toHaveLength(4000);
    expect(await found()).toEqual({ count: 0, current: 0 });
  });
});
