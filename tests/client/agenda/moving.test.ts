import { describe, expect, it } from 'vitest';
import { settle, settleBatch, vote } from '../../../client/src/agenda/acts.ts';
import { agendaActions, agendaKeys } from '../../../client/src/agenda/agenda-actions.ts';
import { LEFT } from '../../../client/src/agenda/agenda-filter.ts';
import { sayClock, secondsLeft } from '../../../client/src/agenda/clock.ts';
import { chooseItem, sayItem, walkItems } from '../../../client/src/agenda/moving.ts';
import { breakAway, ledTo, partOf } from '../../../client/src/agenda/part.ts';
import { withoutKeys } from '../../../client/src/agenda/without-keys.ts';
import { articleActions } from '../../../client/src/article/actions.ts';
import { ana, ben, groupId, markId, reviewWith } from '../../shared/review/agenda-builders.ts';
import { agendaAt, running } from './builders.ts';

const THREE = ['first', 'second', 'third'].map((name, start) => ({ name, start }));
const idsOf = (desk: ReturnType<typeof agendaAt>['desk']) => desk.listed.get().map(({ group }) => group.id);

describe('walking through the agenda', () => {
  it('[AD10] goes from item to item, and stays at the ends', () => {
    const { desk } = agendaAt(reviewWith(THREE));
    walkItems(desk, 1);
    expect(desk.item.get()).toBe(groupId('first'));
    walkItems(desk, 1);
    walkItems(desk, 1);
    walkItems(desk, 1);
    expect(desk.item.get()).toBe(groupId('third'));
    walkItems(desk, -1);
    expect(desk.item.get()).toBe(groupId('second'));
  });

  it('[AD10] goes on from where an item stood that is settled now', () => {
    const { desk, become } = agendaAt(reviewWith(THREE));
    chooseItem(desk, groupId('second'));
    become(reviewWith(THREE.map((one) => (one.name === 'second' ? { ...one, decided: 'settled' } : one))));
    expect(idsOf(desk)).toEqual([groupId('first'), groupId('third')]);
    walkItems(desk, 1);
    expect(desk.item.get()).toBe(groupId('third'));
  });

  it('[AD10] says which item it is, of how many, and its words', () => {
    const { desk } = agendaAt(reviewWith(THREE));
    expect(sayItem(desk, groupId('second'))).toBe('Item 2 of 3: Claim, most: “0-9”');
  });

  it('[AD10] has its marks drawn though the filter hides them', () => {
    const { desk } = agendaAt(reviewWith([{ name: 'one', extents: ['0-9', '0-8'] }]));
    desk.margin.filter.update((filter) => ({ ...filter, statuses: ['withdrawn'] }));
    expect([...desk.margin.visible.get()]).toEqual([]);
    chooseItem(desk, groupId('one'));
    expect([...desk.margin.visible.get()].sort()).toEqual([markId('one', 0), markId('one', 1)]);
  });
});

describe('the filter of the agenda', () => {
  const { desk } = agendaAt(
    reviewWith([
      { name: 'all', state: 'agreed', extents: ['0-9', '0-9', '0-9'] },
      { name: 'edges', state: 'boundary', extents: ['0-9', '0-8', '0-9'], start: 1 },
      { name: 'quote', label: 'quote', extents: ['0-9'], start: 2 },
      { name: 'parked', parked: true, start: 3 },
      { name: 'rejected', decided: 'settled', start: 4 },
    ]),
  );
  const shown = (part: Partial<typeof LEFT>) => {
    desk.filter.set({ ...LEFT, ...part });
    return idsOf(desk).map((id) => id.replace('group-', ''));
  };

  it('[AD11] shows what is left, until one asks for something else', () => {
    expect(shown({}).sort()).toEqual(['all', 'edges', 'quote']);
    expect(shown({ standing: 'parked' })).toEqual(['parked']);
    expect(shown({ standing: 'settled' })).toEqual(['rejected']);
    expect(shown({ standing: '' })).toHaveLength(5);
  });

  it('[AD11] goes by agreement, label, person, and where one’s own differ', () => {
    expect(shown({ state: 'boundary' })).toEqual(['edges']);
    expect(shown({ label: 'quote' })).toEqual(['quote']);
    expect(shown({ person: ben }).sort()).toEqual(['all', 'edges']);
    expect(shown({ mineDiffer: true }).sort()).toEqual(['edges', 'quote']);
  });

  it('[AD11] finds where one’s own mark was overruled', () => {
    expect(shown({ standing: 'overruled' })).toEqual(['rejected']);
  });
});

