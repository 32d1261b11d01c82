import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

describe('typing', () => {
  const SIGNS: readonly [signs: string, block: string][] = [
    ['# Title', 'heading(1) Title'],
    ['### Title', 'heading(3) Title'],
    ['- item', 'list_item(bullet) item'],
    ['* item', 'list_item(bullet) item'],
    ['1. item', 'list_item(ordered) item'],
    ['> words', 'paragraph(“1) words'],
    ['```code', 'code_block code'],
  ];
  for (const [signs, block] of SIGNS)
    it(`[ED13] ${signs.split(/\w/)[0]} at the start of a paragraph makes it what it means`, async () => {
      const { open, select, type, blocks } = editor.now;
      await open('before', '');
      await select(7);
      await type(signs);
      expect(await blocks()).toEqual(['paragraph before', block]);
    });

  it('[ED13] three hyphens makes a rule, and the sign comes back by Backspace', async () => {
    const { open, select, type, press, blocks } = editor.now;
    await open('One', '');
    await select(4);
    await type('---');
    await type('two');
    expect(await blocks()).toEqual(['paragraph One', 'horizontal_rule', 'paragraph two']);
    await select(8);
    await press('Enter');
    await type('# ');
    expect((await blocks()).at(-1)).toBe('heading(1)');
    await press('Backspace');
    expect((await blocks()).at(-1)).toBe('paragraph #');
  });
});

describe('Enter and Backspace', () => {
  it('[ED14] go on with a list, leave it from an empty item, and step out of indents first', async () => {
    const { open, select, type, press, blocks } = editor.now;
    await open(
      ['list_item', { kind: 'ordered' }, 'one'],
      ['list_item', { kind: 'ordered', indent: 1 }, 'two'],
    );
    await select(7);
    await press('Enter');
    await type('three');
    await press('Enter', 'Enter');
    expect((await blocks()).slice(1)).toEqual([
      'list_item(ordered >1) two',
      'list_item(ordered >1) three',
      'list_item(ordered)',
    ]);
    await press('Enter');
    expect((await blocks()).at(-1)).toBe('paragraph');
  });

  it('[ED14] end a heading, keep a quote going, and put an empty paragraph before a heading', async () => {
    const { open, select, press, blocks } = editor.now;
    await open(['heading', { level: 2 }, 'Title'], ['paragraph', { quote: 1 }, 'said']);
    await select(10);
    await press('Enter');
    await select(5);
    await press('Enter');
    await select(0);
    await press('Enter');
    expect(await blocks()).toEqual([
      'paragraph',
      'heading(2) Title',
      'paragraph',
      'paragraph(“1) said',
      'paragraph(“1)',
    ]);
  });

  it('[ED14] make a heading, list item or quote plain before they join it', async () => {
    const { open, select, press, blocks } = editor.now;
    await open(
      'One',
      ['heading', { level: 2 }, 'two'],
      ['list_item', { kind: 'bullet', indent: 1, quote: 1 }, 'three'],
    );
    await select(4);
    await press('Backspace');
    expect((await blocks())[1]).toBe('paragraph two');
    await press('Backspace');
    expect(await blocks()).toEqual(['paragraph Onetwo', 'list_item(bullet >1 “1) three']);
    await select(7);
    await press('Backspace');
    await press('Backspace');
    expect((await blocks())[1]).toBe('paragraph(“1) three');
    await press('Backspace', 'Backspace');
    expect(await blocks()).toEqual(['paragraph Onetwothree']);
  });

  it('[ED14] write a line break in code, and Tab indents in lists alone', async () => {
    const { page, open, select, press, blocks } = editor.now;
    await open(
      ['code_block', {}, 'ab'],
      ['list_item', { kind: 'bullet' }, 'one'],
      ['list_item', { kind: 'bullet' }, 'two'],
    );
    await select(1);
    await press('Enter');
    await select(9);
    await press('Tab', 'Tab');
    expect(await blocks()).toEqual(['code_block a\nb', 'list_item(bullet) one', 'list_item(bullet >1) two']);
    await press('Shift+Tab');
    expect((await blocks())[2]).toBe('list_item(bullet) two');
    await select(0);
    await press('Tab');
    expect(await page.evaluate(() => window.desk.editor.view.hasFocus())).toBe(false);
  });
});

