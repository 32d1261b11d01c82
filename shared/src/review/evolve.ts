import { Draft } from './draft.ts';
import type { ReviewEvent } from './events.ts';
import { applyAnnotation } from './evolve-annotation.ts';
import { applyProcess } from './evolve-process.ts';
import { applyThread } from './evolve-thread.ts';
import type { ReviewState } from './state.ts';

/**
 * The state after these events. What they do not touch is shared with the state given, which stays as it was, so that
 * an event costs the same in a long ledger. Throws a RangeError for an event that cannot have happened in this state, such as a change of
 * something that is not there: the log is then not this article's, or not whole.
 */
export function fold(state: ReviewState, events: Iterable<ReviewEvent>): ReviewState {
  const draft = new Draft(state);
  for (const event of events) apply(draft, event);
  return draft.finish();
}

/** The state after one event. */
export function evolve(state: ReviewState, event: ReviewEvent): ReviewState {
  return fold(state, [event]);
}

function apply(draft: Draft, event: ReviewEvent): void {
  switch (event.type) {
    case 'article.created':
      draft.createArticle(event.article);
      draft.guide = event.guide ?? null;
      return;
    case 'guide.bound':
      draft.guide = event.guide;
      return;
    case 'article.renamed':
      draft.changeArticle({ title: event.title });
      return;
    case 'article.locked':
      draft.changeArticle({ locked: true });
      return;
    case 'article.unlocked':
      draft.changeArticle({ locked: false });
      return;
    case 'annotation.created':
    case 'annotation.relabelled':
    case 'annotation.attributes-changed':
    case 'annotation.extent-changed':
    case 'annotation.anchored':
    case 'annotation.reattached':
    case 'annotation.orphaned':
    case 'annotation.withdrawn':
    case 'annotation.restored':
      applyAnnotation(draft, event);
      return;
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
    case 'comment.reacted':
    case 'thread.resolved':
    case 'thread.reopened':
    case 'thread.anchored':
    case 'thread.reattached':
    case 'thread.orphaned':
      applyThread(draft, event);
      return;
    default:
      applyProcess(draft, event);
  }
}
