import { addSelection, rightsOn, snapMark, takeSelectionOut } from '../margin/index.ts';
import type { Action } from '../ui/index.ts';
import { type Desk, focusedEntry } from './desk.ts';
import { EXTENT_KEYS } from './extent-keys.ts';

/** What is done with the words of the mark in focus, and the keys of its ends once they are taken up. */
export function extentActions(desk: Desk): readonly Action[] {
  const { margin, session } = desk;
  const section = 'The words of the mark in focus';
  const entry = focusedEntry(desk);
  const may = entry !== null && rightsOn(session, entry).reshape;
  const stands = may && entry.status !== 'orphaned';
  const act = (id: string, title: string, keys: readonly string[], run: (id: string) => void): Action => ({
    id,
    title,
    section,
    keys,
    isDisabled: id === 'add-words' ? !may : !stands,
    run() {
      const now = focusedEntry(desk);
      if (now) run(now.id);
    },
  });
  return [
    act('add-words', 'Add the selected words to it', ['a', 'Mod-Alt-a'], (id) => {
      desk.settledSelection.set(margin.editor.get()?.selection.get().text ?? null);
      addSelection(margin, id);
    }),
    act('take-words-out', 'Take the selected words out of it', ['Shift-a'], (id) => {
      desk.settledSelection.set(margin.editor.get()?.selection.get().text ?? null);
      takeSelectionOut(margin, id);
    }),
    act('snap', 'Snap it to whole words', ['w', 'Mod-Alt-w'], (id) => snapMark(margin, id)),
    act('take-start', 'Take up its start, to move it', [',', 'Mod-Alt-,'], () => margin.grabbed.set('start')),
    act('take-end', 'Take up its end, to move it', ['.', 'Mod-Alt-.'], () => margin.grabbed.set('end')),
    ...EXTENT_KEYS.map(({ id, title, keys }) => ({
      id,
      title,
      section: 'An end that was taken up',
      keys,
      // By the end itself, and only while it has the keyboard.
      boundElsewhere: true,
      hidden: true,
      run() {},
    })),
  ];
}
