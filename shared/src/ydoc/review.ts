import type {
  Annotation,
  ArticleRecord,
  Comment,
  Guide,
  Person,
  PersonId,
  Thread,
} from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import type * as Y from 'yjs';
import { isAnnotation, isArticleRecord, isComment, isGuide, isPerson, isThread } from './entries.ts';
import { REVIEW_ROOTS } from './layout.ts';

/** What a review document says. Maps are in the order of creation, by moment and then by id. */
export interface PublishedReview {
  readonly state: ReviewState;
  readonly people: ReadonlyMap<PersonId, Person>;
}

export type ReviewRootName = keyof typeof REVIEW_ROOTS;

/** One entry to be written; `undefined` removes it. The value is plain JSON and must not be changed afterwards. */
export interface EntryChange {
  readonly root: ReviewRootName;
  readonly id: string;
  readonly value: ArticleRecord | Guide | Annotation | Thread | Comment | Person | undefined;
}

/** The single id of the root `article`. */
export const RECORD_ID = 'record';

/** Writes entries in one transaction. The server alone calls this on a document that others read. */
export function writeReview(doc: Y.Doc, changes: Iterable<EntryChange>, origin?: unknown): void {
  doc.transact(() => {
    for (const { root, id, value } of changes) {
      const map = doc.getMap<unknown>(REVIEW_ROOTS[root]);
      if (value !== undefined) map.set(id, value);
      else if (map.has(id)) map.delete(id);
    }
  }, origin);
}

/** Reads the whole document. Entries that are not what they should be are passed over. */
export function readReview(doc: Y.Doc): PublishedReview {
  return {
    state: {
      article: readRecord(doc),
      guide: readGuide(doc),
      annotations: readRoot(doc, 'annotations', isAnnotation),
      threads: readRoot(doc, 'threads', isThread),
      comments: readRoot(doc, 'comments', isComment),
    },
    people: readRoot(doc, 'people', isPerson),
  };
}

export function readRecord(doc: Y.Doc): ArticleRecord | null {
  const record = doc.getMap<unknown>(REVIEW_ROOTS.article).get(RECORD_ID);
  return isArticleRecord(record) ? record : null;
}

/** The single id of the root `guide`. */
export const GUIDE_ID = 'guide';

export function readGuide(doc: Y.Doc): Guide | null {
  const guide = doc.getMap<unknown>(REVIEW_ROOTS.guide).get(GUIDE_ID);
  return isGuide(guide) ? guide : null;
}

/** Something with an id of its own, and, but for people, a moment at which it was made. */
export interface Entry {
  readonly id: string;
  readonly created?: string;
}

function readRoot<E extends Entry>(
  doc: Y.Doc,
  root: ReviewRootName,
  isEntry: (value: unknown) => value is E,
): ReadonlyMap<E['id'], E> {
  const entries: E[] = [];
  for (const [id, value] of doc.getMap<unknown>(REVIEW_ROOTS[root])) {
    if (isEntry(value) && value.id === id) entries.push(value);
  }
  return inOrder(entries);
}

export function inOrder<E extends Entry>(entries: E[]): ReadonlyMap<E['id'], E> {
  return new Map(entries.sort(byCreation).map((entry) => [entry.id, entry]));
}

/** The order of creation. Ids settle it where moments are equal, so that every reader has the same order. */
export function byCreation(a: Entry, b: Entry): number {
  const [one, other] = a.created === b.created ? [a.id, b.id] : [a.created ?? '', b.created ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
