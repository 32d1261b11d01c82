import type {
  Annotation,
  AnnotationId,
  ArticleRecord,
  Comment,
  CommentId,
  Guide,
  Thread,
  ThreadId,
} from '@assay/shared/model';
import type { ReviewEvent } from './events.ts';
import type { ReviewState } from './state.ts';

/** The roots of the review document that a state fills. The article has the single id `record`, the guide `guide`. */
export type ReviewRoot = 'article' | 'guide' | 'annotations' | 'threads' | 'comments';

/** One entry of the review document. */
export interface EntryKey {
  readonly root: ReviewRoot;
  readonly id: string;
}

const RECORD: EntryKey = { root: 'article', id: 'record' };
const GUIDE: EntryKey = { root: 'guide', id: 'guide' };

/** The entries that an event may have changed, made or removed: what the projection writes again after it. */
export function touched(event: ReviewEvent): readonly EntryKey[] {
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
      return [{ root: 'annotations', id: event.annotation.id }];
    case 'annotation.relabelled':
    case 'annotation.attributes-changed':
    case 'annotation.extent-changed':
    case 'annotation.anchored':
    case 'annotation.reattached':
    case 'annotation.orphaned':
    case 'annotation.withdrawn':
    case 'annotation.restored':
      return [{ root: 'annotations', id: event.annotation }];
    case 'comment.added':
      return [...threadKey(event.thread?.id), { root: 'comments', id: event.comment.id }];
    case 'comment.edited':
    case 'comment.reacted':
      return [{ root: 'comments', id: event.comment }];
    case 'comment.deleted':
      return [...commentKeys([...(event.swept ?? []), event.comment]), ...threadKey(event.thread)];
    case 'thread.resolved':
    case 'thread.reopened':
    case 'thread.anchored':
    case 'thread.reattached':
    case 'thread.orphaned':
      return threadKey(event.thread);
  }
}

function threadKey(id: string | undefined): EntryKey[] {
  return id === undefined ? [] : [{ root: 'threads', id }];
}

function commentKeys(ids: readonly string[]): EntryKey[] {
  return ids.map((id) => ({ root: 'comments', id }));
}

/** An entry's plain JSON as it stands in the state; undefined when it is not, or no longer, there. */
export function entry(
  state: ReviewState,
  root: ReviewRoot,
  id: string,
): ArticleRecord | Guide | Annotation | Thread | Comment | undefined {
  switch (root) {
    case 'article':
      return (id === 'record' && state.article) || undefined;
    case 'guide':
      return (id === 'guide' && state.guide) || undefined;
    case 'annotations':
      return state.annotations.get(id as AnnotationId);
    case 'threads':
      return state.threads.get(id as ThreadId);
    case 'comments':
      return state.comments.get(id as CommentId);
  }
}
