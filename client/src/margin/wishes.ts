import {
  type Annotation,
  type AnnotationId,
  type Comment,
  type CommentId,
  type LabelId,
  newId,
  type PersonId,
  type REACTIONS,
  type ThreadId,
} from '@assay/shared/model';
import { type AskedValue, askedAgain } from '@assay/shared/review';
import type { HeldRange } from '../editor/index.ts';
import type { ArticleSession } from '../session/index.ts';
import { type Entry, threadIdOf } from './entry.ts';

export type Reaction = (typeof REACTIONS)[number];

/** Marks these words; the new mark's id is known at once. */
export function mark(session: ArticleSession, label: LabelId, ranges: readonly HeldRange[]): AnnotationId {
  const id = newId<AnnotationId>();
  void session.send({
    type: 'annotation.create',
    annotation: { id, label, ranges: [...ranges], attributes: {} },
  });
  return id;
}

export function withdraw(session: ArticleSession, annotation: AnnotationId): void {
  void session.send({ type: 'annotation.withdraw', annotation });
}

export function restore(session: ArticleSession, annotation: AnnotationId): void {
  void session.send({ type: 'annotation.restore', annotation });
}

/** Says anew which words a mark covers. */
export function changeExtent(
  session: ArticleSession,
  annotation: AnnotationId,
  ranges: readonly HeldRange[],
): void {
  void session.send({ type: 'annotation.change-extent', annotation, ranges: [...ranges] });
}

/** Says one thing about a mark, beside what it says already; null takes it away. */
export function changeDetail(
  session: ArticleSession,
  { id, attributes }: Annotation,
  name: string,
  value: AskedValue | null,
): void {
  const { [name]: _, ...others } = askedAgain(attributes);
  const next = value === null ? others : { ...others, [name]: value };
  void session.send({ type: 'annotation.change-attributes', annotation: id, attributes: next });
}

export function relabel(session: ArticleSession, annotation: AnnotationId, label: LabelId): void {
  void session.send({ type: 'annotation.relabel', annotation, label });
}

/** Words with those who are named in them. */
export interface Said {
  readonly body: string;
  readonly mentions: readonly PersonId[];
}

/** Says something in an entry's thread; a mark's first comment opens it. */
export function reply(session: ArticleSession, entry: Entry, said: Said): CommentId {
  const comment = { id: newId<CommentId>(), ...sentAs(said) };
  const thread = threadIdOf(entry);
  const subject = entry.thread ? undefined : subjectOf(entry);
  void session.send({ type: 'comment.add', comment, thread, ...(subject && { subject }) });
  return comment.id;
}

function subjectOf({ annotation, group }: Entry) {
  if (annotation) return { on: 'annotation' as const, annotation: annotation.id };
  return group ? { on: 'group' as const, group: group.group.id } : undefined;
}

/** Opens a thread on words without a label, or on the article as a whole when there are none. */
export function startThread(
  session: ArticleSession,
  ranges: readonly HeldRange[] | null,
  said: Said,
): ThreadId {
  const thread = newId<ThreadId>();
  const comment = { id: newId<CommentId>(), ...sentAs(said) };
  const subject = ranges ? { on: 'passage' as const, ranges: [...ranges] } : { on: 'article' as const };
  void session.send({ type: 'comment.add', comment, thread, subject });
  return thread;
}

export function editComment(session: ArticleSession, comment: CommentId, said: Said): void {
  void session.send({ type: 'comment.edit', comment, ...sentAs(said) });
}

function sentAs({ body, mentions }: Said): { body: string; mentions?: PersonId[] } {
  return mentions.length > 0 ? { body, mentions: [...mentions] } : { body };
}

export function deleteComment(session: ArticleSession, comment: CommentId): void {
  void session.send({ type: 'comment.delete', comment });
}

/** Puts one's reaction under a comment, or takes it back. */
export function toggleReaction(session: ArticleSession, comment: Comment, emoji: Reaction): void {
  const me = session.me.get();
  const on = me === null || !comment.reactions[emoji]?.includes(me.id);
  void session.send({ type: 'comment.react', comment: comment.id, emoji, on });
}

export function resolve(session: ArticleSession, thread: ThreadId): void {
  void session.send({ type: 'thread.resolve', thread });
}

export function reopen(session: ArticleSession, thread: ThreadId): void {
  void session.send({ type: 'thread.reopen', thread });
}

/** What this person may do with an entry, by the last known role. */
export interface EntryRights {
  readonly reply: boolean;
  readonly relabel: boolean;
  /** Say which words it covers. */
  readonly reshape: boolean;
  readonly withdraw: boolean;
  readonly restore: boolean;
  readonly settle: boolean;
}

export function rightsOn(session: ArticleSession, entry: Entry): EntryRights {
  const subject = { creator: entry.creator };
  const active = entry.annotation?.status === 'active';
  const change = active && session.may('annotation.change', subject);
  return {
    reply: entry.status !== 'withdrawn' && session.may('comment.add'),
    relabel: change,
    reshape: change,
    withdraw: active && session.may('annotation.withdraw', subject),
    restore: entry.status === 'withdrawn' && session.may('annotation.withdraw', subject),
    settle: entry.thread !== null && session.may('thread.resolve', { creator: entry.thread.creator }),
  };
}
