import type { Person, PersonId } from '@assay/shared/model';
import { ENTRY_ROOTS, type ReviewState } from '@assay/shared/review';
import type * as Y from 'yjs';
import { isPerson } from './entries.ts';
import type { Entry } from './entry-parts.ts';
import { REVIEW_ROOTS } from './layout.ts';
import { ENTRY_GUARDS } from './process-entries.ts';
import {
  byCreation,
  inOrder,
  type PublishedReview,
  type ReviewRootName,
  readReview,
  readSingles,
} from './review.ts';

/** A review document being followed. */
export interface ReviewObserver {
  /** The review as of the last transaction: an immutable value, the same object until something changes. */
  get(): PublishedReview;
  destroy(): void;
}

/**
 * Follows a review document. After each transaction that changed it, `listener` is called with the new value, in which
 * everything that did not change is the same object as before. The cost is that of the entries changed and of copying
 * the maps they stand in; other entries are not read again.
 */
export function observeReview(doc: Y.Doc, listener: (review: PublishedReview) => void): ReviewObserver {
  let review = readReview(doc);
  const follow = (transaction: Y.Transaction) => {
    const next = changed(review, doc, transaction);
    if (next === review) return;
    review = next;
    listener(review);
  };
  doc.on('afterTransaction', follow);
  return { get: () => review, destroy: () => doc.off('afterTransaction', follow) };
}

function changed(review: PublishedReview, doc: Y.Doc, { changed }: Y.Transaction): PublishedReview {
  const keys = (root: ReviewRootName) => changed.get(doc.getMap(REVIEW_ROOTS[root]) as never);
  const follow = (
    root: ReviewRootName,
    before: ReadonlyMap<string, Entry>,
    isEntry: (value: unknown) => value is Entry,
  ) => merged(before, doc.getMap<unknown>(REVIEW_ROOTS[root]), keys(root), isEntry);
  const { state } = review;
  const singles = keys('article') || keys('guide') ? readSingles(doc) : {};
  const maps = ENTRY_ROOTS.map((root) => [root, follow(root, state[root], ENTRY_GUARDS[root])]);
  const people = follow('people', review.people, isPerson) as ReadonlyMap<PersonId, Person>;
  const next: ReviewState = { ...state, ...singles, ...Object.fromEntries(maps) };
  const same = (Object.keys(next) as (keyof ReviewState)[]).every((part) => next[part] === state[part]);
  if (same && people === review.people) return review;
  return { state: same ? state : next, people };
}

/** The map with the entries of these keys read again; the same map when there are none. */
function merged(
  before: ReadonlyMap<string, Entry>,
  source: Y.Map<unknown>,
  keys: Set<string | null> | undefined,
  isEntry: (value: unknown) => value is Entry,
): ReadonlyMap<string, Entry> {
  if (!keys) return before;
  const after = new Map(before);
  const made: Entry[] = [];
  for (const key of keys) {
    if (key === null) continue;
    const value = source.get(key);
    const valid = isEntry(value) && value.id === key;
    const known = after.get(key);
    if (valid && known && known.created === value.created) after.set(key, value);
    else {
      after.delete(key);
      if (valid) made.push(value);
    }
  }
  return appended(after, made);
}

/** New entries come after all others, save when they reach us late: then everything is put in order again. */
function appended(map: Map<string, Entry>, made: Entry[]): ReadonlyMap<string, Entry> {
  const last = map.size > 0 && made.length > 0 ? [...map.values()].at(-1) : undefined;
  made.sort(byCreation);
  if (last && byCreation(last, made[0]!) > 0) return inOrder([...map.values(), ...made]);
  for (const entry of made) map.set(entry.id, entry);
  return map;
}
