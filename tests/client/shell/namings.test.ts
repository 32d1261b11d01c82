import type { ArticleSummary, Mention, PersonId } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { addressOf, namingsIn } from '../../../client/src/library/namings.ts';
import { seenNamings } from '../../../client/src/library/seen-namings.ts';

const me = 'me-person' as PersonId;
const other = 'other-person' as PersonId;

const mention = (comment: string, minute: number, by = other, person = me) =>
  ({
    person,
    by,
    thread: `thread-of-${comment}`,
    comment,
    at: `2026-01-05T09:0${minute}:00.000Z`,
  }) as Mention;
const article = (id: string, mentions?: readonly Mention[]) =>
  ({ id, title: id.toUpperCase(), ...(mentions && { mentions }) }) as ArticleSummary;

/** As much of a browser's storage as is needed. */
function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('where one was named', () => {
  it('[UI30] is listed from all articles, newest first, with the way to the thread', () => {
    const found = namingsIn(
      [article('one', [mention('b', 2)]), article('old'), article('two', [mention('c', 3), mention('a', 1)])],
      me,
    );
    expect(found.map(({ comment, title }) => [comment, title])).toEqual([
      ['c', 'TWO'],
      ['b', 'ONE'],
      ['a', 'TWO'],
    ]);
    expect(addressOf(found[1]!)).toBe('/articles/one/threads/thread-of-b');
  });

  it('[UI30] is not where one named oneself, or where somebody else was named', () => {
    expect(namingsIn([article('one', [mention('a', 1, me), mention('b', 2, other, other)])], me)).toEqual([]);
  });

  it('[UI31] is new until it was seen on this device, and again when the comment is edited', () => {
    const storage = memory();
    const [first, second] = namingsIn([article('one', [mention('b', 2), mention('a', 1)])], me);
    const listed = [first!.id, second!.id];
    seenNamings(storage, me).add([first!.id], listed);
    expect([...seenNamings(storage, me).read()]).toEqual([first!.id]);
    const [edited] = namingsIn([article('one', [mention('b', 4)])], me);
    expect(seenNamings(storage, me).read().has(edited!.id)).toBe(false);
    expect(seenNamings(storage, other).read().size).toBe(0);
  });

  it('[UI31] is forgotten when it is listed no more', () => {
    const storage = memory();
    const seen = seenNamings(storage, me);
    seen.add(['a', 'b'], ['a', 'b']);
    seen.add(['c'], ['b', 'c']);
    expect([...seenNamings(storage, me).read()]).toEqual(['b', 'c']);
  });

  it('[UI31] is new again, and nothing else, where the storage is forbidden or has other things', () => {
    const forbidden = () => {
      throw new Error('forbidden');
    };
    const seen = seenNamings({ getItem: forbidden, setItem: forbidden }, me);
    seen.add(['a'], ['a']);
    expect([...seen.read()]).toEqual(['a']);
    expect(seenNamings({ getItem: () => '{', setItem: forbidden }, me).read().size).toBe(0);
  });
});
