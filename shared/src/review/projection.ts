import { isSealed } from '@assay/shared/model';
import type { ProcessEvent, ReviewEvent } from './events.ts';
import type { ReviewState } from './state.ts';

/** The roots of the review document that are maps of entries by id. */
export const ENTRY_ROOTS = [
  'annotations',
  'threads',
  'comments',
  'groups',
  'items',
  'ballots',
  'decisions',
  'findings',
  'evidence',
  'tasks',
  'sessions',
] as const;
export type EntryRoot = (typeof ENTRY_ROOTS)[number];

/** The single entries of the root `article`, and that of the root `guide`. */
export const RECORD_ID = 'record';
export const WORKFLOW_ID = 'workflow';
export const PROGRESS_ID = 'progress';
export const GUIDE_ID = 'guide';

export type ReviewRoot = 'article' | 'guide' | EntryRoot;

/** One entry of the review document. */
export interface EntryKey {
  readonly root: ReviewRoot;
  readonly id: string;
}

const RECORD: EntryKey = { root: 'article', id: RECORD_ID };
const WORKFLOW: EntryKey = { root: 'article', id: WORKFLOW_ID };
const PROGRESS: EntryKey = { root: 'article', id: PROGRESS_ID };
const GUIDE: EntryKey = { root: 'guide', id: GUIDE_ID };

/**
 * The entries that an event may have changed, made or removed, or that are shown to others from it on: what the projection
 * writes again after it. `state` is that after the event.
 */
export function touched(event: ReviewEvent, state: ReviewState): readonly EntryKey[] {
  switch (event.type) {
    case 'article.created':
      return event.guide ? [RECORD, GUIDE] : [RECORD];
    case 'guide.bound':
      return [GUIDE];
    case 'article.renamed':
    case 'article.locked':
    case 'article.unlocked':
      return [RECORD];
    case 'annotation.created':
      return [{ root: 'annotations', id: event.annotation.id }, ...progressKeys(state)];
    case 'annotation.withdrawn':
    case 'annotation.restored':
      return [{ root: 'annotations', id: event.annotation }, ...progressKeys(state)];
    case 'annotation.relabelled':
    case 'annotation.attributes-changed':
    case 'annotation.extent-changed':
    case 'annotation.anchored':
    case 'annotation.reattached':
    case 'annotation.orphaned':
      return [{ root: 'annotations', id: event.annotation }];
    case 'comment.added':
      return [...keys('threads', event.thread?.id), { root: 'comments', id: event.comment.id }];
    case 'comment.edited':
    case 'comment.reacted':
      return [{ root: 'comments', id: event.comment }];
    case 'comment.deleted':
      return [...keys('comments', ...(event.swept ?? []), event.comment), ...keys('threads', event.thread)];
    case 'thread.resolved':
    case 'thread.reopened':
    case 'thread.anchored':
    case 'thread.reattached':
    case 'thread.orphaned':
      return keys('threads', event.thread);
    default:
      return touchedByProcess(event, state);
  }
}

function touchedByProcess(
  event: Extract<ReviewEvent, ProcessEvent>,
  state: ReviewState,
): readonly EntryKey[] {
  switch (event.type) {
    case 'review.revealed':
      return [
        WORKFLOW,
        PROGRESS,
        ...keys('annotations', ...state.annotations.keys()),
        ...keys('threads', ...state.threads.keys()),
        ...keys('comments', ...state.comments.keys()),
      ];
    case 'review.planned':
      return [WORKFLOW, PROGRESS];
    case 'review.done-said':
    case 'review.moved':
    case 'review.signed-off':
    case 'review.reopened':
      return [WORKFLOW];
    case 'groups.changed':
      return keys('groups', ...event.put.map(({ id }) => id), ...event.remove);
    case 'groups.corrected':
      return [];
    case 'item.ranked':
    case 'item.pulled':
    case 'item.parked':
      return keys('items', event.group);
    case 'vote.cast':
    case 'vote.revealed':
      return keys('ballots', event.group);
    case 'decision.made':
      return keys('decisions', event.decision.id);
    case 'decision.reopened':
      return keys('decisions', event.decision);
    case 'finding.set':
      return keys('findings', event.group);
    case 'evidence.added':
      return keys('evidence', event.evidence.id);
    case 'evidence.removed':
      return keys('evidence', event.evidence);
    case 'task.added':
      return keys('tasks', event.task.id);
    case 'task.changed':
      return keys('tasks', event.task);
    case 'session.started':
      return keys('sessions', event.session.id);
    case 'session.joined':
    case 'session.left':
    case 'session.moved':
    case 'session.led':
    case 'session.timed':
    case 'session.ended':
      return keys('sessions', event.session);
  }
}

/** Before the reveal others learn how many marks somebody has; after it they see the marks. */
function progressKeys({ workflow }: ReviewState): readonly EntryKey[] {
  return isSealed(workflow) ? [PROGRESS] : [];
}

function keys(root: EntryRoot, ...ids: readonly (string | undefined)[]): EntryKey[] {
  return ids.flatMap((id) => (id === undefined ? [] : [{ root, id }]));
}

/** An entry's plain JSON as it stands in the state; undefined when it is not, or no longer, there. */
export function entry(state: ReviewState, { root, id }: EntryKey): object | undefined {
  switch (root) {
    case 'article':
      return articleEntry(state, id) ?? undefined;
    case 'guide':
      return (id === GUIDE_ID && state.guide) || undefined;
    default:
      return (state[root] as ReadonlyMap<string, object>).get(id);
  }
}

function articleEntry({ article, workflow, progress }: ReviewState, id: string): object | null {
  if (id === RECORD_ID) return article;
  if (id === WORKFLOW_ID) return workflow;
  return id === PROGRESS_ID && isSealed(workflow) ? progress : null;
}
