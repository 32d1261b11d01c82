import type { GroupId } from '@assay/shared/model';
import { agendaOf, type ReviewState, rankingFor } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { type GroupSpec, groupId, markId, reviewWith } from './agenda-builders.ts';

/** The names of the groups in the agenda's order. */
const orderOf = (state: ReviewState) => agendaOf(state).entries.map(({ group }) => nameOf(group.id));
const nameOf = (id: GroupId) => id.replace('group-', '');
const orderIn = (...specs: GroupSpec[]) => orderOf(reviewWith(specs)).join(' ');
const consentIn = (...specs: GroupSpec[]) =>
  agendaOf(reviewWith(specs)).consent.map(({ group }) => nameOf(group.id));

const AGREED = { state: 'agreed', disagreement: 0, extents: ['0-9', '0-9', '0-9'] } as const;

describe('the order of the agenda', () => {
  it('[AD1] puts what matters more and is disagreed on more first', () => {
    const order = orderIn(
      { name: 'mild', disagreement: 0.2, worth: ['medium'] },
      { name: 'low', disagreement: 0.8, worth: ['low'] },
      { name: 'worst', disagreement: 0.6, worth: ['high'] },
    );
    expect(order).toBe('worst low mild');
  });

  it('[AD1] takes the mean of what the reviewers say, and the label’s usual worth where none of them does', () => {
    const agenda = agendaOf(
      reviewWith([
        { name: 'said', worth: ['high', 'low', 'gigantic'], extents: ['0-9', '0-9', '0-9'] },
        { name: 'claim' },
        { name: 'guess', label: 'speculation' },
        { name: 'quote', label: 'quote' },
        { name: 'own', label: 'constructor' },
      ]),
    );
    const worth = (name: string) => agenda.byId.get(groupId(name))!.worth;
    expect(['said', 'claim', 'guess', 'quote', 'own'].map(worth)).toEqual([2, 2, 1.5, 1, 1]);
  });

  it('[AD1] raises a little what is being discussed, be it the group or one of its marks', () => {
    const order = orderIn(
      { name: 'quiet', disagreement: 0.5 },
      { name: 'over', disagreement: 0.5, discussed: 'resolved', start: 1 },
      { name: 'group', disagreement: 0.5, discussed: 'group', start: 2 },
      { name: 'mark', disagreement: 0.5, discussed: 'mark', start: 3 },
      { name: 'strong', disagreement: 0.7, start: 4 },
    );
    expect(order).toBe('strong group mark quiet over');
  });

  it('[AD1] goes by place in the text where the weight is the same', () => {
    expect(orderIn({ name: 'later', start: 20 }, { name: 'sooner', start: 3 })).toBe('sooner later');
  });

  it('[AD2] follows the hand first, the lower rank before the higher, whatever the weight', () => {
    const order = orderIn(
      { name: 'heavy', disagreement: 1, worth: ['high'] },
      { name: 'second', rank: 5, disagreement: 0.1 },
      { name: 'first', rank: -1, disagreement: 0 },
    );
    expect(order).toBe('first second heavy');
  });

  it('[AD3] is the same in whatever order groups, marks and decisions were made', () => {
    const specs: GroupSpec[] = Array.from({ length: 12 }, (_, n) => ({
      name: `n${n}`,
      start: (n * 7) % 5,
      disagreement: (n % 3) / 3,
      ...(n % 5 === 0 && { rank: n % 2 }),
      ...(n % 4 === 0 && { decided: 'settled' as const }),
    }));
    const expected = orderIn(...specs);
    for (let shift = 1; shift < specs.length; shift++)
      expect(orderIn(...specs.slice(shift).reverse(), ...specs.slice(0, shift))).toBe(expected);
  });
});

describe('where an item stands', () => {
  it('[AD4] is open, pulled, parked or settled, and each is counted', () => {
    const agenda = agendaOf(
      reviewWith([
        { name: 'open' },
        { name: 'again', decided: 'reopened' },
        { name: 'pulled', pulled: true },
        { name: 'parked', parked: true },
        { name: 'settled', decided: 'settled', parked: true },
      ]),
    );
    const standings = ['open', 'again', 'pulled', 'parked', 'settled'].map(
      (name) => agenda.byId.get(groupId(name))!.standing,
    );
    expect(standings).toEqual(['open', 'open', 'pulled', 'parked', 'settled']);
    expect(agenda).toMatchObject({ left: 3, parked: 1, settled: 1 });
  });
});

