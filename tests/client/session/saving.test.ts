import { describe, expect, it } from 'vitest';
import { connectionOf } from '../../../client/src/session/connection.ts';
import { type SavingFacts, savingOf } from '../../../client/src/session/saving.ts';
import { closedFor } from '../../../client/src/sync/index.ts';

const facts: SavingFacts = {
  connection: 'online',
  closed: null,
  unsavedText: 0,
  unsentCommands: 0,
  refusal: null,
  mayEditText: true,
};

describe('what is said of the saving', () => {
  it.each([
    [{}, { kind: 'saved' }],
    [{ connection: 'connecting' }, { kind: 'saved' }],
    [
      { unsavedText: 2, unsentCommands: 1 },
      { kind: 'saving', unsaved: 3 },
    ],
    [
      { connection: 'connecting', unsentCommands: 1 },
      { kind: 'saving', unsaved: 1 },
    ],
    [{ connection: 'offline' }, { kind: 'offline', unsaved: 0 }],
    [
      { connection: 'offline', unsavedText: 4 },
      { kind: 'offline', unsaved: 4 },
    ],
    [
      { connection: 'closed', closed: { reason: 'Reload.' } },
      { kind: 'offline', unsaved: 0 },
    ],
  ] as const)('[OB17] %j is %j', (change, saving) => {
    expect(savingOf({ ...facts, ...change })).toEqual(saving);
  });

  it('[OB17] what will not be taken is refused, with the nearest reason', () => {
    const refused = (change: Partial<SavingFacts>) => savingOf({ ...facts, unsavedText: 1, ...change });
    expect(refused({ connection: 'closed', closed: { reason: 'Reload.' } })).toMatchObject({
      reason: 'Reload.',
    });
    expect(refused({ refusal: 'The text is locked.', mayEditText: false })).toMatchObject({
      kind: 'refused',
      unsaved: 1,
      reason: 'The text is locked.',
    });
    expect(refused({ mayEditText: false })).toMatchObject({ kind: 'refused' });
  });

  it('[OB17] commands under way are not refused because the text is', () => {
    expect(savingOf({ ...facts, unsentCommands: 1, mayEditText: false })).toEqual({
      kind: 'saving',
      unsaved: 1,
    });
  });
});

describe('the connection that is shown', () => {
  const first = { kind: 'connecting', attempt: 1 } as const;
  const again = { kind: 'connecting', attempt: 3 } as const;
  const waiting = { kind: 'waiting', attempt: 2, retryIn: 900 } as const;
  const online = { kind: 'online' } as const;

  it('[OB18] is the worse of the two, and stays offline through attempts', () => {
    expect(connectionOf(online, online)).toBe('online');
    expect(connectionOf(online, first)).toBe('connecting');
    expect(connectionOf(waiting, online)).toBe('offline');
    expect(connectionOf(again, online)).toBe('offline');
    expect(connectionOf(again, closedFor(4403, ''))).toBe('closed');
  });
});
