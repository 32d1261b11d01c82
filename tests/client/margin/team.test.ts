import type { Person } from '@assay/shared/model';
import { expect, it } from 'vitest';
import { createTeam } from '../../../client/src/margin/team.ts';
import { ana } from './builders.ts';

const person: Person = { id: ana, name: 'Ana', colour: '#336699' };

it('[PG80] the team is asked for when somebody is to be named, once, and again after a failure', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve([person])];
  let asked = 0;
  const team = createTeam(() => answers[asked++]!);
  expect(asked).toBe(0);
  team.want();
  team.want();
  await Promise.allSettled(answers);
  expect([asked, team.people.get()]).toEqual([1, []]);
  team.want();
  await answers[1];
  team.want();
  expect([asked, team.people.get()]).toEqual([2, [person]]);
});
