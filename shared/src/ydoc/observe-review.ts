import type * as Y from 'yjs';
import { isAnnotation, isComment, isPerson, isThread } from './entries.ts';
import { REVIEW_ROOTS } from './layout.ts';
import {
  byCreation,
  type Entry,
  inOrder,
  type PublishedReview,
  type ReviewRootName,
  readGuide,
  readRecord,
  readReview,
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
  const { state } = review;
  const follow = <E extends Entry>(
    root: ReviewRootName,
    before: ReadonlyMap<E['id'], E>,
    isEntry: (value: unknown) => value is E,
  ) => merged(before, doc.getMap<unknown>(REVIEW_ROOTS[root]), keys(root), isEntry);
  const article = keys('article') ? readRecord(doc) : state.article;
  const guide = keys('guide') ? readGuide(doc) : state.guide;
  const annotations = follow('annotations', state.annotations, isAnnotation);
  const threads = follow('threads', state.threads, isThread);
  const comments = follow('comments', state.comments, isComment);
  const people = follow('people', review.people, isPerson);
  const same =
    article === state.article &&
    guide === state.guide &&
    annotations === state.annotations &&
    threads === state.threads &&
    comments === state.comments;
  if (same && people === review.people) return review;
  return { state: same ? state : { article, guide, annotations, threads, comments }, people };
}

/** The map with the entries of these keys read again; the same map when there are none. */
function merged<E extends Entry>(
  before: ReadonlyMap<E['id'], E>,
  source: Y.Map<unknown>,
  keys: Set<string | null> | undefined,
  isEntry: (value: unknown) => value is E,
): ReadonlyMap<E['id'], E> {
  if (!keys) return before;
  const after = new Map(before);
  const made: E[] = [];
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
function appended<E extends Entry>(map: Map<E['id'], E>, made: E[]): ReadonlyMap<E['id'], E> {
  const last = map.size > 0 && made.length > 0 ? [...map.values()].at(-1) : undefined;
  made.sort(byCreation);
  if (last && byCreation(last, made[0]!) > 0) return inOrder([...map.values(), ...made]);
  for (const entry of made) map.set(entry.id, entry);
  return map;
}
