import { PHASES, type Phase, type Workflow } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { openPoints } from '../../../client/src/workflow/open-points.ts';
import { phaseName, stepsOf } from '../../../client/src/workflow/phase-words.ts';
import { progressOf } from '../../../client/src/workflow/progress.ts';
import { type Asker, standingOf } from '../../../client/src/workflow/standing.ts';
import { ana, BLIND, ben, grouped, minute, planned } from './builders.ts';

const MODERATOR: Asker = { leads: true, marks: true };
const REVIEWER: Asker = { leads: false, marks: true };
const VIEWER: Asker = { leads: false, marks: false };

const standing = (workflow: Workflow, asker: Asker, groups = '') =>
  standingOf(workflow, progressOf(workflow, {}), openPoints(grouped(groups)), asker);

describe('the steps of the review', () => {
  it.each<[Phase, string]>([
    ['marking', '[Mark] Discuss Settle Signed off'],
    ['discussing', '+Mark [Discuss] Settle Signed off'],
    ['settling', '+Mark +Discuss [Settle] Signed off'],
    ['signed-off', '+Mark +Discuss +Settle [Signed off]'],
  ])('[PG60] while %s: which are done, and where the article is', (phase, expected) => {
    const shown = stepsOf({ phase, blind: false }).map(
      ({ name, state }) => ({ done: `+${name}`, now: `[${name}]`, ahead: name })[state],
    );
    expect(shown.join(' ')).toBe(expected);
  });

  it('[PG60] blind marking is named', () => {
    expect(stepsOf({ phase: 'marking', blind: true })[0]!.name).toBe('Mark blind');
    expect(PHASES.map((phase) => phaseName(phase, true))).toEqual([
      'Blind marking',
      'Discussing',
      'Settling',
      'Signed off',
    ]);
  });
});

describe('what is next and who can do it', () => {
  it.each<[string, Workflow, Asker, string]>([
    [
      'marking that nobody has planned or begun, to a moderator',
      planned(),
      MODERATOR,
      'You can plan who marks, by when, and whether blind.',
    ],
    [
      'marking, to a moderator',
      planned({ reviewers: [ana] }),
      MODERATOR,
      'Next, you go on to the discussion.',
    ],
    ['marking, to a reviewer', planned(), REVIEWER, 'Next, a moderator goes on to the discussion.'],
    ['blind marking, to a moderator', BLIND, MODERATOR, 'Next, you reveal the marks.'],
    ['blind marking, to a reviewer', BLIND, REVIEWER, 'Next, a moderator reveals the marks.'],
    [
      'blind marking that ends by itself',
      { ...BLIND, deadline: minute(60), revealAt: { deadline: true, allDone: true } },
      REVIEWER,
      'Next, a moderator reveals the marks, or they are revealed by themselves when all are done or at the deadline.',
    ],
    [
      'discussing, to a moderator',
      planned({ phase: 'discussing' }),
      MODERATOR,
      'Next, you open the settling.',
    ],
    [
      'discussing, to a viewer',
      planned({ phase: 'discussing' }),
      VIEWER,
      'Next, a moderator opens the settling.',
    ],
    ['signed off, to a moderator', planned({ phase: 'signed-off' }), MODERATOR, 'You can reopen it.'],
    ['signed off, to a reviewer', planned({ phase: 'signed-off' }), REVIEWER, 'A moderator can reopen it.'],
  ])('[PG60] %s', (_, workflow, asker, next) => {
    expect(standing(workflow, asker).next).toBe(next);
  });

  it('[PG60] while settling: as long as something is open, and when nothing is', () => {
    const settling = planned({ phase: 'settling' });
    expect(standing(settling, MODERATOR, 'one two! three?')).toEqual({
      now: 'Settle what is open: 2 of 3 groups not settled, 1 item put off.',
      next: 'Next, you sign off when it is settled.',
    });
    expect(standing(settling, REVIEWER, 'one! two!')).toEqual({
      now: 'Everything is settled.',
      next: 'Next, a moderator signs off.',
    });
  });

  it('[PG60] who is done is counted as soon as somebody was chosen or has said so', () => {
    expect(standing(planned(), REVIEWER).now).toBe('Everybody sees every mark.');
    const done = [{ by: ben, at: minute(1) }];
    expect(standing(planned({ done }), VIEWER).now).toBe('The reviewers mark together. 1 person is done.');
    expect(standing(planned({ reviewers: [ana, ben], done }), REVIEWER).now).toContain('1 of 2 done.');
    expect(standing({ ...BLIND, done }, REVIEWER).now).toBe('Each marks alone. 1 of 3 done.');
  });
});
