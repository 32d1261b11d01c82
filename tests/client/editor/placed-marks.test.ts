import { describe, expect, it } from 'vitest';
import type { PlacedMarks } from '../../../client/src/editor/index.ts';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

const claim = (id: string, start: number, end: number) => ({ id, label: 'claim', ranges: [{ start, end }] });

/** Notes where marks stand now; `since` says what is another object than when it was noted. */
const note = () =>
  editor.now.page.evaluate(() => {
    Object.assign(window, { noted: window.desk.editor.placed.get() });
  });
const since = () =>
  editor.now.page.evaluate(() => {
    const { noted } = window as unknown as { noted: PlacedMarks };
    const now = window.desk.editor.placed.get();
    return {
      order: now.order !== noted.order,
      orphaned: now.orphaned !== noted.orphaned,
      lost: [...now.orphaned],
    };
  });

describe('where marks stand', () => {
  it('[PG40] has the same order and the same lost marks while somebody types', async () => {
    const { open, draw, select, type, placed } = editor.now;
    await open('One two three four', 'five six seven');
    await draw(claim('word', 4, 7), claim('long', 4, 23), claim('twin', 4, 7));
    await note();
    await select(5);
    await type('xyz');
    expect(await since()).toEqual({ order: false, orphaned: false, lost: [] });
    expect(await placed()).toMatchObject({ word: { status: 'changed', text: 'txyzwo' } });
  });

  it('[PG40] has another order when marks come or go or begin elsewhere beside others, other lost ones when words go', async () => {
    const { open, draw, select, press } = editor.now;
    await open('One two three four');
    await draw(claim('outer', 0, 13), claim('inner', 4, 13));
    await note();
    await select(0, 4);
    await press('Delete');
    expect(await since()).toMatchObject({ order: true, orphaned: false });
    await note();
    await draw(claim('new', 10, 14));
    expect(await since()).toMatchObject({ order: true, orphaned: false });
    await note();
    await select(10, 14);
    await press('Delete');
    expect(await since()).toMatchObject({ orphaned: true, lost: ['new'] });
  });
});
