import { GROUP_STATES } from '@assay/shared/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countChoices,
  DEFAULT_STATUSES,
  type FilterContext,
  filterFromQuery,
  filterToQuery,
  isDefault,
  NO_FILTER,
  type ReviewFilter,
  STATUSES,
  shows,
  toggled,
} from '../../../client/src/margin/filter.ts';
import { SETTLEMENTS } from '../../../client/src/margin/group-entry.ts';
import { ana, ben, cleo, entriesOf, places, review } from './builders.ts';

const entries = entriesOf(
  review(
    [
      { id: 'claim-ana', label: 'claim', by: ana },
      { id: 'quote-ben', label: 'quote', by: ben },
      { id: 'quote-done', label: 'quote', by: cleo },
      { id: 'quote-back', label: 'quote', by: ben, withdrawn: true },
      { id: 'claim-gone', label: 'claim', by: ben },
    ],
    [
      { id: 'quote-done', on: 'mark', resolved: { by: ana, at: 3 }, comments: [{ by: ana, at: 2 }] },
      {
        id: 'aside',
        on: 'passage',
        by: cleo,
        comments: [
          { by: cleo, at: 2 },
          { by: ana, at: 4 },
        ],
      },
    ],
  ),
  places('claim-ana:1-3 quote-ben:2-9 quote-done:4-9 quote-back:4-8 claim-gone: aside:12-14'),
);
const context: FilterContext = { me: ana, isUnread: (entry) => entry.id === 'quote-ben', byGroup: false };
const shown = (filter: Partial<ReviewFilter>) =>
  entries.filter((entry) => shows({ ...NO_FILTER, ...filter }, entry, context)).map((entry) => entry.id);

describe('the filter', () => {
  it('[PG10] shows what is open and what lost its words, hides what is resolved or withdrawn', () => {
    expect(shown({})).toEqual(['claim-ana', 'quote-ben', 'claim-gone', 'aside']);
    expect(shown({ statuses: ['resolved', 'withdrawn'] })).toEqual(['quote-done', 'quote-back']);
  });

  it('[PG10] narrows by label, by who marked or spoke, by mine and by new', () => {
    expect(shown({ labels: ['quote'] })).toEqual(['quote-ben']);
    expect(shown({ labels: ['thread'] })).toEqual(['aside']);
    expect(shown({ people: [cleo] })).toEqual(['aside']);
    expect(shown({ mine: true })).toEqual(['claim-ana', 'aside']);
    expect(shown({ unread: true })).toEqual(['quote-ben']);
    expect(shown({ mine: true, statuses: STATUSES })).toEqual(['claim-ana', 'quote-done', 'aside']);
  });

  it('[PG11] a count says how many entries choosing it alone would show', () => {
    const filter: ReviewFilter = { ...NO_FILTER, labels: ['claim'], people: [ben] };
    const counts = countChoices(filter, entries, context);
    for (const label of ['claim', 'quote', 'thread'])
      expect(counts.labels.get(label) ?? 0, label).toBe(shown({ ...filter, labels: [label] }).length);
    for (const person of [ana, ben, cleo])
      expect(counts.people.get(person) ?? 0, person).toBe(shown({ ...filter, people: [person] }).length);
    for (const status of STATUSES)
      expect(counts.statuses.get(status) ?? 0, status).toBe(shown({ ...filter, statuses: [status] }).length);
    expect(counts.mine).toBe(shown({ ...filter, mine: true }).length);
    expect(counts.unread).toBe(shown({ ...filter, unread: true }).length);
  });

  it('[PG10] the last status cannot be taken out: it falls back to the usual ones', () => {
    const only = toggled({ ...NO_FILTER, statuses: ['resolved'] }, 'statuses', 'resolved');
    expect(only.statuses).toEqual(DEFAULT_STATUSES);
    expect(toggled(NO_FILTER, 'statuses', 'withdrawn').statuses).toEqual(['open', 'orphaned', 'withdrawn']);
  });

  it('[PG12] is read from an address as it was written there, beside what else stands in it', () => {
    const list = (values: readonly string[]) => fc.subarray([...values]);
    fc.assert(
      fc.property(
        list(['claim', 'quote', 'thread']),
        list([ana, ben]),
        fc.subarray([...STATUSES], { minLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        fc.subarray([...GROUP_STATES]),
        fc.subarray([...SETTLEMENTS]),
        fc.boolean(),
        (labels, people, statuses, mine, unread, agreement, settlement, differ) => {
          const filter = { labels, people, statuses, mine, unread, agreement, settlement, differ };
          const query = filterToQuery(filter, '?theme=dark&mine=1&by=someone');
          expect(filterFromQuery(query)).toEqual(filter);
          expect(new URLSearchParams(query).get('theme')).toBe('dark');
        },
      ),
    );
  });

  it('[PG12] the usual filter leaves the address bare, and nonsense in it is ignored', () => {
    expect(filterToQuery(NO_FILTER, '?show=resolved')).toBe('');
    expect(isDefault(filterFromQuery('?show=everything&mine=perhaps'))).toBe(true);
    expect(filterToQuery({ ...NO_FILTER, labels: ['claim', 'quote'] }, '')).toBe('?label=claim,quote');
  });
});
