import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

const WORDS = 'The sea wall gave way before the boats were in and nobody had been told of it in time.';

/** A long article with five marks in each paragraph. */
async function openMany(paragraphs: number): Promise<void> {
  await editor.now.open(...Array.from({ length: paragraphs }, (_, i) => `${i} ${WORDS}`));
  await editor.now.page.evaluate(() => {
    const asked: { id: string; label: string; ranges: { start: number; end: number }[] }[] = [];
    let offset = 0;
    for (const line of window.desk.linear().split('\n')) {
      const number = line.split(' ')[0];
      for (const word of ['sea', 'wall', 'gave', 'boats', 'nobody']) {
        const start = offset + line.indexOf(word);
        asked.push({
          id: `${number} ${word}`,
          label: 'claim',
          ranges: [{ start, end: start + word.length }],
        });
      }
      offset += line.length + 1;
    }
    window.desk.draw(asked);
  });
}

/** The paragraphs in which marks are drawn. */
function drawn(): Promise<number[]> {
  return editor.now.page.evaluate(() =>
    [...window.desk.editor.view.dom.children].flatMap((block, i) => (block.querySelector('mark') ? [i] : [])),
  );
}

async function settled(): Promise<void> {
  await editor.now.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

function inView(): Promise<number[]> {
  return editor.now.page.evaluate(() =>
    [...window.desk.editor.view.dom.children].flatMap((block, i) => {
      const { top, bottom } = block.getBoundingClientRect();
      return bottom > 0 && top < innerHeight ? [i] : [];
    }),
  );
}

async function undrawnInView(): Promise<number[]> {
  const withMarks = new Set(await drawn());
  return (await inView()).filter((number) => !withMarks.has(number));
}

describe('very many marks', () => {
  it('[ED52] are drawn in and near the view, wherever one scrolls', async () => {
    await openMany(210);
    expect(await inView()).toContain(0);
    expect(await drawn()).toEqual(expect.arrayContaining(await inView()));
    expect((await drawn()).length).toBeLessThan(100);
    for (const share of [0.5, 0.97, 0.2]) {
      await editor.now.page.evaluate((at) => scrollTo(0, at * document.body.scrollHeight), share);
      await settled();
      expect((await inView()).length).toBeGreaterThan(3);
      await expect.poll(undrawnInView).toEqual([]);
      expect((await drawn()).length).toBeLessThan(100);
    }
  });

  it('[ED52] are known where they are not drawn, and drawn where one is led to', async () => {
    await openMany(210);
    expect(await drawn()).not.toContain(190);
    expect((await editor.now.placed())['190 boats']).toEqual({ status: 'exact', text: 'boats' });
    await editor.now.page.evaluate(() => window.desk.editor.focusMarks(['190 sea'], { scroll: true }));
    await expect.poll(drawn).toContain(190);
    await expect.poll(inView).toContain(190);
  });

  it('[ED54] are all placed in a tab that was opened behind another', async () => {
    await editor.now.page.evaluate(() =>
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }),
    );
    await openMany(210);
    await expect.poll(async () => Object.keys(await editor.now.placed()).length).toBe(1_050);
  });

  it('[ED52] stand on their words while others write above, and blocks come and go', async () => {
    await openMany(210);
    await editor.now.page.evaluate(() => {
      const { otherText: text } = window.desk;
      text.insert(1, 'Written above. ');
      text.insertEmbed(1, new window.Y.Map());
      text.delete(200, 300);
    });
    await settled();
    const covered = await editor.now.covered();
    expect(covered['12 wall']).toBe('wall');
    expect(await drawn()).toEqual(expect.arrayContaining((await inView()).slice(3)));
  });

  it('[ED52] are all drawn on paper', async () => {
    await openMany(210);
    await editor.now.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect((await drawn()).length).toBe(210);
    await editor.now.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect((await drawn()).length).toBeLessThan(100);
  });
});

describe('a long article', () => {
  it('[ED53] numbers its lists as a short one does', async () => {
    const { page, open } = editor.now;
    const item = (text: string) => ['list_item', { kind: 'ordered' }, text] as const;
    const filling = Array.from({ length: 200 }, () => WORDS);
    await open(item('a'), item('b'), 'p', item('c'), ['heading', { level: 2 }, 'h'], item('d'), ...filling);
    const session = await page.context().newCDPSession(page);
    const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
    const shown = documents[0]!.layout.text.map((text) => strings[text] ?? '');
    expect(shown.filter((_, i) => shown[i + 1] === '.')).toEqual(['1', '2', '1', '1']);
  });

  it('[ED53] is left by the keyboard at its very end, which was never in view, and selected to there', async () => {
    const { page, open } = editor.now;
    await open(...Array.from({ length: 200 }, () => WORDS), `${WORDS} ${WORDS} ${WORDS}`);
    await page.locator('.ProseMirror > p').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' The end.');
    await expect
      .poll(() => page.evaluate(() => window.desk.linear().slice(-18)))
      .toBe(' it in time. The end.'.slice(-18));
    const selected = () =>
      page.evaluate(() => {
        const { doc, selection } = window.desk.editor.view.state;
        return [selection.from, doc.content.size - selection.to];
      });
    await page.keyboard.press('Control+Home');
    await expect.poll(async () => (await selected())[0]).toBe(1);
    await page.keyboard.press('Control+Shift+End');
    await expect.poll(selected).toEqual([1, 1]);
    await page.keyboard.press('Backspace');
    await expect.poll(() => page.evaluate(() => window.desk.linear())).toBe('');
  });

  it('[ED53] says where words stand that were never in view', async () => {
    await openMany(200);
    const [far, block] = await editor.now.page.evaluate(() => [
      window.desk.editor.rectangleOf('180 sea')!.toJSON(),
      window.desk.editor.view.dom.children[180]!.getBoundingClientRect().toJSON(),
    ]);
    expect(far.width).toBeGreaterThan(10);
    expect(far.top).toBeGreaterThanOrEqual(block.top - 1);
    expect(far.bottom).toBeLessThanOrEqual(block.bottom + 1);
  });
});
