import type { Role, Task, TaskId, Workflow } from '@assay/shared/model';
import { ACTIONS } from '@assay/shared/policy';
import { describe, expect, it } from 'vitest';
import { articleActions } from '../../../client/src/article/actions.ts';
import { isPossibleIn } from '../../../client/src/session/phase-rights.ts';
import { goForward, rightsIn } from '../../../client/src/workflow/flow.ts';
import { flowActions } from '../../../client/src/workflow/flow-actions.ts';
import { openPoints, openPointWords } from '../../../client/src/workflow/open-points.ts';
import { quietDesk } from '../article/builders.ts';
import { review } from '../margin/builders.ts';
import { ana, BLIND, ben, grouped, minute, planned, REVEALED } from './builders.ts';

const at = (workflow: Workflow, role: Role) => quietDesk({ ...review([]), workflow }, role);

const offered = (workflow: Workflow, role: Role) =>
  flowActions(at(workflow, role).desk.flow)
    .filter((action) => !action.isDisabled)
    .map(({ title }) => title);

const SIGNED_OFF = planned({
  phase: 'signed-off',
  signedOff: { by: ben, at: minute(9), hash: 'abc', events: 12 },
});

describe('what can be done about the review', () => {
  it.each<[string, Workflow, readonly string[]]>([
    ['while people mark together', planned(), ['Plan the review', 'I am done', 'Go on to the discussion']],
    ['while they mark blind', BLIND, ['Plan the review', 'I am done', 'Reveal all marks']],
    ['while they discuss', REVEALED, ['Plan the review', 'Go on to settling']],
    [
      'while they settle',
      planned({ phase: 'settling' }),
      ['Plan the review', 'Sign off the review', 'Go back to the discussion'],
    ],
    ['when it is signed off', SIGNED_OFF, ['Reopen the review']],
  ])('[PG66] %s, by a moderator', (_, workflow, titles) => {
    expect(offered(workflow, 'moderator')).toEqual(titles);
  });

  it('[PG66] a reviewer who was asked says that they are done and takes it back, and no more', () => {
    expect(offered(BLIND, 'reviewer')).toEqual(['I am done']);
    const done = { ...BLIND, done: [{ by: ana, at: minute(1) }] };
    expect(offered(done, 'reviewer')).toEqual(['I am not done yet']);
    expect(offered({ ...BLIND, reviewers: [ben] }, 'reviewer')).toEqual([]);
    expect(offered(REVEALED, 'reviewer')).toEqual([]);
    expect(offered(BLIND, 'viewer')).toEqual([]);
  });

  it('[PG66] its keys are no others’, and all have names of their own', () => {
    const { desk } = at(BLIND, 'moderator');
    const actions = [...articleActions(desk), ...flowActions(desk.flow)].filter((one) => !one.boundElsewhere);
    const keys = actions.flatMap((action) => action.keys ?? []);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  });

  it('[PG63] revealing asks first; what can be taken back is done at once', () => {
    const blind = at(BLIND, 'moderator');
    goForward(blind.desk.flow);
    expect(blind.desk.flow.question.get()).toBe('reveal');
    expect(blind.wishes).toEqual([]);
    const discussing = at(REVEALED, 'moderator');
    goForward(discussing.desk.flow);
    expect(discussing.wishes).toEqual([{ type: 'review.move', to: 'settling' }]);
  });
});

describe('signing off', () => {
  it('[PG65] says what is still open', () => {
    const task = { id: 'call', state: 'open' } as Task;
    const closed = { id: 'done', state: 'done' } as Task;
    const tasks = new Map<TaskId, Task>([task, closed].map((one) => [one.id, one]));
    const state = { ...grouped('one two! three? four?!'), tasks };
    expect(openPoints(state)).toEqual({ groups: 4, unsettled: 2, parked: 1, tasks: 1 });
    expect(openPointWords(openPoints(state))).toEqual([
      '2 of 4 groups not settled',
      '1 item put off',
      '1 task not done',
    ]);
    expect(openPointWords(openPoints(grouped('one!')))).toEqual([]);
  });

  it('[PG65] leaves reading, exporting and reopening, to nobody anything else', () => {
    const left = ACTIONS.filter((action) => isPossibleIn('signed-off', action));
    expect(left).toEqual(expect.arrayContaining(['article.read', 'article.export', 'review.move']));
    expect(
      left.filter((one) => /^(annotation|comment|thread|text|vote|decision|task|group)\./.test(one)),
    ).toEqual([]);
    expect(ACTIONS.every((action) => isPossibleIn('settling', action))).toBe(true);
  });

  it('[PG65] can be reopened by who leads', () => {
    expect(rightsIn(at(SIGNED_OFF, 'owner').desk.flow).forward).toBe('reopen');
    expect(rightsIn(at(SIGNED_OFF, 'editor').desk.flow).forward).toBe(null);
  });
});
