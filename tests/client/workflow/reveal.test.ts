import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../client/src/workflow/progress.ts';
import { listed, lookWords, notDoneWords, revealedWords } from '../../../client/src/workflow/reveal-words.ts';
import { seenReveals } from '../../../client/src/workflow/seen-reveals.ts';
import { review } from '../margin/builders.ts';
import { ana, BLIND, ben, cleo, grouped, minute, nameOf, planned } from './builders.ts';

describe('before the reveal', () => {
  it('[PG63] it is said who is not done', () => {
    const waiting = (done: (typeof ana)[]) =>
      notDoneWords(progressOf({ ...BLIND, done: done.map((by) => ({ by, at: minute(1) })) }, {}), nameOf);
    expect(waiting([])).toBe('Ana, Ben and Cleo are not done yet.');
    expect(waiting([ana, cleo])).toBe('Ben is not done yet.');
    expect(waiting([ana, ben, cleo])).toBe(null);
  });

  it('[PG63] where nobody was chosen, that nobody can tell', () => {
    expect(notDoneWords(progressOf(planned({ blind: true }), {}), nameOf)).toMatch(/nobody can tell/);
  });

  it('[PG63] of many, some are named', () => {
    expect(listed(['A', 'B', 'C', 'D'])).toBe('A, B, C and D');
    expect(listed(['A', 'B', 'C', 'D', 'E', 'F'])).toBe('A, B, C and 3 others');
  });
});

describe('after the reveal', () => {
  const at = minute(5);

  it('[PG63] everybody is told who or what revealed the marks', () => {
    const told = (reason: 'by-hand' | 'deadline' | 'all-done') =>
      revealedWords({ by: ben, at, reason }, ana, nameOf);
    expect(told('by-hand')).toBe('Ben has revealed all marks');
    expect(told('deadline')).toBe('The deadline has passed: all marks are revealed');
    expect(told('all-done')).toBe('All are done: all marks are revealed');
    expect(revealedWords({ by: ben, at, reason: 'by-hand' }, ben, nameOf)).toBe(
      'You have revealed all marks',
    );
  });

  it('[PG63] and where to look first', () => {
    const { annotations } = review([
      { id: 'one', by: ana },
      { id: 'two', by: ben },
      { id: 'gone', by: ben, withdrawn: true },
    ]);
    const words = (groups: string) => lookWords({ annotations, groups: grouped(groups).groups });
    expect(words('same= other')).toBe(
      'You see 2 marks by 2 people now. In 1 of 2 places the reviewers do not agree: look there first, and say why in the thread.',
    );
    expect(words('same= also=')).toBe('You see 2 marks by 2 people now. They agree everywhere.');
    expect(words('')).toBe('You see 2 marks by 2 people now.');
    expect(lookWords({ annotations: new Map(), groups: new Map() })).toMatch(/^Nobody has marked anything/);
  });

  it('[PG63] each is told until they have understood, on this device, and of another reveal again', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    } as Storage;
    const visit = (person = ana) => seenReveals(storage, person, 'article' as never);
    expect(visit().has(at)).toBe(false);
    visit().add(at);
    expect(visit().has(at)).toBe(true);
    expect(visit(ben).has(at)).toBe(false);
    expect(visit().has(minute(6))).toBe(false);
  });
});
