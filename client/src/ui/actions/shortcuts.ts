import { isMac } from '../display/key-names.ts';
import { actions } from './registry.ts';
import { singleKeys } from './single-keys.ts';

/** The chord of a key event as actions name it: modifiers in the order Mod, Ctrl, Alt, Shift, then the key. */
export function chordOf(event: KeyboardEvent, mac = isMac()): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherControl = mac ? event.ctrlKey : event.metaKey;
  const key = keyOf(event);
  // A printable key with Shift already is another character: `?`, not `Shift-/`.
  const shift = event.shiftKey && (key.length > 1 || /[a-z]/.test(key));
  const modifiers = [
    mod && 'Mod',
    otherControl && (mac ? 'Ctrl' : 'Meta'),
    event.altKey && 'Alt',
    shift && 'Shift',
  ];
  return [...modifiers.filter(Boolean), key].join('-');
}

/** AltGr types: on many layouts `@` is AltGr and Q. A Mac calls its Option key the same, which there is a plain Alt. */
function isThirdLevel(event: KeyboardEvent): boolean {
  return !isMac() && event.getModifierState('AltGraph');
}

function keyOf(event: KeyboardEvent): string {
  if (event.key === ' ') return 'Space';
  // Alt changes the character on many layouts; the letter on the key is what is meant.
  const letter = /^Key([A-Z])$/.exec(event.code);
  if (event.altKey && letter) return letter[1]!.toLowerCase();
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/**
 * Runs the action bound to a key event, the one offered last first; says whether there was one. For views that
 * get key events which do not reach the page, such as the editor's in review mode.
 */
export function runShortcut(event: KeyboardEvent): boolean {
  if (event.isComposing || isThirdLevel(event)) return false;
  const chord = chordOf(event);
  if (!singleKeys.get() && chord.length === 1) return false;
  const action = actions
    .get()
    .findLast((one) => !one.boundElsewhere && !one.isDisabled && one.keys?.includes(chord));
  if (!action) return false;
  event.preventDefault();
  action.run();
  return true;
}

/** Listens for the keys of every action on the page. Returns the way to stop. */
export function listenForShortcuts(target: Document): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || inDialog(target)) return;
    if (isTyping(event) && !event.ctrlKey && !event.metaKey && !event.altKey) return;
    runShortcut(event);
  };
  target.addEventListener('keydown', listen);
  return () => target.removeEventListener('keydown', listen);
}

/** Whether the key goes into a field, so that a letter means the letter. */
function isTyping(event: KeyboardEvent): boolean {
  const [element] = event.composedPath();
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLSelectElement) return true;
  return element instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(element.type);
}

/** While a dialog or a menu asks something, the page's keys rest. */
function inDialog(target: Document): boolean {
  return Boolean(
    target.activeElement?.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'),
  );
}
