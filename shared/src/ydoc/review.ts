import {
  type ArticleRecord,
  type Guide,
  OPEN_MARKING,
  type Person,
  type PersonId,
  type Workflow,
} from '@assay/shared/model';
import {
  EMPTY_REVIEW,
  ENTRY_ROOTS,
  type EntryRoot,
  GUIDE_ID,
  PROGRESS_ID,
  RECORD_ID,
  type ReviewState,
  WORKFLOW_ID,
} from '@assay/shared/review';
import type * as Y from 'yjs';
import { isArticleRecord, isGuide, isPerson } from './entries.ts';
import type { Entry } from './entry-parts.ts';
import { REVIEW_ROOTS } from './layout.ts';
import { ENTRY_GUARDS, isProgress, isWorkflow } from './process-entries.ts';

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
  readonly value: object | undefined;
}

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
  const maps = Object.fromEntries(ENTRY_ROOTS.map((root) => [root, readRoot(doc, root, ENTRY_GUARDS[root])]));
  return {
    state: { ...EMPTY_REVIEW, ...readSingles(doc), ...maps },
    people: readRoot(doc, 'people', isPerson) as PublishedReview['people'],
  };
}

/** The entries that stand alone in their roots. */
export interface Singles {
  readonly article: ArticleRecord | null;
  readonly workflow: Workflow;
  readonly progress: ReviewState['progress'];
  readonly guide: Guide | null;
}

export function readSingles(doc: Y.Doc): Singles {
  const article = doc.getMap<unknown>(REVIEW_ROOTS.article);
  const [record, workflow, progress] = [RECORD_ID, WORKFLOW_ID, PROGRESS_ID].map((id) => article.get(id));
  const guide = doc.getMap<unknown>(REVIEW_ROOTS.guide).get(GUIDE_ID);
  return {
    article: isArticleRecord(record) ? record : null,
    workflow: isWorkflow(workflow) ? workflow : OPEN_MARKING,
    progress: isProgress(progress) ? progress : EMPTY_REVIEW.progress,
    guide: isGuide(guide) ? guide : null,
  };
}

function readRoot(
  doc: Y.Doc,
  root: EntryRoot | 'people',
  isEntry: (value: unknown) => value is Entry,
): ReadonlyMap<string, Entry> {
  const entries: Entry[] = [];
  for (const [id, value] of doc.getMap<unknown>(REVIEW_ROOTS[root])) {
    if (isEntry(value) && value.id === id) entries.push(value);
  }
  return inOrder(entries);
}

export function inOrder(entries: Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.sort(byCreation).map((entry) => [entry.id, entry]));
}

/** The order of creation. Ids settle it where moments are equal, so that every reader has the same order. */
export function byCreation(a: Entry, b: Entry): number {
  const [one, other] = a.created === b.created ? [a.id, b.id] : [a.created ?? '', b.created ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}
