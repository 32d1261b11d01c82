import type { ThreadId } from '@assay/shared/model';
import { EMPTY_REVIEW } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { candidatesFrom, foundIn } from '../../../client/src/workflow/candidates.ts';
import {
  blindFixed,
  changesOf,
  deadlineFault,
  draftOf,
  localField,
  momentOf,
  planOf,
  withReviewer,
} from '../../../client/src/workflow/plan-draft.ts';
import { ana, BLIND, ben, cleo, minute, planned, REVEALED } from './builders.ts';

describe('the plan while it is written', () => {
  it('[PG61] says a deadline in the person’s own time, and comes back as the same moment', () => {
    expect(momentOf(localField(minute(30)))).toBe(minute(30));
    expect(momentOf('')).toBe(null);
    expect(momentOf('2026-13-45T10:00')).toBe(null);
  });

  it('[PG61] changes only what was changed; a deadline that nobody touched keeps its seconds', () => {
    const before = { ...BLIND, deadline: '2026-03-01T17:00:31.500Z' };
    const draft = draftOf(before);
    expect(changesOf(draft, before)).toEqual({});
    expect(changesOf(withReviewer(draft, ben, false), before)).toEqual({ reviewers: [ana, cleo] });
    expect(changesOf({ ...draft, deadline: '' }, before)).toEqual({ deadline: null });
    expect(changesOf({ ...draft, agreementFor: 'moderators' }, before)).toEqual({
      agreementFor: 'moderators',
    });
  });

  it('[PG61] a reveal by itself needs a deadline or reviewers, and blind marking', () => {
    const both = { deadline: true, allDone: true };
    const draft = { ...draftOf(BLIND), deadline: localField(minute(30)), revealAt: both };
    expect(planOf(draft).revealAt).toEqual(both);
    expect(planOf({ ...draft, deadline: '' }).revealAt).toEqual({ deadline: false, allDone: true });
    expect(planOf({ ...draft, reviewers: [] }).revealAt).toEqual({ deadline: true, allDone: false });
    expect(planOf({ ...draft, blind: false }).revealAt).toEqual({ deadline: false, allDone: false });
  });

  it('[PG61] a new deadline lies ahead; one that stood already may have passed', () => {
    const now = Date.parse(minute(30));
    const before = planned({ deadline: minute(10) });
    const draft = draftOf(before);
    expect(deadlineFault(draft, before, now)).toBe(null);
    expect(deadlineFault({ ...draft, deadline: localField(minute(20)) }, before, now)).toMatch(/has passed/);
    expect(deadlineFault({ ...draft, deadline: '2026-13-45T10:00' }, before, now)).toMatch(/not a date/);
    expect(deadlineFault({ ...draft, deadline: localField(minute(40)) }, before, now)).toBe(null);
  });

  it('[PG61] open or blind is fixed by the first mark or note, and by the reveal, with the reason', () => {
    const fresh = { ...EMPTY_REVIEW, workflow: BLIND };
    expect(blindFixed(fresh)).toBe(null);
    expect(blindFixed({ ...fresh, progress: { [ana]: 1 } })).toMatch(/there are marks or notes already/);
    const thread = new Map([['note' as ThreadId, {} as never]]);
    expect(blindFixed({ ...fresh, threads: thread })).toMatch(/import it again/);
    expect(blindFixed({ ...fresh, workflow: REVEALED })).toBe('Marking was blind, and it is over.');
  });
});

describe('who can be asked to mark', () => {
  const person = (id: typeof ana, name: string, program = false) => ({
    id,
    name,
    colour: '#2f6fb3',
    ...(program && { program: true as const }),
  });
  const joined = minute(0);
  const members = [
    { person: person(cleo, 'Cleo'), role: 'reviewer', joined },
    { person: person(ana, 'Ana Sá'), role: 'viewer', joined },
    { person: person(ben, 'Ben'), role: 'moderator', joined },
  ] as const;

  it('[PG61] whoever may mark, by name, and whoever is chosen already', () => {
    expect(candidatesFrom(members, new Map(), []).map(({ name }) => name)).toEqual(['Ben', 'Cleo']);
    const known = new Map([[ana, person(ana, 'Ana Sá')]]);
    expect(candidatesFrom(members, known, [ana]).map(({ name }) => name)).toEqual(['Ana Sá', 'Ben', 'Cleo']);
    const program = { person: person(ana, 'Checker', true), role: 'reviewer', joined } as const;
    expect(candidatesFrom([program], new Map(), [])).toEqual([]);
  });

  it('[PG61] a person is found by any words of their name', () => {
    const people = [person(ana, 'Ana Sá Lopes'), person(ben, 'Ben Okri')];
    expect(foundIn(people, 'lo an').map(({ name }) => name)).toEqual(['Ana Sá Lopes']);
    expect(foundIn(people, ' ')).toEqual(people);
  });
});
