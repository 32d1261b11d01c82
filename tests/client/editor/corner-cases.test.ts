import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

describe('a paragraph written from right to left', () => {
  it('[ED50] begins at the right, and its neighbours at the left', async () => {
    const { page, open, select, type, text } = editor.now;
    await open('left', 'שלום עולם', 'left again');
    const sides = await page.evaluate(() =>
      [...document.querySelectorAll('#article p')].map((block) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        const [words, box] = [range.getBoundingClientRect(), block.getBoundingClientRect()];
        return words.left - box.left < 5 ? 'left' : box.right - words.right < 5 ? 'right' : 'neither';
      }),
    );
    expect(sides).toEqual(['left', 'right', 'left']);
    await select(14);
    await type(' טוב');
    expect(await text()).toBe('left\nשלום עולם טוב\nleft again');
  });
});

describe('dragging and dropping', () => {
  it('[ED50] moves a selection with its formats, and once', async () => {
    const { page, open, select, run, text } = editor.now;
    await open('one bold two', 'end');
    await select(4, 9);
    await run('bold');
    await page.evaluate(() => {
      const { view } = window.desk.editor;
      const dataTransfer = new DataTransfer();
      const from = view.coordsAtPos(view.state.selection.from + 1);
      const to = view.coordsAtPos(view.state.doc.content.size - 1);
      const at = (point: { left: number; top: number }) => ({
        clientX: point.left + 1,
        clientY: point.top + 5,
        bubbles: true,
        cancelable: true,
        dataTransfer,
      });
      const start = view.domAtPos(view.state.selection.from + 1).node.parentElement!;
      start.dispatchEvent(new DragEvent('dragstart', at(from)));
      view.dom.lastElementChild!.dispatchEvent(new DragEvent('drop', at(to)));
    });
    expect(await text()).toBe('one two\nendbold ');
    expect(await page.locator('#article strong').textContent()).toBe('bold');
  });
});

describe('a very long paragraph', () => {
  it('[TX24] of 100,000 characters takes typing in its middle and at its end', async () => {
    const { page, open, select, type } = editor.now;
    await open('A long paragraph here. '.repeat(4_348).slice(0, 100_000), 'end');
    await select(50_000);
    await type('XYZ');
    await select(100_003);
    await type('END');
    const written = await page.evaluate(() => window.desk.otherText.toString());
    expect([written.indexOf('XYZ'), written.indexOf('END'), written.length]).toEqual([
      50_000, 100_003, 100_009,
    ]);
  });
});
