import type { Person } from '@assay/shared/model';
import { expect, it } from 'vitest';
import { presenceList } from '../../../client/src/session/presence.ts';

it('[UI26] a program that is here is known as one, and nobody is for another word', () => {
  const me = { id: 'person-me', name: 'Ada', colour: '#2f6fb3' } as Person;
  const checker = { id: 'person-checker', name: 'checker', colour: '#2f6fb3', program: true };
  const bo = { id: 'person-bo', name: 'Bo', colour: '#2f6fb3', program: 'maybe' };
  const list = presenceList([{ user: checker }, { user: bo }], me);
  expect(list.map(({ person }) => [person.name, person.program])).toEqual([
    ['Ada', undefined],
    ['Bo', undefined],
    ['checker', true],
  ]);
});
