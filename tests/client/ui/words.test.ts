import { describe, expect, it } from 'vitest';
import { describeKeys, describeMoment, initialsOf } from '../../../client/src/ui/index.ts';

describe('how a person is drawn', () => {
  it.each([
    ['Ada Lindqvist', 'AL'],
    ['Esther', 'E'],
    ['Farouk ben El-Amin', 'FE'],
    ['  søren   kierkegaard ', 'SK'],
    ['李 小龍', '李小'],
    ['👩🏽‍🚀 Jo', '👩🏽‍🚀J'],
    ['', '?'],
  ])('[UI3] the initials of %j are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('how keys are called', () => {
  it.each([
    ['Mod-k', 'Ctrl+K', '⌘K'],
    ['Mod-Alt-m', 'Ctrl+Alt+M', '⌘⌥M'],
    ['?', '?', '?'],
    ['Mod--', 'Ctrl+-', '⌘-'],
    ['Escape', 'Esc', 'Esc'],
  ])('[UI4] %s is %s on most keyboards and %s on a Mac', (chord, most, mac) => {
    expect(describeKeys(chord, false)).toBe(most);
    expect(describeKeys(chord, true)).toBe(mac);
  });
});

describe('how a moment is said', () => {
  const now = Date.parse('2026-03-10T12:00:00.000Z');
  it.each([
    ['2026-03-10T11:59:40.000Z', 'just now'],
    ['2026-03-10T12:00:03.000Z', 'just now'],
    ['2026-03-10T12:00:59.000Z', 'just now'],
    ['2026-03-10T12:01:00.000Z', 'in 1 minute'],
    ['2026-03-10T11:55:00.000Z', '5 minutes ago'],
    ['2026-03-10T09:00:00.000Z', '3 hours ago'],
    ['2026-03-09T11:00:00.000Z', 'yesterday'],
    ['2026-03-17T11:00:00.000Z', 'in 7 days'],
    ['2026-02-03T12:00:00.000Z', 'Feb 3'],
    ['2024-02-03T12:00:00.000Z', 'Feb 3, 2024'],
  ])('[UI5] %s is said as %j', (at, words) => {
    expect(describeMoment(at, now)).toBe(words);
  });
});
