import { chordOf, runShortcut } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import { enterCard } from './moving.ts';
import { redoMarking, undoMarking } from './undoing.ts';

/** A key pressed in the text while letters are commands; true when it was used. */
export function takeReviewKey(desk: Desk, event: KeyboardEvent): boolean {
  return takeEnter(desk, event) || takeUndo(desk, event) || runShortcut(event);
}

/** Undo and redo of marking, for whoever has not got the keyboard in words of their own. */
export function takeUndo(desk: Desk, event: KeyboardEvent): boolean {
  const chord = chordOf(event);
  const turn = UNDO_KEYS.includes(chord) ? undoMarking : REDO_KEYS.includes(chord) ? redoMarking : null;
  if (!turn || event.isComposing) return false;
  event.preventDefault();
  turn(desk);
  return true;
}

export const UNDO_KEYS: readonly string[] = ['Mod-z'];
export const REDO_KEYS: readonly string[] = ['Mod-Shift-z', 'Mod-y'];

/** Whether a key goes into words that somebody writes: a field, or the text while it is edited. */
export function isWriting({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Enter goes into the card in focus where nothing that can be pressed has the keyboard. */
export function takeEnter(desk: Desk, event: KeyboardEvent): boolean {
  const chord = chordOf(event);
  if (chord !== 'Enter' && chord !== 'Mod-Alt-Enter') return false;
  if (event.isComposing || desk.margin.focused.get() === null) return false;
  event.preventDefault();
  enterCard(desk);
  return true;
}