describe('commands', () => {
  it('[ED15] make blocks what they name, say whether they are it, and take it back', async () => {
    const { page, open, select, run, blocks } = editor.now;
    await open('One', 'two');
    await select(0, 7);
    const active = (name: string) =>
      page.evaluate((one) => window.desk.editor.commands.get(one)!.active(), name);
    const KINDS = {
      'heading-2': 'heading(2)',
      'bullet-list': 'list_item(bullet)',
      'numbered-list': 'list_item(ordered)',
    };
    for (const [name, block] of Object.entries({
      ...KINDS,
      quote: 'paragraph(“1)',
      'code-block': 'code_block',
    })) {
      expect(await active(name)).toBe(false);
      expect(await run(name)).toBe(true);
      expect(await blocks()).toEqual([`${block} One`, `${block} two`]);
      expect(await active(name)).toBe(true);
      expect(await run(name)).toBe(true);
      expect(await blocks()).toEqual(['paragraph One', 'paragraph two']);
    }
  });

  it('[ED15] format words, and clear them', async () => {
    const { page, open, select, run, press } = editor.now;
    await open('One two');
    await select(0, 3);
    const html = () => page.evaluate(() => window.desk.editor.view.dom.querySelector('p')!.innerHTML);
    await press('Control+b');
    expect(await html()).toBe('<strong>One</strong> two');
    await run('superscript');
    await run('subscript');
    expect(await html()).toBe('<strong><sub>One</sub></strong> two');
    await run('clear-formatting');
    expect(await html()).toBe('One two');
  });

  it('[ED15] link words to safe addresses only, and know the address', async () => {
    const { page, open, select, run } = editor.now;
    await open('One two');
    await select(0, 3);
    expect(await run('link', 'javascript:alert(1)')).toBe(false);
    expect(await run('link', 'https://example.org/')).toBe(true);
    await select(1);
    const address = () => page.evaluate(() => window.desk.editor.commands.get('link')!.value!());
    expect(await address()).toBe('https://example.org/');
    await run('link', 'https://example.org/other');
    expect(await page.locator('#article a').textContent()).toBe('One');
    expect(await address()).toBe('https://example.org/other');
    await run('link');
    expect(await page.locator('#article a').count()).toBe(0);
  });

  it('[ED15] move blocks, lifting the side with fewer marks', async () => {
    const { open, draw, select, press, blocks, covered, type } = editor.now;
    await open('One', 'two is longer than the others', 'three');
    await draw({ id: 'm', label: 'claim', ranges: [{ start: 4, end: 7 }] });
    await select(6);
    await press('Alt+ArrowDown');
    await type('!');
    expect(await blocks()).toEqual([
      'paragraph One',
      'paragraph three',
      'paragraph tw!o is longer than the others',
    ]);
    await press('Alt+ArrowUp', 'Alt+ArrowUp');
    expect((await blocks())[0]).toBe('paragraph tw!o is longer than the others');
    expect(await covered()).toEqual({ m: 'tw!o' });
  });

  it('[ED15] undo and redo the own edits, not those of others', async () => {
    const { page, open, select, type, press, text } = editor.now;
    await open('One');
    await select(3);
    await type('!');
    await page.evaluate(() => window.desk.otherText.insert(1, 'Others: '));
    await press('Control+z');
    expect(await text()).toBe('Others: One');
    expect(await page.evaluate(() => window.desk.editor.canRedo.get())).toBe(true);
    await press('Control+Shift+z');
    expect(await text()).toBe('Others: One!');
  });
});

describe('lists and quotes', () => {
  it('[ED16] are numbered as they are nested, and begin anew after other blocks', async () => {
    const { page, open } = editor.now;
    const item = (text: string, indent = 0) => ['list_item', { kind: 'ordered', indent }, text] as const;
    const quoted = ['list_item', { kind: 'ordered', quote: 1 }, 'q'] as const;
    await open(
      item('a'),
      item('b', 1),
      item('c', 1),
      item('d'),
      item('e', 1),
      'p',
      item('f'),
      quoted,
      quoted,
    );
    const session = await page.context().newCDPSession(page);
    const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
    const shown = documents[0]!.layout.text.map((text) => strings[text] ?? '');
    const numbers = shown.filter((_, i) => shown[i + 1] === '.');
    expect(numbers).toEqual(['1', 'a', 'b', '2', 'a', '1', '1', '2']);
  });

  it('[ED16] of equal depth touch, so that quotes read as one box', async () => {
    const { page, open } = editor.now;
    await open(
      ['paragraph', { quote: 1 }, 'one'],
      ['list_item', { quote: 1, kind: 'bullet' }, 'two'],
      'three',
    );
    const boxes = await page.evaluate(() =>
      [...window.desk.editor.view.dom.children].map((block) => block.getBoundingClientRect().toJSON()),
    );
    expect(boxes[1].top).toBeCloseTo(boxes[0].bottom, 1);
    expect(boxes[2].top).toBeGreaterThan(boxes[1].bottom + 5);
  });
});
