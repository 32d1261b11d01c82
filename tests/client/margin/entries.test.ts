import { EMPTY_REVIEW, type ReviewState } from '@assay/shared/review';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, isReworded, wordsOf } from '../../../client/src/margin/entry.ts';
import { EntryReader } from '../../../client/src/margin/entry-reader.ts';
import { changedSince, createLastVisit } from '../../../client/src/margin/last-visit.ts';
import { RememberedPlacements } from '../../../client/src/margin/placements.ts';
import { chooserOrder, nextWhere, ReadingOrder, stepFrom } from '../../../client/src/margin/reading-order.ts';
import { ana, ben, entriesOf, minute, places, review } from './builders.ts';

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
    const entries = entriesOf(state);
    expect(entries.map((entry) => `${entry.id}/${entry.on}/${entry.comments.length}`)).toEqual([
      'mark1/mark/1',
      'mark2/mark/0',
      'aside/passage/1',
      'whole/article/1',
    ]);
  });

  it('[PG6] a mark without its words is orphaned and keeps the words it was put on', () => {
    const state = review([{ id: 'here' }, { id: 'gone', words: 'fell on Sunday' }]);
    const placed = places('here:5-9 gone:', { here: 'stands' });
    const entries = entriesOf(state, placed);
    expect(statuses(entries)).toBe('here:open gone:orphaned');
    expect(entries.map((entry) => wordsOf(entry, placed))).toEqual(['stands', 'fell on Sunday']);
    expect(entries.map((entry) => isReworded(entry, placed))).toEqual([true, false]);
  });

  it('[PG6] withdrawn outweighs orphaned, orphaned outweighs resolved', () => {
    const state = review(
      [{ id: 'back', withdrawn: true }, { id: 'gone' }, { id: 'done' }],
      [
        { id: 'gone', on: 'mark', resolved: { by: ben, at: 4 }, comments: [{ by: ben, at: 1 }] },
        { id: 'done', on: 'mark', resolved: { by: ben, at: 4 }, comments: [{ by: ben, at: 1 }] },
      ],
    );
    expect(statuses(entriesOf(state, places('back: gone: done:3-4')))).toBe(
      'back:withdrawn gone:orphaned done:resolved',
    );
  });

  it('[PG7] is the same list, with the same values, while only the text around it changes', () => {
    const state = review([{ id: 'one' }, { id: 'two' }]);
    const reader = new EntryReader();
    const before = reader.read(state, new Set());
    expect(reader.read(state, new Set())).toBe(before);
    expect(reader.read({ ...state, annotations: new Map(state.annotations) }, new Set())).toBe(before);
    const after = reader.read(state, new Set(['two']));
    expect(after[0]).toBe(before[0]);
    expect(statuses(after)).toBe('one:open two:orphaned');
    expect(reader.byId('two')).toBe(after[1]);
  });

  it('[PG41] is what reading it all anew would give, and of what did not change the same values', () => {
    const ids = ['one', 'two', 'three', 'four'];
    const step = fc.record({
      marks: fc.subarray(ids.slice(0, 3)),
      said: fc.array(fc.record({ on: fc.constantFrom(...ids), body: fc.constantFrom('Yes.', 'No.') }), {
        maxLength: 6,
      }),
      orphaned: fc.subarray(ids),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 5 }), (steps) => {
        const reader = new EntryReader();
        let known = review([]);
        let before: readonly Entry[] = [];
        for (const { marks, said, orphaned } of steps) {
          const threads = ids.flatMap((id) => {
            const comments = said.filter(({ on }) => on === id).map(({ body }) => ({ by: ben, at: 1, body }));
            const on = marks.includes(id) ? ('mark' as const) : ('passage' as const);
            return comments.length > 0 ? [{ id, on, comments }] : [];
          });
          known = keptSame(
            review(
              marks.map((id) => ({ id })),
              threads,
            ),
            known,
          );
          const entries = reader.read(known, new Set(orphaned));
          expect(entries).toEqual(new EntryReader().read(known, new Set(orphaned)));
          for (const entry of entries) {
            const old = before.find(({ id }) => id === entry.id);
            if (JSON.stringify(old) === JSON.stringify(entry)) expect(entry).toBe(old);
          }
          before = entries;
        }
      }),
    );
  });
});

