import { describe, expect, it } from 'vitest';
import { blindWords } from '../../../client/src/workflow/blind-words.ts';
import { deadlineWords } from '../../../client/src/workflow/deadline-words.ts';
import { isAsked, progressOf, progressWords } from '../../../client/src/workflow/progress.ts';
import { ana, BLIND, ben, cleo, minute, planned } from './builders.ts';

describe('how far everybody is', () => {
  it('[PG62] each reviewer with their marks, in the order of the plan, then who else has marked', () => {
    const workflow = planned({ reviewers: [ben, ana], done: [{ by: ana, at: minute(1) }] });
    const progress = progressOf(workflow, { [cleo]: 2, [ana]: 7 });
    expect(progress.people).toEqual([
      { person: ben, marks: 0, done: false, asked: true },
      { person: ana, marks: 7, done: true, asked: true },
      { person: cleo, marks: 2, done: false, asked: false },
    ]);
    expect(progressWords(progress)).toBe('1 of 2 done');
  });

  it('[PG62] where nobody was chosen, those who have marked or are done, out of nobody knows how many', () => {
    const progress = progressOf(planned({ done: [{ by: ben, at: minute(1) }] }), { [ana]: 3, [cleo]: 0 });
    expect(progress.people.map(({ person }) => person)).toEqual([ana, ben]);
    expect(progressWords(progress)).toBe('1 person is done');
    expect(progressWords(progressOf(planned(), {}))).toBe('Nobody is done yet');
  });

  it('[PG62] only who was chosen is asked whether they are done; everybody, where nobody was', () => {
    expect(isAsked(BLIND, ana)).toBe(true);
    expect(isAsked(planned({ reviewers: [ben] }), ana)).toBe(false);
    expect(isAsked(planned(), ana)).toBe(true);
    expect(isAsked(planned(), null)).toBe(false);
  });
});

describe('the banner of a blind article', () => {
  const reader = { marks: true, notes: true, asked: true, done: false };

  it('[PG62] tells a reviewer what to do and who sees it', () => {
    expect(blindWords(reader)).toMatch(
      /^Mark what you find, and say when you are done\. .*yours alone until/,
    );
    expect(blindWords({ ...reader, done: true })).toMatch(/^You are done\. You can still change your marks/);
    expect(blindWords({ ...reader, asked: false })).toContain('nobody waits for you');
  });

  it('[PG62] tells those who do not mark when they will see something', () => {
    const commenter = blindWords({ ...reader, marks: false, asked: false });
    expect(commenter).toContain('You will see their marks when they are revealed');
    expect(commenter).toContain('what you note here stays yours alone');
    expect(blindWords({ marks: false, notes: false, asked: false, done: false })).not.toContain('note');
  });

  it('[PG62] says of a deadline whether it has passed and what it does', () => {
    const now = Date.parse(minute(10));
    expect(deadlineWords(minute(20), now, true)).toEqual({
      before: 'Deadline:',
      after: '. All marks are revealed then.',
    });
    expect(deadlineWords(minute(20), now, false).after).toBe('.');
    expect(deadlineWords(minute(5), now, true)).toEqual({ before: 'The deadline was', after: '.' });
  });
});
