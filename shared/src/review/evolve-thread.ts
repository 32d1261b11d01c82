import type { Comment, PersonId, Thread } from '@assay/shared/model';
import type { Draft } from './draft.ts';
import type { EventType, ReviewEvent } from './events.ts';

type ThreadEvent = Extract<
  ReviewEvent,
  { type: Extract<EventType, `comment.${string}` | `thread.${string}`> }
>;
type EventOf<Type extends EventType> = Extract<ReviewEvent, { type: Type }>;

export function applyThread(draft: Draft, event: ThreadEvent): void {
  switch (event.type) {
    case 'comment.added':
      if (event.thread) draft.threads.add(event.thread);
      draft.comments.add(event.comment);
      return;
    case 'comment.edited':
      draft.comments.change(event.comment, ({ mentions: _, ...comment }) => ({
        ...comment,
        body: event.body,
        edited: event.at,
        ...(event.mentions && { mentions: event.mentions }),
      }));
      return;
    case 'comment.deleted':
      applyDeletion(draft, event);
      return;
    case 'comment.reacted':
      draft.comments.change(event.comment, (comment) => reacted(comment, event));
      return;
    case 'thread.resolved':
    case 'thread.reopened':
      draft.threads.change(event.thread, (thread) => ({
        ...thread,
        status: event.type === 'thread.resolved' ? 'resolved' : 'open',
        settled: {
          by: event.actor,
          at: event.at,
          ...(event.type === 'thread.resolved' && event.decision && { decision: event.decision }),
        },
      }));
      return;
    case 'thread.anchored':
    case 'thread.reattached':
    case 'thread.orphaned':
      draft.threads.change(event.thread, (thread) => placed(thread, event));
  }
}

function applyDeletion(draft: Draft, event: EventOf<'comment.deleted'>): void {
  if (event.tombstone) {
    const deleted = { by: event.actor, at: event.at };
    draft.comments.change(event.comment, ({ mentions: _, ...comment }) => ({
      ...comment,
      body: '',
      reactions: {},
      deleted,
    }));
    return;
  }
  for (const id of [...(event.swept ?? []), event.comment]) draft.comments.remove(id);
  if (event.thread) draft.threads.remove(event.thread);
}

function reacted(comment: Comment, { actor, emoji, on }: EventOf<'comment.reacted'>): Comment {
  const others = (comment.reactions[emoji] ?? []).filter((person) => person !== actor);
  const people: readonly PersonId[] = on ? [...others, actor] : others;
  const { [emoji]: _, ...rest } = comment.reactions;
  return { ...comment, reactions: people.length > 0 ? { ...rest, [emoji]: people } : rest };
}

function placed(
  { orphaned: _, ...thread }: Thread,
  event: Extract<ThreadEvent, { readonly target: unknown }>,
): Thread {
  if (thread.subject.on !== 'passage') throw new RangeError(`The thread ${thread.id} is not on a passage.`);
  const orphaned = { by: event.actor, at: event.at };
  return {
    ...thread,
    subject: { on: 'passage', target: event.target },
    ...(event.type === 'thread.orphaned' ? { orphaned } : {}),
  };
}