describe('a session', () => {
  it('[AD12] takes along whoever is in it and follows, and nobody else', () => {
    const led = running(ben, 'second', [ben, ana]);
    expect(partOf(null, ana)).toBe('none');
    expect(partOf(running(ben, 'second', [ben]), ana)).toBe('outside');
    expect(partOf(led, ana)).toBe('follower');
    expect(partOf(led, ben)).toBe('presenter');
    expect(ledTo(led, 'follower', true)).toBe(groupId('second'));
    expect(ledTo(led, 'follower', false)).toBe(null);
    expect(ledTo(led, 'presenter', true)).toBe(null);
    expect(ledTo(led, 'outside', true)).toBe(null);
  });

  it('[AD12] is moved by whoever presents, with every item they choose', () => {
    const { desk, wishes, meet } = agendaAt(reviewWith(THREE));
    meet(running(ana, null, [ana, ben]));
    chooseItem(desk, groupId('second'));
    expect(wishes).toEqual([{ type: 'session.move', session: 'session-1', to: groupId('second') }]);
  });

  it('[AD13] is left alone by whoever chooses another item, or scrolls, until they return', () => {
    const { desk, wishes, meet } = agendaAt(reviewWith(THREE), 'reviewer');
    meet(running(ben, 'second', [ana, ben]));
    chooseItem(desk, groupId('second'));
    expect(desk.following.get()).toBe(true);
    chooseItem(desk, groupId('third'));
    expect(desk.following.get()).toBe(false);
    expect(wishes).toEqual([]);
  });

  it('[AD13] cannot be left by whoever leads it or is not in it', () => {
    const { desk, meet } = agendaAt(reviewWith(THREE));
    breakAway(desk);
    meet(running(ana, 'second', [ana, ben]));
    breakAway(desk);
    expect(desk.following.get()).toBe(true);
  });

  it('[AD14] has a clock that counts down, and on over time', () => {
    const timer = { started: '2026-01-05T09:00:00.000Z', seconds: 90 };
    const at = (second: number) => sayClock(secondsLeft(timer, Date.parse(timer.started) + second * 1_000));
    expect([0, 25, 90, 97, 155].map(at)).toEqual(['1:30', '1:05', '0:00', '+0:07', '+1:05']);
    expect(at(-5)).toBe('1:30');
  });
});

describe('what is asked of the ledger', () => {
  it('[AD15] is one decision, with the reason that was written, which is then gone', async () => {
    const { desk, wishes } = agendaAt(reviewWith(THREE));
    desk.reasons.set({ rationale: ' The log says so. ', clause: 'claim' });
    await settle(desk, groupId('first'), { outcome: 'rejected' });
    expect(wishes).toEqual([
      {
        type: 'decision.make',
        decision: {
          id: expect.any(String),
          groups: [groupId('first')],
          outcome: 'rejected',
          spans: [],
          rationale: 'The log says so.',
          clause: 'claim',
        },
      },
    ]);
    expect(desk.reasons.get()).toEqual({ rationale: '', clause: '' });
  });

  it('[AD15] is a vote, and the same vote again takes it back', () => {
    const before = reviewWith([{ name: 'one', votes: [{ kind: 'agree' }], revealed: false }]);
    const { desk, wishes } = agendaAt(before);
    vote(desk, groupId('one'), { kind: 'disagree' });
    vote(desk, groupId('one'), { kind: 'agree' });
    expect(wishes).toEqual([
      { type: 'vote.cast', group: groupId('one'), choice: { kind: 'disagree' } },
      { type: 'vote.cast', group: groupId('one'), choice: null },
    ]);
  });

  it('[AD16] is a batch of at most 500 at a time', () => {
    const many = Array.from({ length: 501 }, (_, n) => ({
      name: `n${n}`,
      state: 'agreed' as const,
      start: n,
      extents: ['0-9', '0-9'],
    }));
    const { desk, wishes } = agendaAt(reviewWith(many));
    settleBatch(desk);
    expect(wishes.map((wish) => wish.type === 'decision.make-batch' && wish.items.length)).toEqual([500, 1]);
  });
});

describe('the keys of the agenda', () => {
  const keysOf = (role: 'moderator' | 'reviewer' | 'viewer', item: string | null) => {
    const { desk } = agendaAt(reviewWith([{ name: 'one', extents: ['0-9', '0-8'] }]), role);
    if (item) chooseItem(desk, groupId(item));
    return agendaActions(desk).filter(({ isDisabled }) => !isDisabled);
  };

  it('[AD17] mean one thing each, and no more what they mean in the text', () => {
    for (const role of ['moderator', 'reviewer'] as const) {
      const { desk, article } = agendaAt(reviewWith(THREE), role);
      const own = agendaActions(desk);
      const taken = agendaKeys(desk);
      const keys = [...own, ...withoutKeys(articleActions(article), taken)]
        // The keys of an end that was taken up are its own, while it has the keyboard.
        .filter(({ id }) => !id.startsWith('end-'))
        .flatMap((action) => action.keys ?? []);
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    }
  });

  it('[AD17] accept a variant for whoever decides, and vote for it for all others who may', () => {
    const titleOf = (role: Parameters<typeof keysOf>[0], key: string) =>
      keysOf(role, 'one').find(({ keys }) => keys?.includes(key))?.title;
    expect(titleOf('moderator', '2')).toBe('Accept variant 2');
    expect(titleOf('moderator', '3')).toBe(undefined);
    expect(titleOf('reviewer', '2')).toBe('Vote for variant 2');
    expect(titleOf('viewer', '2')).toBe(undefined);
  });

  it('[AD17] decide and vote on the item that is shown, and on none without one', () => {
    const ids = keysOf('moderator', null).map(({ id }) => id);
    expect(ids).toEqual(['agenda-next', 'agenda-previous', 'agenda-session']);
  });

  it('[AD23] offer nothing but to look when the article is signed off', () => {
    const state = reviewWith([{ name: 'one' }]);
    const signedOff = { ...state, workflow: { ...state.workflow, phase: 'signed-off' as const } };
    const { desk } = agendaAt(signedOff, 'owner');
    chooseItem(desk, groupId('one'));
    const enabled = agendaActions(desk).filter(({ isDisabled }) => !isDisabled);
    expect(enabled.map(({ id }) => id)).toEqual(['agenda-next', 'agenda-previous', 'agenda-list']);
  });
});
