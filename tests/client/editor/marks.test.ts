import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

const claim = (id: string, start: number, end: number) => ({ id, label: 'claim', ranges: [{ start, end }] });

describe('marks in the editor', () => {
  it('[ED1] cover exactly their words, nested, crossing, coinciding and over paragraphs', async () => {
    const { open, draw, covered } = editor.now;
    await open('One two three four', 'five six seven');
    await draw(claim('outer', 0, 18), claim('inner', 4, 7), claim('same', 4, 7), claim('cross', 8, 23), {
      id: 'pieces',
      label: 'quote',
      ranges: [
        { start: 0, end: 3 },
        { start: 24, end: 27 },
      ],
    });
    expect(await covered()).toEqual({
      outer: 'One two three four',
      inner: 'two',
      same: 'two',
      cross: 'three fourfive',
      pieces: 'Onesix',
    });
  });

  it('[ED1] stay on their words while their paragraphs are typed in, split, joined and turned into a quote', async () => {
    const { open, draw, covered, placed, select, press, type, run, blocks } = editor.now;
    await open('One two three four', 'five six seven');
    await draw(claim('word', 4, 7), claim('long', 8, 23), claim('first', 0, 3));
    await select(4);
    await type('xx ');
    await select(8);
    await press('Enter');
    await run('quote');
    await select(23);
    await press('Backspace');
    expect(await blocks()).toEqual(['paragraph One xx t', 'paragraph(“1) wo three fourfive six seven']);
    expect(await covered()).toEqual({ word: 'two', long: 'three fourfive', first: 'One' });
    expect(await placed()).toMatchObject({
      word: { status: 'changed', text: 't\nwo' },
      long: { status: 'changed', text: 'three fourfive' },
      first: { status: 'exact' },
    });
  });

  it('[ED1] keep what is typed at their edges out, and what is typed inside in', async () => {
    const { open, draw, covered, select, type } = editor.now;
    await open('One two three');
    await draw(claim('word', 4, 7));
    await select(7);
    await type('!');
    await select(4);
    await type('?');
    await select(6);
    await type('-');
    expect(await covered()).toEqual({ word: 't-wo' });
  });

  it('[ED2] are drawn again where others have changed blocks under them', async () => {
    const { page, open, draw, covered, placed } = editor.now;
    await open('One two', 'three four', 'five six');
    await draw(claim('long', 4, 23), claim('middle', 8, 13));
    await page.evaluate(() => {
      const { other, otherText } = window.desk;
      other.transact(() => {
        otherText.insert(14, 'and more ');
        otherText.insertEmbed(14, new window.Y.Map());
        otherText.insertEmbed(10, new window.Y.Map([['t', 'heading']]));
        otherText.insert(1, '>> ');
      });
    });
    expect(await covered()).toEqual({ long: 'twothreeand more  fourfive', middle: 'three' });
    expect((await placed()).middle).toEqual({ status: 'changed', text: 't\nhree' });
  });

  it('[ED3] that have lost their words are orphaned', async () => {
    const { open, draw, covered, placed, select, press } = editor.now;
    await open('One two three');
    await draw(claim('word', 4, 7), claim('all', 0, 13));
    await select(4, 7);
    await press('Backspace');
    expect(await placed()).toEqual({
      word: { status: 'orphaned', text: '' },
      all: { status: 'changed', text: 'One  three' },
    });
    expect(await covered()).toEqual({ all: 'One  three' });
  });

  it('[ED2] whose words have not arrived yet appear with them', async () => {
    const { page, open, covered } = editor.now;
    await open('One');
    await page.evaluate(() => {
      const { desk, Y } = window;
      const late = new Y.Doc();
      Y.applyUpdate(late, Y.encodeStateAsUpdate(desk.doc));
      late.getText('article').insert(4, ' two');
      const item = Y.createRelativePositionFromTypeIndex(late.getText('article'), 5, 0);
      const end = Y.createRelativePositionFromTypeIndex(late.getText('article'), 8, -1);
      const encode = (one: typeof item) => btoa(String.fromCharCode(...Y.encodeRelativePosition(one)));
      const range = { start: encode(item), end: encode(end) };
      desk.marks.set([
        {
          id: 'late',
          ranges: [range],
          label: 'claim',
          letter: 'C',
          hue: 'blue',
          line: 'solid',
          description: '',
          pending: true,
        },
      ]);
      Object.assign(window, { arrive: () => Y.applyUpdate(desk.other, Y.encodeStateAsUpdate(late)) });
    });
    expect(await covered()).toEqual({});
    await page.evaluate(() => (window as unknown as { arrive(): void }).arrive());
    expect(await covered()).toEqual({ late: 'two' });
  });

  it('[ED4] on the same words have lines of their own, the innermost next to the words', async () => {
    const { page, open, draw } = editor.now;
    await open('One two three four five');
    await draw(claim('outer', 0, 23), claim('inner', 4, 7), claim('cross', 6, 13), claim('apart', 19, 23));
    const offsets = await page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll<HTMLElement>('mark[data-mark]')].map((mark) => [
          mark.dataset.mark,
          Number.parseFloat(getComputedStyle(mark).textUnderlineOffset),
        ]),
      ),
    );
    const { outer, inner, cross, apart } = offsets as Record<string, number>;
    expect(inner).toBeLessThan(cross!);
    expect(cross).toBeLessThan(outer!);
    expect(apart).toBe(inner);
  });

  it('[ED4] are told apart by line style and letter as well as by hue', async () => {
    const { page, open, draw } = editor.now;
    await open('One two three');
    await draw(claim('c', 0, 3), { id: 'q', label: 'quote', ranges: [{ start: 4, end: 7 }] });
    await draw({ id: 's', label: 'speculation', ranges: [{ start: 8, end: 13 }], pending: true });
    const looks = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('mark[data-letter]')].map((mark) => {
        const { textDecorationStyle, textDecorationColor } = getComputedStyle(mark);
        return [
          getComputedStyle(mark, '::before').content,
          textDecorationStyle,
          textDecorationColor,
          mark.dataset.pending,
        ];
      }),
    );
    expect(looks.map(([letter, style, , pending]) => [letter?.slice(0, 3), style, pending])).toEqual([
      ['"C"', 'solid', undefined],
      ['"Q"', 'double', undefined],
      ['"S"', 'dashed', 'true'],
    ]);
    expect(new Set(looks.map(([, , colour]) => colour)).size).toBe(3);
  });

  it('[ED5] light up without moving a word', async () => {
    const { page, open, draw } = editor.now;
    await open('One two three four five six seven eight nine ten '.repeat(8));
    await draw(claim('a', 4, 40), claim('b', 20, 200));
    const place = () =>
      page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(window.desk.editor.view.dom);
        return [...range.getClientRects()].map(({ left, top, width, height }) => [left, top, width, height]);
      });
    const before = await place();
    await page.evaluate(() => {
      window.desk.editor.focusMarks(['a']);
      window.desk.editor.hoverMarks(['b']);
    });
    expect(await page.locator('mark[data-focused]').count()).toBeGreaterThan(0);
    expect(await page.locator('mark[data-hovered]').count()).toBeGreaterThan(0);
    expect(await place()).toEqual(before);
    await page.evaluate(() => {
      window.desk.editor.focusMarks([]);
      window.desk.editor.hoverMarks([]);
    });
    expect(await page.locator('mark:is([data-focused], [data-hovered])').count()).toBe(0);
  });

  it('[ED6] are brought on the screen, and say where they are', async () => {
    const { page, open, draw } = editor.now;
    await open(...Array.from({ length: 80 }, (_, i) => `Paragraph ${i} with some words in it.`));
    const end = (await editor.now.text()).length;
    await draw(claim('last', end - 6, end), claim('gone', 0, 1));
    const top = () => page.evaluate(() => window.desk.editor.rectangleOf('last')?.top ?? null);
    expect(await top()).toBeGreaterThan(700);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(() => window.desk.editor.focusMarks(['last'], { scroll: true }));
    expect(await top()).toBeLessThan(700);
    await editor.now.select(0, 1);
    await editor.now.press('Delete');
    expect(await page.evaluate(() => window.desk.editor.rectangleOf('gone'))).toBe(null);
    expect(await page.evaluate(() => window.desk.editor.topOf('gone'))).toBe(null);
  });

  it('[ED6] have their top at their first line, also where that begins with a line break', async () => {
    const { page, open, draw } = editor.now;
    await open('One line.', 'and then '.repeat(60), 'The end.');
    await draw(claim('long', 20, 500), claim('break', 9, 30), claim('short', 4, 8));
    const tops = await page.evaluate(() =>
      ['long', 'break', 'short'].map((id) => [
        window.desk.editor.topOf(id),
        window.desk.editor.rectangleOf(id)!.top,
      ]),
    );
    for (const [top, boxTop] of tops) expect(top).toBe(boxTop);
    expect(new Set(tops.map(([top]) => top)).size).toBe(2);
  });
});
