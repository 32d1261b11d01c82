import { describe, expect, it } from 'vitest';
import { type BlockNotation, useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

const cell = (row: number, col: number, words: string, table = 't1'): BlockNotation => [
  'cell',
  { table, row, col },
  words,
];
const TABLE = [cell(0, 0, 'aa'), cell(0, 1, 'bb'), cell(1, 0, 'cc'), cell(1, 1, 'dd')] as const;

/** Left and top of each cell on the screen, and how wide it is, in whole pixels. */
function boxes(): Promise<{ left: number; top: number; width: number }[]> {
  return editor.now.page.evaluate(() =>
    [...document.querySelectorAll('.assay-cell')].map((element) => {
      const { left, top, width } = element.getBoundingClientRect();
      return { left: Math.round(left), top: Math.round(top), width: Math.round(width) };
    }),
  );
}

function paste(html: string) {
  return editor.now.page.evaluate((rich) => {
    const data = new DataTransfer();
    data.setData('text/html', rich);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    window.desk.editor.view.dom.dispatchEvent(event);
  }, html);
}

describe('a table', () => {
  it('[ED41] stands as a grid, with every row below the longest cell of the one before', async () => {
    const { open, select, type } = editor.now;
    await open('before', ...TABLE, 'after');
    const [a, b, c, d] = await boxes();
    expect([b!.top, d!.top]).toEqual([a!.top, c!.top]);
    expect([c!.left, d!.left]).toEqual([a!.left, b!.left]);
    expect(b!.left).toBe(a!.left + a!.width);
    await select(12);
    await type(' many words'.repeat(20));
    const [, , below] = await boxes();
    expect(below!.top).toBeGreaterThan(c!.top + 40);
  });

  it('[ED41] keeps its columns where cells are missing, and is told from its neighbour', async () => {
    const { open } = editor.now;
    await open(
      cell(0, 0, 'a'),
      cell(0, 2, 'b'),
      cell(1, 1, 'c'),
      cell(0, 0, 'd', 't2'),
      cell(0, 1, 'e', 't2'),
    );
    const [a, b, c, d, e] = await boxes();
    expect(Math.abs(b!.left - a!.left - 2 * a!.width)).toBeLessThan(3);
    expect(Math.abs(c!.left - a!.left - a!.width)).toBeLessThan(2);
    expect(d!.width).toBeGreaterThan(a!.width);
    expect(e!.top).toBe(d!.top);
  });

  it('[ED41] is a grid for who receives it, and its words carry marks', async () => {
    const { page, open, draw, covered, blocks } = editor.now;
    await open('before', ...TABLE);
    await draw({ id: 'm', label: 'claim', ranges: [{ start: 7, end: 12 }] });
    await page.evaluate(() => window.desk.otherText.insert(9, 'x'));
    expect(await covered()).toEqual({ m: 'axabb' });
    expect(await blocks()).toContain('cell axa');
    await page.evaluate(() => {
      const map = new window.Y.Map<unknown>(Object.entries({ t: 'cell', table: 't1', row: 2, col: 0 }));
      window.desk.otherText.insertEmbed(window.desk.otherText.length, map);
    });
    expect(await page.locator('.assay-row-start').count()).toBe(3);
  });
});

describe('keys in a cell', () => {
  it('[ED42] Tab and Shift+Tab go from cell to cell with its words selected, and out at the ends', async () => {
    const { page, open, select, press } = editor.now;
    await open('before', ...TABLE, 'after');
    const selected = () => page.evaluate(() => window.desk.editor.selection.get().text);
    await select(7);
    await press('Tab', 'Tab');
    expect(await selected()).toBe('cc');
    await press('Shift+Tab');
    expect(await selected()).toBe('bb');
    await press('Shift+Tab');
    expect(await selected()).toBe('aa');
  });

  it('[ED42] Enter makes a line, and no command makes a cell another block', async () => {
    const { open, select, press, run, blocks, text } = editor.now;
    await open('before', ...TABLE);
    await select(8);
    await press('Enter');
    expect(await text()).toBe('before\na\na\nbb\ncc\ndd');
    for (const command of ['heading-1', 'bullet-list', 'quote', 'indent', 'rule', 'move-block-up'])
      await run(command);
    expect(await blocks()).toEqual(['paragraph before', 'cell a\na', 'cell bb', 'cell cc', 'cell dd']);
  });

  it('[ED42] Backspace at the start and Delete at the end never join cells', async () => {
    const { open, select, press, blocks } = editor.now;
    await open('before', ...TABLE, 'after');
    const all = await blocks();
    for (const [at, key] of [
      [7, 'Backspace'],
      [10, 'Backspace'],
      [19, 'Backspace'],
      [6, 'Delete'],
      [9, 'Delete'],
      [18, 'Delete'],
    ] as const) {
      await select(at);
      await press(key);
      expect(await blocks()).toEqual(all);
    }
  });

  it('[ED42] an empty paragraph beside a table goes', async () => {
    const { open, select, press, type, blocks } = editor.now;
    await open('', ...TABLE, '');
    await select(13);
    await press('Backspace');
    await type('!');
    await select(0);
    await press('Delete');
    expect(await blocks()).toEqual(['cell aa', 'cell bb', 'cell cc', 'cell dd!']);
  });

  it('[ED42] deleting, cutting or typing over words of several cells leaves the cells', async () => {
    const { open, select, press, type, blocks } = editor.now;
    await open('before', ...TABLE, 'after');
    await select(3, 14);
    await press('Backspace');
    expect(await blocks()).toEqual(['paragraph bef', 'cell', 'cell', 'cell c', 'cell dd', 'paragraph after']);
    await press('Control+z');
    await select(8, 14);
    await press('Control+x');
    expect((await blocks()).slice(1, 4)).toEqual(['cell a', 'cell', 'cell c']);
    await press('Control+z');
    await select(8, 14);
    await type('x');
    expect((await blocks()).slice(1, 4)).toEqual(['cell ax', 'cell', 'cell c']);
  });

  it('[ED42] what is pasted into a cell becomes lines of it', async () => {
    const { open, select, blocks, text } = editor.now;
    await open(...TABLE);
    await select(1);
    await paste('<p>one</p><p>two <b>three</b></p>');
    expect((await blocks()).length).toBe(4);
    expect(await text()).toBe('aone\ntwo threea\nbb\ncc\ndd');
  });

  it('[ED43] a table is copied as one, and pasted stands by itself', async () => {
    const { page, open, select, press, blocks } = editor.now;
    await open('before', ...TABLE, 'after');
    await select(7, 18);
    const { html, plain } = await page.evaluate(() => {
      const { view } = window.desk.editor;
      const { dom, text } = view.serializeForClipboard(view.state.selection.content());
      return { html: dom.innerHTML, plain: text };
    });
    expect(html.replace(/ data-pm-slice="[^"]*"/, '')).toBe(
      '<table><tbody><tr><td>aa</td><td>bb</td></tr><tr><td>cc</td><td>dd</td></tr></tbody></table>',
    );
    expect(plain).toBe('aa\tbb\ncc\tdd');
    await select(24);
    await press('Enter');
    await paste(html);
    expect(await blocks()).toEqual([
      ...['paragraph before', 'cell aa', 'cell bb', 'cell cc', 'cell dd', 'paragraph after'],
      ...['cell aa', 'cell bb', 'cell cc', 'cell dd'],
    ]);
    expect(
      await page.evaluate(
        () =>
          new Set(
            [...document.querySelectorAll('.assay-cell')].map((one) => (one as HTMLElement).dataset.table),
          ).size,
      ),
    ).toBe(2);
  });
});