describe('what is settled without talking', () => {
  it('[AD5] is what all have on the same words, if no other label stands against it and it is open', () => {
    const consenting = consentIn(
      { name: 'agreed', ...AGREED },
      { name: 'edges', ...AGREED, state: 'boundary' },
      { name: 'clash', ...AGREED, rival: true },
      { name: 'pulled', ...AGREED, pulled: true },
      { name: 'parked', ...AGREED, parked: true },
      { name: 'settled', ...AGREED, decided: 'settled' },
    );
    expect(consenting).toEqual(['agreed']);
  });

  it('[AD5] is nothing that somebody has voted against, or where votes are still secret', () => {
    const consenting = consentIn(
      { name: 'for', ...AGREED, votes: [{ kind: 'agree' }, { kind: 'abstain' }] },
      { name: 'against', ...AGREED, votes: [{ kind: 'agree' }, { kind: 'disagree' }] },
      { name: 'secret', ...AGREED, votes: [{ kind: 'agree' }], revealed: false },
    );
    expect(consenting).toEqual(['for']);
  });

  it('[AD6] takes the commonest extent, by its oldest mark', () => {
    const { byId } = agendaOf(
      reviewWith([
        { name: 'common', ...AGREED, extents: ['0-9', '0-10', '0-10'] },
        { name: 'even', ...AGREED, extents: ['2-9', '1-9'] },
      ]),
    );
    expect(byId.get(groupId('common'))!.consent).toBe(markId('common', 1));
    expect(byId.get(groupId('even'))!.consent).toBe(markId('even', 0));
  });
});

describe('an item that is put elsewhere', () => {
  /** The order after the rankings that move an item, of four items that weigh the same. */
  function moved(specs: readonly GroupSpec[], name: string, step: 1 | -1): string {
    const rankings = rankingFor(agendaOf(reviewWith(specs)), groupId(name), step);
    const rankOf = (spec: GroupSpec) => rankings.find(({ group }) => group === groupId(spec.name))?.rank;
    return orderIn(
      ...specs.map((spec) => {
        const rank = rankOf(spec) ?? spec.rank;
        return { ...spec, ...(rank !== undefined && { rank }) };
      }),
    );
  }
  const four: GroupSpec[] = ['a', 'b', 'c', 'd'].map((name, start) => ({ name, start }));

  it.each([
    ['c', -1, 'a c b d'],
    ['c', 1, 'a b d c'],
    ['b', -1, 'b a c d'],
  ] as const)('[AD7] %s by %i changes places with its neighbour alone', (name, step, order) => {
    expect(moved(four, name, step)).toBe(order);
  });

  it('[AD7] keeps what was ranked before in its place', () => {
    const ranked = four.map((spec) => (spec.name === 'd' ? { ...spec, rank: 3 } : spec));
    expect(orderIn(...ranked)).toBe('d a b c');
    expect(moved(ranked, 'b', -1)).toBe('d b a c');
    expect(moved(ranked, 'd', 1)).toBe('a d b c');
    expect(moved(ranked, 'a', -1)).toBe('a d b c');
  });

  it('[AD7] stays where there is no neighbour, and passes over what is settled or parked', () => {
    const state = reviewWith(four);
    expect(rankingFor(agendaOf(state), groupId('a'), -1)).toEqual([]);
    expect(rankingFor(agendaOf(state), groupId('d'), 1)).toEqual([]);
    const settled = four.map((spec) => (spec.name === 'b' ? { ...spec, decided: 'settled' as const } : spec));
    expect(moved(settled, 'c', -1).replace('b', '').split(/\s+/).filter(Boolean)).toEqual(['c', 'a', 'd']);
  });

  it('[AD7] asks for as little as it can', () => {
    const ranked = four.map((spec, rank) => ({ ...spec, rank }));
    expect(rankingFor(agendaOf(reviewWith(ranked)), groupId('d'), -1)).toEqual([
      { group: groupId('d'), rank: 1.5 },
    ]);
  });
});
