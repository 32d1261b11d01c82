import { afterEach, describe, expect, it } from 'vitest';
import {
  type Action,
  actions,
  allowSingleKeys,
  chordOf,
  offerActions,
  runShortcut,
} from '../../../client/src/ui/index.ts';

interface Pressed {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly shiftKey?: boolean;
  readonly metaKey?: boolean;
  readonly altGraph?: boolean;
}

/** What the shortcut reads of a key event; Node has no `KeyboardEvent`. */
function press(pressed: Pressed): KeyboardEvent & { readonly prevented: boolean } {
  const event = Object.assign(new Event('keydown', { cancelable: true }), {
    code: '',
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    isComposing: false,
    getModifierState: (name: string) => name === 'AltGraph' && Boolean(pressed.altGraph),
    ...pressed,
  });
  Object.defineProperty(event, 'prevented', { get: () => event.defaultPrevented });
  return event as unknown as KeyboardEvent & { readonly prevented: boolean };
}

const stops: (() => void)[] = [];

function offer(id: string, keys: readonly string[], extra: Partial<Action> = {}): string[] {
  const ran: string[] = [];
  stops.push(offerActions([{ id, title: id, section: 'Test', keys, run: () => ran.push(id), ...extra }]));
  return ran;
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  allowSingleKeys(true);
});

describe('chords', () => {
  it.each<[string, Pressed]>([
    ['j', { key: 'j' }],
    ['Shift-j', { key: 'J', shiftKey: true }],
    ['?', { key: '?', shiftKey: true }],
    ['Mod-k', { key: 'k', ctrlKey: true }],
    ['Mod-Alt-m', { key: 'µ', code: 'KeyM', ctrlKey: true, altKey: true }],
    ['Escape', { key: 'Escape' }],
    ['Shift-ArrowDown', { key: 'ArrowDown', shiftKey: true }],
    ['Space', { key: ' ' }],
  ])('[UI6] names %s as actions do', (chord, pressed) => {
    expect(chordOf(press(pressed), false)).toBe(chord);
  });

  it('[UI6] takes the command key for Mod on a Mac', () => {
    expect(chordOf(press({ key: 'k', metaKey: true }), true)).toBe('Mod-k');
    expect(chordOf(press({ key: 'k', ctrlKey: true }), true)).toBe('Ctrl-k');
  });
});

describe('shortcuts', () => {
  it('[UI6] run the action of their key and take the key', () => {
    const ran = offer('next', ['j']);
    const event = press({ key: 'j' });
    expect(runShortcut(event)).toBe(true);
    expect(ran).toEqual(['next']);
    expect(event.prevented).toBe(true);
  });

  it('[UI6] leave a key alone that nothing is bound to', () => {
    const event = press({ key: 'j' });
    expect(runShortcut(event)).toBe(false);
    expect(event.prevented).toBe(false);
  });

  it('[UI7] run the action that was offered last, and the earlier one again when it has gone', () => {
    const outer = offer('library', ['n']);
    const inner = offer('article', ['n']);
    runShortcut(press({ key: 'n' }));
    stops.pop()?.();
    runShortcut(press({ key: 'n' }));
    expect([inner, outer]).toEqual([['article'], ['library']]);
  });

  it('[UI7] pass over actions that cannot run or are bound elsewhere', () => {
    const below = offer('below', ['b']);
    offer('disabled', ['b'], { isDisabled: true });
    offer('in the editor', ['b'], { boundElsewhere: true });
    runShortcut(press({ key: 'b' }));
    expect(below).toEqual(['below']);
  });

  it('[UI8] of a single letter rest when the person has switched them off; those with Ctrl do not', () => {
    const letter = offer('letter', ['j']);
    const chord = offer('chord', ['Mod-k']);
    allowSingleKeys(false);
    runShortcut(press({ key: 'j' }));
    runShortcut(press({ key: 'k', ctrlKey: true }));
    expect([letter, chord]).toEqual([[], ['chord']]);
  });

  it('[UI6] rest while a character is being composed', () => {
    const ran = offer('next', ['j']);
    const event = Object.assign(press({ key: 'j' }), { isComposing: true });
    expect([runShortcut(event), ran]).toEqual([false, []]);
  });

  it('[UI25] rest while AltGr types a character', () => {
    const ran = offer('mark', ['q', 'Mod-Alt-q', '@']);
    // Windows reports AltGr as Ctrl and Alt, Linux as neither.
    const onWindows = { key: '@', code: 'KeyQ', ctrlKey: true, altKey: true, altGraph: true };
    const onLinux = { key: '@', code: 'KeyQ', altGraph: true };
    expect([runShortcut(press(onWindows)), runShortcut(press(onLinux)), ran]).toEqual([false, false, []]);
    expect(runShortcut(press({ key: 'q', code: 'KeyQ', ctrlKey: true, altKey: true }))).toBe(true);
  });

  it('[UI7] are listed in the order in which they were offered', () => {
    offer('first', ['1']);
    offer('second', ['2']);
    expect(actions.get().map((action) => action.id)).toEqual(['first', 'second']);
  });
});
