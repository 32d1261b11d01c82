import {
  type AnnotationId,
  type Comment,
  type CommentId,
  type GroupId,
  type PersonId,
  type Thread,
  type ThreadId,
  type ThreadSubject,
  threadOf,
} from '@assay/shared/model';
import type { Action } from '@assay/shared/policy';
import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import { forbidden, noGroup, type Refused, refuse } from './refusals.ts';
import type { ReviewState } from './state.ts';

/** A reply, or the first comment of a thread, which makes the thread. */
export function decideComment(
  state: ReviewState,
  command: CommandOf<'comment.add'>,
  context: DecideContext,
): Decided {
  const { actor, now } = context;
  const refused = forbidden(actor, 'comment.add');
  if (refused) return refused;
  if (state.comments.has(command.comment.id))
    return refuse(
      'already-exists',
      'A comment with this id is already there. Give the new one an id of its own.',
    );
  const comment: Comment = {
    id: command.comment.id,
    thread: command.thread,
    creator: actor.person,
    created: now,
    body: command.comment.body,
    ...named(command.comment.mentions),
    reactions: {},
  };
  // Two people may open an annotation's thread at the same moment: the second one replies.
  if (state.threads.has(command.thread)) return happened({ type: 'comment.added', comment });
  const found = subjectOf(state, command, context);
  if (!found.ok) return found;
  const { subject } = found;
  const thread: Thread = { id: command.thread, subject, creator: actor.person, created: now, status: 'open' };
  return happened({ type: 'comment.added', comment, thread });
}

export function decideEdit(
  state: ReviewState,
  { comment, body, mentions }: CommandOf<'comment.edit'>,
  context: DecideContext,
): Decided {
  const found = permitted(state, comment, 'comment.edit', context);
  if (!found.ok) return found;
  if (found.comment.deleted) return gone();
  if (found.comment.body === body) return happened();
  return happened({ type: 'comment.edited', comment, body, ...named(mentions) });
}

/**
 * A comment with later ones behind it leaves a tombstone. The last one goes, and with it the tombstones that now end
 * the thread, and the thread when nothing is left in it; so nobody else's words ever go.
 */
export function decideDelete(
  state: ReviewState,
  command: CommandOf<'comment.delete'>,
  context: DecideContext,
): Decided {
  const found = permitted(state, command.comment, 'comment.delete', context);
  if (!found.ok) return found;
  const { id, thread, deleted } = found.comment;
  if (deleted) return happened();
  const all = [...state.comments.values()].filter((comment) => comment.thread === thread);
  const place = all.findIndex((comment) => comment.id === id);
  if (place < all.length - 1) return happened({ type: 'comment.deleted', comment: id, tombstone: true });
  const kept = all.findLastIndex((comment, index) => index < place && !comment.deleted) + 1;
  const swept = all.slice(kept, place).map((comment) => comment.id);
  return happened({
    type: 'comment.deleted',
    comment: id,
    tombstone: false,
    ...(swept.length > 0 && { swept }),
    ...(kept === 0 && { thread }),
  });
}

export function decideReaction(
  state: ReviewState,
  { comment, emoji, on }: CommandOf<'comment.react'>,
  context: DecideContext,
): Decided {
  const found = permitted(state, comment, 'comment.react', context);
  if (!found.ok) return found;
  if (found.comment.deleted) return gone();
  const people = found.comment.reactions[emoji] ?? [];
  if (people.includes(context.actor.person) === on) return happened();
  return happened({ type: 'comment.reacted', comment, emoji, on });
}

function permitted(
  state: ReviewState,
  id: CommentId,
  action: Action,
  { actor }: DecideContext,
): { readonly ok: true; readonly comment: Comment } | Refused {
  const comment = state.comments.get(id);
  if (!comment) return gone();
  return forbidden(actor, action, comment) ?? { ok: true, comment };
}

function gone(): Refused {
  return refuse('not-found', 'This comment is no longer there. Write a new one in its place.');
}

type FoundSubject = { readonly ok: true; readonly subject: ThreadSubject } | Refused;

/** What a thread that is new hangs on. */
function subjectOf(
  state: ReviewState,
  { thread, subject }: CommandOf<'comment.add'>,
  { locate }: DecideContext,
): FoundSubject {
  const annotation = thread as string as AnnotationId;
  if (state.annotations.has(annotation)) return annotationSubject(state, thread, annotation);
  if (!subject)
    return refuse(
      'not-found',
      'This discussion is no longer there. Select the words again to begin a new one.',
    );
  if (subject.on === 'annotation') return annotationSubject(state, thread, subject.annotation);
  if (subject.on === 'article') return { ok: true, subject };
  if (subject.on === 'group') return groupSubject(state, thread, subject.group);
  const located = locate({ ranges: subject.ranges, text: subject.text });
  return located.ok ? { ok: true, subject: { on: 'passage', target: located.target } } : located;
}

/** A group has one thread, under its own id. */
function groupSubject(state: ReviewState, thread: ThreadId, group: GroupId): FoundSubject {
  if (!state.groups.has(group)) return noGroup();
  if ((thread as string) !== group)
    return refuse('bad-command', 'The thread of a group has the group’s own id. Send that as the thread.');
  return { ok: true, subject: { on: 'group', group } };
}

function annotationSubject(state: ReviewState, thread: ThreadId, id: AnnotationId): FoundSubject {
  const annotation = state.annotations.get(id);
  if (!annotation)
    return refuse('not-found', 'The mark to be discussed is not in this article. Reload the page.');
  if (thread !== threadOf(id))
    return refuse('bad-command', 'The thread of a mark has the mark’s own id. Send that as the thread.');
  if (annotation.status === 'withdrawn')
    return refuse('withdrawn', 'This mark has been withdrawn. Restore it first, or comment on the passage.');
  return { ok: true, subject: { on: 'annotation', annotation: id } };
}

/** Whom a comment names, each once. */
function named(people: readonly PersonId[] | undefined): { mentions?: readonly PersonId[] } {
  return people && people.length > 0 ? { mentions: [...new Set(people)] } : {};
}
