import type { CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

/** An input method as the operating system drives one: `compose` shows what is not decided yet, `commit` decides. */
async function inputMethod() {
  const session: CDPSession = await editor.now.page.context().newCDPSession(editor.now.page);
  return {
    compose: (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    commit: (text: string) => session.send('Input.insertText', { text }),
  };
}

/** Another person's edits of the same article, in the Y.Text; the first marker stands at 0. */
function theyInsert(index: number, text: string) {
  return editor.now.page.evaluate(([at, words]) => window.desk.otherText.insert(at, words), [
    index,
    text,
  ] as const);
}

function theyDelete(index: number, length: number) {
  return editor.now.page.evaluate(
    ([at, count]) => window.desk.otherText.delete(at!, count!),
    [index, length],
  );
}

const written = () => editor.now.page.evaluate(() => window.desk.otherText.toString());

/** What others did meanwhile has come. */
const letIn = () =>
  expect.poll(() => editor.now.page.evaluate(() => window.desk.editor.composing.get())).toBe(false);

describe('an input method', () => {
  it('[ED48] writes what was decided, in the formats and the mark where it is typed', async () => {
    const { open, select, draw, covered, blocks } = editor.now;
    await open('before after');
    await draw({ id: 'm', label: 'claim', ranges: [{ start: 0, end: 12 }] });
    await select(7);
    const { compose, commit } = await inputMethod();
    for (const text of ['n', 'に', 'にh', 'にほ', 'にほん']) await compose(text);
    await commit('日本');
    expect(await blocks()).toEqual(['paragraph before 日本after']);
    await expect.poll(covered).toEqual({ m: 'before 日本after' });
  });

  it('[ED48] stands once when another types before it in the same words', async () => {
    const { open, select, blocks } = editor.now;
    await open('one two');
    await select(7);
    const { compose, commit } = await inputMethod();
    await compose('に');
    await compose('にほ');
    await theyInsert(1, 'zero ');
    await compose('にほん');
    await theyInsert(1, '0 ');
    await commit('日本');
    await letIn();
    expect(await blocks()).toEqual(['paragraph 0 zero one two日本']);
    expect(await written()).toBe('0 zero one two日本');
  });

  it('[ED48] stands once when another composes within the same words, and at the same place', async () => {
    const { open, select, blocks } = editor.now;
    await open('one two');
    await select(7);
    const { compose, commit } = await inputMethod();
    await compose('ㅎ');
    await theyInsert(4, 'ㄱ');
    await compose('하');
    await theyDelete(4, 1);
    await theyInsert(4, '가');
    await theyInsert((await written()).length + 1, '!');
    await compose('한');
    await commit('한');
    await letIn();
    // Two who write at one place at once stand in either order, the same for both.
    expect(await blocks()).toEqual([expect.stringMatching(/^paragraph one가 two(한!|!한)$/)]);
  });

  it('[ED48] shows what others do while one composes once it is decided, and only then', async () => {
    const { page, open, select, text, draw, covered } = editor.now;
    await open('one two');
    await draw({ id: 'm', label: 'claim', ranges: [{ start: 0, end: 7 }] });
    await select(7);
    const { compose, commit } = await inputMethod();
    await compose('に');
    await theyInsert(4, ', and');
    expect(await text()).toBe('one twoに');
    expect(await written()).toBe('one, and twoに');
    await commit('日');
    await letIn();
    expect(await text()).toBe('one, and two日');
    await expect.poll(covered).toEqual({ m: 'one, and two' });
    await theyInsert(1, 'At once: ');
    expect(await text()).toBe('At once: one, and two日');
    await page.keyboard.press('Control+z');
    expect(await text()).toBe('At once: one, and two');
  });

  it('[ED48] stands once when another types behind it, in another paragraph, or makes words bold', async () => {
    const { page, open, select, blocks } = editor.now;
    await open('one two', 'three');
    await select(3);
    const { compose, commit } = await inputMethod();
    await compose('に');
    await page.evaluate(() => {
      window.desk.otherText.insert(9, '!');
      window.desk.otherText.insert(11, 'THREE ');
      window.desk.otherText.format(1, 2, { strong: true });
    });
    await compose('にほ');
    await commit('日本');
    await letIn();
    expect(await blocks()).toEqual(['paragraph one日本 two!', 'paragraph THREE three']);
  });

  it('[ED48] stands once when another splits the paragraph, and deletes words around it', async () => {
    const { page, open, select, text } = editor.now;
    await open('one two', 'end');
    await select(7);
    const { compose, commit } = await inputMethod();
    await compose('に');
    await page.evaluate(() => window.desk.otherText.insertEmbed(4, new window.Y.Map()));
    await compose('にほ');
    await commit('日本');
    await letIn();
    expect(await text()).toBe('one\n two日本\nend');
    await compose('か');
    await theyDelete(5, 4);
    await commit('漢');
    await letIn();
    expect(await text()).toBe('one\n日本漢\nend');
    expect(await written()).toBe('one日本漢end');
  });

  it('[ED48] stands once when another deletes the paragraph it is in, with all that was there', async () => {
    const { open, select, text } = editor.now;
    await open('one', 'two', 'end');
    await select(7);
    const { compose, commit } = await inputMethod();
    await compose('に');
    await theyDelete(4, 4);
    await commit('日本');
    await letIn();
    expect(await text()).toBe('one日本\nend');
    expect(await written()).toBe('one日本end');
  });

  it('[ED48] when it is left alone for ten seconds, others are shown again, and no word of anybody is lost', async () => {
    const { page, open, select, text } = editor.now;
    await page.clock.install();
    await open('one two');
    await select(7);
    const { compose, commit } = await inputMethod();
    await compose('に');
    await page.clock.fastForward(9_000);
    await compose('にほ');
    await theyInsert(4, ' and');
    await page.clock.fastForward(9_000);
    expect(await text()).toBe('one twoにほ');
    await page.clock.fastForward(1_001);
    await expect.poll(text).toContain('one and two');
    await commit('日本');
    await page.clock.runFor(100);
    // The browser has decided the letters that were under way in the words it had to draw again.
    expect((await text()).replace('にほ', '')).toBe('one and two日本');
  });
});

describe('what a spelling checker, autocorrection or keyboard replaces', () => {
  /** As browsers announce it: the words to be replaced as the target range, the new ones as data. */
  async function replaced(start: number, end: number, words: string) {
    return editor.now.page.evaluate(
      ([from, to, text]) => {
        const { view } = window.desk.editor;
        const [first, last] = [view.domAtPos(from + 1), view.domAtPos(to + 1)];
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/plain', text);
        const event = new InputEvent('beforeinput', {
          inputType: 'insertReplacementText',
          dataTransfer,
          targetRanges: [
            new StaticRange({
              startContainer: first.node,
              startOffset: first.offset,
              endContainer: last.node,
              endOffset: last.offset,
            }),
          ],
          bubbles: true,
          cancelable: true,
        });
        view.dom.dispatchEvent(event);
        return event.defaultPrevented;
      },
      [start, end, words] as const,
    );
  }

  it('[ED49] is one edit of these words, and the mark stays on what is left of them', async () => {
    const { open, draw, blocks, covered } = editor.now;
    await open('they recieve it');
    await draw({ id: 'm', label: 'claim', ranges: [{ start: 5, end: 12 }] });
    await replaced(5, 12, 'receive');
    expect(await blocks()).toEqual(['paragraph they receive it']);
    expect(await covered()).toEqual({ m: 'receive' });
  });

  it('[ED49] is taken back by one undo', async () => {
    const { open, select, press, blocks } = editor.now;
    await open('teh end');
    await select(0);
    expect(await replaced(0, 3, 'the')).toBe(true);
    expect(await blocks()).toEqual(['paragraph the end']);
    await press('Control+z');
    expect(await blocks()).toEqual(['paragraph teh end']);
  });

  it('[ED49] changes nothing in review mode', async () => {
    const { page, open, blocks } = editor.now;
    await open('teh end');
    await page.evaluate(() => window.desk.mode.set('review'));
    await replaced(0, 3, 'the');
    expect(await blocks()).toEqual(['paragraph teh end']);
  });
});