/** A review in which everything that says the same as in another one is the same object, as the page gets it. */
function keptSame(state: ReviewState, before: ReviewState): ReviewState {
  const keep = <Key, Value>(map: ReadonlyMap<Key, Value>, old: ReadonlyMap<Key, Value>) =>
    new Map(
      [...map].map(([id, value]) => {
        const known = old.get(id);
        return [id, known && JSON.stringify(known) === JSON.stringify(value) ? known : value];
      }),
    );
  return {
    ...EMPTY_REVIEW,
    annotations: keep(state.annotations, before.annotations),
    threads: keep(state.threads, before.threads),
    comments: keep(state.comments, before.comments),
  };
}

describe('where marks stand that the filter hides', () => {
  const ids = () => ['here', 'gone', 'later'];

  it('[PG6] is remembered, so that what lost its words does not come back by being hidden', () => {
    const remembered = new RememberedPlacements();
    const both = remembered.with(places('here:5-9 gone:'), ids);
    expect([...both.orphaned]).toEqual(['gone']);
    const hidden = remembered.with(places('later:1-2'), ids);
    expect([...hidden.orphaned]).toEqual(['gone']);
    expect(hidden.orphaned).toBe(both.orphaned);
    expect(hidden.get('here')?.ranges).toEqual([{ from: 5, to: 9 }]);
    const back = remembered.with(places('here:6-10 gone:2-4 later:1-2'), ids);
    expect(back.get('here')?.ranges).toEqual([{ from: 6, to: 10 }]);
    expect(back.orphaned.size).toBe(0);
  });

  it('[PG40] is asked for no mark while somebody types', () => {
    const remembered = new RememberedPlacements();
    const drawn = places('here:5-9');
    remembered.with(drawn, ids);
    const typed = remembered.with(
      { ...places('here:6-10'), order: drawn.order, orphaned: drawn.orphaned },
      () => {
        throw new Error('All marks were asked for.');
      },
    );
    expect(typed.get('here')?.ranges).toEqual([{ from: 6, to: 10 }]);
    expect(typed.order).toBe(drawn.order);
  });
});

describe('reading order', () => {
  const placed = places('inner:20-30 outer:10-50 late:60-70 twin:10-50 gone:');
  const made = ['inner', 'outer', 'late', 'twin', 'gone'];
  const entries = entriesOf(review(made.map((id) => ({ id }))), placed);
  const order = new ReadingOrder().of(entries, placed);

  it('[PG8] goes by beginnings, the wider first, equals as they were made, the placeless last', () => {
    expect(ids(order)).toBe('outer twin inner late gone');
  });

  it('[PG40] is sorted again only when marks come or go or may have another order', () => {
    const reading = new ReadingOrder();
    const before = reading.of(entries, placed);
    const reversed = places('inner:20-30 outer:40-50 late:10-11 twin:60-61 gone:');
    expect(reading.of(entries, { ...reversed, order: placed.order })).toBe(before);
    const [first, ...others] = entries;
    const changed = [{ ...first!, label: 'quote' }, ...others];
    expect(ids(reading.of(changed, { ...reversed, order: placed.order }))).toBe(ids(before));
    expect(ids(reading.of(changed, reversed))).toBe('late inner outer twin gone');
    expect(ids(reading.of(others, reversed))).toBe('late outer twin gone');
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
  const [entry] = entriesOf(
    review(
      [{ id: 'mark', by: ana, at: 1 }],
      [{ id: 'mark', on: 'mark', at: 2, comments: [{ by: ben, at: 5 }] }],
    ),
  );

  it("[PG20] is what others did after one's last visit, never one's own doing", () => {
    expect(changedSince(entry!, minute(3), ana)).toBe(true);
    expect(changedSince(entry!, minute(3), ben)).toBe(false);
    expect(changedSince(entry!, minute(5), ana)).toBe(false);
    expect(changedSince(entry!, null, ana)).toBe(false);
  });

  it('[PG20] is what others made blind before it, once that is revealed', () => {
    expect(changedSince(entry!, minute(5), ben, minute(8))).toBe(true);
    expect(changedSince(entry!, minute(5), ana, minute(8))).toBe(false);
    expect(changedSince(entry!, minute(9), ben, minute(8))).toBe(false);
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    createLastVisit(storage, 'ben').leave([entry!], minute(8));
    expect(createLastVisit(storage, 'ben').seenUpTo).toBe(minute(8));
  });
});
