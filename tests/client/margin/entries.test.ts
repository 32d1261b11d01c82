import { describe, expect, it } from 'vitest';
import { type Entry, readEntries } from '../../../client/src/margin/entry.ts';
import { changedSince } from '../../../client/src/margin/last-visit.ts';
import { NO_PLACEMENTS } from '../../../client/src/margin/placements.ts';
import {
  chooserOrder,
  inReadingOrder,
  nextWhere,
  stepFrom,
} from '../../../client/src/margin/reading-order.ts';
import { ana, ben, minute, places, review } from './builders.ts';

const ids = (entries: readonly Entry[]) => entries.map((entry) => entry.id).join(' ');
const statuses = (entries: readonly Entry[]) =>
  entries.map((entry) => `${entry.id}:${entry.status}`).join(' ');

describe('what has a card', () => {
  it('[PG5] every mark, every thread on a passage and every thread on the article has one', () => {
    const state = review(
      [{ id: 'mark1' }, { id: 'mark2' }],
      [
        { id: 'mark1', on: 'mark', comments: [{ by: ben, at: 1 }] },
        { id: 'aside', on: 'passage', comments: [{ by: ben, at: 2 }] },
        { id: 'whole', on: 'article', comments: [{ by: ana, at: 3 }] },
      ],
    );
    const entries = readEntries(state, NO_PLACEMENTS);
    expect(entries.map((entry) => `${entry.id}/${entry.on}/${entry.comments.length}`)).toEqual([
      'mark1/mark/1',
      'mark2/mark/0',
      'aside/passage/1',
      'whole/article/1',
    ]);
  });

  it('[PG6] a mark without its words is orphaned and keeps the words it was put on', () => {
    const state = review([{ id: 'here' }, { id: 'gone', words: 'fell on Sunday' }]);
    const entries = readEntries(state, places('here:5-9 gone:'));
    expect(statuses(entries)).toBe('here:open gone:orphaned');
    expect(entries[1]!.words).toBe('fell on Sunday');
  });

  it('[PG6] withdrawn outweighs orphaned, orphaned outweighs resolved', () => {
    const state = review(
      [{ id: 'back', withdrawn: true }, { id: 'gone' }, { id: 'done' }],
      [
        { id: 'gone', on: 'mark', resolved: { by: ben, at: 4 }, comments: [{ by: ben, at: 1 }] },
        { id: 'done', on: 'mark', resolved: { by: ben, at: 4 }, comments: [{ by: ben, at: 1 }] },
      ],
    );
    expect(statuses(readEntries(state, places('back: gone: done:3-4')))).toBe(
      'back:withdrawn gone:orphaned done:resolved',
    );
  });

  it('[PG7] entries that say the same stay the same values', () => {
    const marks = [{ id: 'one' }, { id: 'two' }];
    const state = review(marks);
    const before = readEntries(state, places('one:1-5 two:6-9'));
    const moved = readEntries(state, places('one:2-6 two:7-10'), before);
    expect(moved).toBe(before);
    const reworded = places('one:2-6 two:7-10', { two: 'twofold' });
    const after = readEntries(state, reworded, before);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toMatchObject({ words: 'twofold', reworded: true });
  });
});

describe('reading order', () => {
  const placed = places('inner:20-30 outer:10-50 late:60-70 twin:10-50 gone:');
  const made = ['inner', 'outer', 'late', 'twin', 'gone'];
  const order = inReadingOrder(readEntries(review(made.map((id) => ({ id }))), placed), placed);

  it('[PG8] goes by beginnings, the wider first, equals as they were made, the placeless last', () => {
    expect(ids(order)).toBe('outer twin inner late gone');
  });

  it('[PG9] a chooser lists the innermost first', () => {
    expect(chooserOrder(['outer', 'late', 'inner', 'twin'], placed)).toEqual([
      'inner',
      'late',
      'outer',
      'twin',
    ]);
    expect(chooserOrder(['outer', 'inner', 'outer'], placed)).toEqual(['inner', 'outer']);
  });

  it('[PG8] walking goes on from the current mark and stops at both ends', () => {
    expect(stepFrom(order, 'outer', 1, placed)?.id).toBe('twin');
    expect(stepFrom(order, 'outer', -1, placed)).toBeNull();
    expect(stepFrom(order, 'gone', 1, placed)).toBeNull();
  });

  it('[PG8] without a current mark walking starts at the caret', () => {
    expect(stepFrom(order, null, 1, placed, 15)?.id).toBe('inner');
    expect(stepFrom(order, null, -1, placed, 15)?.id).toBe('twin');
  });

  it('[PG8] the next open thread is looked for all round', () => {
    const wanted = (entry: Entry) => entry.id === 'outer' || entry.id === 'late';
    expect(nextWhere(order, 'inner', 1, wanted)?.id).toBe('late');
    expect(nextWhere(order, 'late', 1, wanted)?.id).toBe('outer');
    expect(nextWhere(order, null, -1, wanted)?.id).toBe('late');
    expect(nextWhere(order, 'late', 1, () => false)).toBeNull();
  });
});

describe('what is new', () => {
  const [entry] = readEntries(
    review(
      [{ id: 'mark', by: ana, at: 1 }],
      [{ id: 'mark', on: 'mark', at: 2, comments: [{ by: ben, at: 5 }] }],
    ),
    NO_PLACEMENTS,
  );

  it("[PG20] is what others did after one's last visit, never one's own doing", () => {
    expect(changedSince(entry!, minute(3), ana)).toBe(true);
    expect(changedSince(entry!, minute(3), ben)).toBe(false);
    expect(changedSince(entry!, minute(5), ana)).toBe(false);
    expect(changedSince(entry!, null, ana)).toBe(false);
  });
});
