import { chordOf, runShortcut } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import { enterCard } from './moving.ts';

/** A key pressed in the text while letters are commands; true when it was used. */
export function takeReviewKey(desk: Desk, event: KeyboardEvent): boolean {
  return takeEnter(desk, event) || runShortcut(event);
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
