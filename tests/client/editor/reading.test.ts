import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

const claim = (id: string, start: number, end: number) => ({ id, label: 'claim', ranges: [{ start, end }] });

function review() {
  return editor.now.page.evaluate(() => window.desk.mode.set('review'));
}

function selection() {
  return editor.now.page.evaluate(() => {
    const { ranges, text, empty } = window.desk.editor.selection.get();
    return { ranges, text, empty };
  });
}

describe('review mode', () => {
  it('[ED7] changes no text by typing, deleting, pasting, cutting, dropping or a formatting key', async () => {
    const { page, open, select, type, press, text } = editor.now;
    await open('One two three');
    await review();
    await select(0, 3);
    await page.evaluate(() => {
      window.desk.usesKeys = false;
    });
    await type('x');
    await press('Backspace', 'Delete', 'Enter', 'Control+b', 'Control+x', 'Control+v', 'Control+z');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'pasted');
      const { dom } = window.desk.editor.view;
      dom.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
      document.execCommand('insertText', false, 'forced');
    });
    expect(await text()).toBe('One two three');
    expect(await page.evaluate(() => window.desk.run('bold'))).toBe(false);
    expect(await page.evaluate(() => window.desk.editor.commands.get('bold')!.enabled())).toBe(false);
    expect(await page.evaluate(() => window.desk.editor.view.dom.textContent)).toBe('One two three');
  });

  it('[ED7] says so to assistive technology, and asks for no keyboard on the screen', async () => {
    const { page, open } = editor.now;
    await open('One');
    const article = page.getByRole('textbox', { name: 'Article text' });
    expect(await article.getAttribute('aria-readonly')).toBe('false');
    expect(await article.getAttribute('inputmode')).toBe(null);
    await review();
    expect(await article.getAttribute('aria-readonly')).toBe('true');
    expect(await article.getAttribute('inputmode')).toBe('none');
    expect(await article.getAttribute('aria-multiline')).toBe('true');
  });

  it('[ED8] lets everybody put a caret and select with the keyboard and with the mouse', async () => {
    const { page, open, select, press } = editor.now;
    await open('One two three', 'four');
    await page.evaluate(() => window.desk.editable.set(false));
    await review();
    await select(4);
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
    await expect.poll(selection).toEqual({ ranges: [{ start: 4, end: 7 }], text: 'two', empty: false });
    await press('ArrowRight', 'Shift+Control+End');
    await expect.poll(selection).toMatchObject({ text: ' three\nfour' });
    await page.getByText('four').dblclick();
    await expect.poll(selection).toEqual({ ranges: [{ start: 14, end: 18 }], text: 'four', empty: false });
  });

  it('[ED9] hands its keys to the page, with the selection as it is', async () => {
    const { open, select, press, told } = editor.now;
    await open('One two three');
    await review();
    await select(0, 3);
    await told();
    await press('c', 'ArrowRight', 'Control+c', 's');
    expect((await told()).filter((one) => one.startsWith('key'))).toEqual(['key c', 'key s']);
    await editor.now.page.evaluate(() => window.desk.mode.set('edit'));
    await press('x');
    expect((await told()).filter((one) => one.startsWith('key'))).toEqual([]);
  });

  it('[ED9] leaves editors their text again when it ends', async () => {
    const { page, open, select, type, text } = editor.now;
    await open('One');
    await review();
    await page.evaluate(() => window.desk.mode.set('edit'));
    await select(3);
    await type('!');
    expect(await text()).toBe('One!');
    await page.evaluate(() => window.desk.editable.set(false));
    await type('?');
    expect(await text()).toBe('One!');
  });
});

describe('pointing at marks', () => {
  it('[ED10] tells all marks under a click, the innermost first, with the box of the words', async () => {
    const { page, open, draw, told } = editor.now;
    await open('One two three four');
    await draw(claim('outer', 0, 18), claim('inner', 4, 7), claim('cross', 4, 13));
    await page.locator('mark[data-mark="inner"]').last().click();
    expect(await told()).toContain('activate inner cross outer true');
    await page.locator('h1').click();
    expect((await told()).filter((one) => one.startsWith('activate'))).toEqual([]);
  });

  it('[ED10] tells Enter on the marks at the caret while reading', async () => {
    const { open, draw, select, press, told } = editor.now;
    await open('One two three four');
    await draw(claim('outer', 0, 18), claim('inner', 4, 7));
    await review();
    await select(5);
    await told();
    await press('Enter');
    expect(await told()).toEqual(['activate inner outer true']);
  });

  it('[ED11] tells when the pointer or the caret enters and leaves marks, once each', async () => {
    const { page, open, draw, select, press, told } = editor.now;
    await open('One two three four');
    await draw(claim('outer', 0, 13), claim('inner', 4, 7));
    await page.locator('mark[data-mark="inner"]').last().hover();
    expect(await told()).toEqual(['hover inner outer']);
    await page.mouse.move(5, 5);
    expect(await told()).toEqual(['hover ']);
    await select(16);
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await page.waitForFunction(() => window.desk.told.length > 0);
    expect(await told()).toEqual(['hover outer']);
  });
});

describe('the selection', () => {
  it('[ED12] is held trimmed of white space at its ends, in one range over blocks', async () => {
    const { page, open, select } = editor.now;
    await open('One two ', ' three four');
    const held = () =>
      page.evaluate(() => {
        const ranges = window.desk.editor.heldSelection();
        window.desk.marks.set(
          ranges.map((range) => ({
            id: 'held',
            ranges: [range],
            label: 'claim',
            letter: 'C',
            hue: 'blue',
            line: 'solid',
            description: '',
            pending: false,
          })),
        );
        return { count: ranges.length, text: window.desk.placed().held?.text };
      });
    await select(3, 16);
    expect(await held()).toEqual({ count: 1, text: 'two \n three' });
    await select(7, 10);
    expect(await held()).toEqual({ count: 0, text: undefined });
    await select(4);
    expect(await held()).toEqual({ count: 0, text: undefined });
  });

  it('[ED12] has a rectangle while something is selected', async () => {
    const { page, open, select } = editor.now;
    await open('One two three');
    await select(0, 7);
    const box = await page.evaluate(() => window.desk.editor.selectionRectangle()?.toJSON() ?? null);
    const words = await page.getByText('One two three').boundingBox();
    expect(box!.left).toBeGreaterThan(words!.x);
    expect(box!.top).toBeGreaterThanOrEqual(words!.y - 1);
    await select(2);
    expect(await page.evaluate(() => window.desk.editor.selectionRectangle())).toBe(null);
  });
});
