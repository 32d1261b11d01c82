import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

/** Puts the other person's caret at indexes of the Y.Text. */
function stand(anchor: number, head: number, user: unknown = { name: 'Ann', colour: '#b3462f' }) {
  return editor.now.page.evaluate(
    ([from, to, who]) => {
      const { desk, Y } = window;
      const held = [from, to].map((index) => {
        const position = Y.createRelativePositionFromTypeIndex(desk.otherText, index as number);
        return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));
      });
      desk.otherAwareness.setLocalState({ user: who, cursor: { anchor: held[0], head: held[1] } });
    },
    [anchor, head, user] as const,
  );
}

/** The text before the other's caret in its block, and the words they have selected. */
function seen() {
  return editor.now.page.evaluate(() => {
    const caret = document.querySelector('.assay-caret');
    if (!caret) return null;
    const range = document.createRange();
    range.setStart(caret.closest('p, h1, h2')!, 0);
    range.setEndBefore(caret);
    const selected = [...document.querySelectorAll('.assay-remote-selection')]
      .map((one) => one.textContent)
      .join('');
    return { before: range.toString(), selected, name: caret.textContent };
  });
}

describe('other people’s carets', () => {
  it('[ED19] stand where the others are, with name and selection', async () => {
    const { open } = editor.now;
    await open('One two', 'three');
    await stand(5, 11);
    expect(await seen()).toEqual({ before: 'th', selected: 'twoth', name: 'Ann' });
    await stand(5, 5);
    expect(await seen()).toEqual({ before: 'One ', selected: '', name: 'Ann' });
  });

  it('[ED19] stay at their words through edits, also of blocks', async () => {
    const { page, open, select, type, press } = editor.now;
    await open('One two', 'three');
    await stand(5, 5);
    await select(0);
    await type('xx ');
    await press('Enter');
    expect(await seen()).toMatchObject({ before: 'One ' });
    await page.evaluate(() => window.desk.otherText.insertEmbed(7, new window.Y.Map([['t', 'heading']])));
    expect(await seen()).toMatchObject({ before: 'e ' });
  });

  it('[ED19] leave with the others, and with their leaving the article', async () => {
    const { page, open } = editor.now;
    await open('One two');
    await stand(5, 5);
    await page.evaluate(() => window.desk.otherAwareness.setLocalStateField('cursor', null));
    expect(await seen()).toBe(null);
    await stand(5, 5);
    expect(await seen()).not.toBe(null);
    await page.evaluate(() => window.desk.otherAwareness.setLocalState(null));
    expect(await seen()).toBe(null);
  });

  it('[ED20] trust neither name nor colour nor position', async () => {
    const { page, open } = editor.now;
    await open('One two');
    await stand(5, 5, {
      name: '<img src=x onerror=alert(1)>',
      colour: 'red; background: url(https://evil.example)',
    });
    expect(await seen()).toMatchObject({ name: '<img src=x onerror=alert(1)>' });
    expect(await page.locator('.assay-caret img').count()).toBe(0);
    const colour = () =>
      page
        .locator('.assay-caret')
        .evaluate((caret: HTMLElement) => caret.style.getPropertyValue('--caret-colour'));
    expect(await colour()).toBe('#5f6b7a');
    for (const cursor of [
      { anchor: 5, head: 5 },
      { anchor: 'AAAA', head: '!!' },
      'x',
      { anchor: 'x'.repeat(9999), head: '' },
    ]) {
      await page.evaluate((one) => window.desk.otherAwareness.setLocalState({ cursor: one }), cursor);
      expect(await seen()).toBe(null);
    }
    await stand(5, 5, null);
    expect(await seen()).toMatchObject({ before: 'One ', name: '' });
  });

  it('[ED21] learn of the own caret, once for many moves, and of its leaving', async () => {
    const { page, open, select, press } = editor.now;
    await open('One two three');
    const told = () =>
      page.evaluate(() => {
        const cursor: unknown = window.desk.awareness.getLocalState()?.cursor;
        if (!cursor) return null;
        const bytes = Uint8Array.from(atob(Reflect.get(cursor as object, 'head')), (one) =>
          one.charCodeAt(0),
        );
        const { Y } = window;
        return Y.createAbsolutePositionFromRelativePosition(
          Y.decodeRelativePosition(bytes),
          window.desk.other,
        )?.index;
      });
    await page.evaluate(() => {
      Object.assign(window, { changes: 0 });
      window.desk.awareness.on('change', () =>
        Object.assign(window, { changes: Reflect.get(window, 'changes') + 1 }),
      );
    });
    await select(0);
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect.poll(told).toBe(5);
    expect(await page.evaluate(() => Reflect.get(window, 'changes'))).toBeLessThan(5);
    await page.evaluate(() => window.desk.editor.destroy());
    expect(await told()).toBe(null);
  });
});
