import type { Target } from './annotation.ts';
import type { AnnotationId, CommentId, DecisionId, GroupId, PersonId, ThreadId } from './ids.ts';
import type { Moment } from './people.ts';

/** What a thread hangs on: an annotation, a passage without a label, the article as a whole, or a group. */
export type ThreadSubject =
  | { readonly on: 'annotation'; readonly annotation: AnnotationId }
  | { readonly on: 'passage'; readonly target: Target }
  | { readonly on: 'article' }
  /** A group of marks that mean the same; its thread carries the group's id. */
  | { readonly on: 'group'; readonly group: GroupId };

/** A discussion. An annotation has at most one, whose id is the annotation's own. */
export interface Thread {
  readonly id: ThreadId;
  readonly subject: ThreadSubject;
  readonly creator: PersonId;
  readonly created: Moment;
  readonly status: 'open' | 'resolved';
  /** Who last resolved or reopened it, and when, and the decision that did it. */
  readonly settled?: { readonly by: PersonId; readonly at: Moment; readonly decision?: DecisionId };
  /** Of a passage: who deleted the last of its words, and when; gone when they come back. */
  readonly orphaned?: { readonly by: PersonId; readonly at: Moment };
}

/** One contribution to a thread; plain text. A deleted comment with later replies stays as a tombstone with no body. */
export interface Comment {
  readonly id: CommentId;
  readonly thread: ThreadId;
  readonly creator: PersonId;
  readonly created: Moment;
  readonly edited?: Moment;
  readonly deleted?: { readonly by: PersonId; readonly at: Moment };
  readonly body: string;
  /** Who is named in it, and told of it. */
  readonly mentions?: readonly PersonId[];
  /** Emoji to the people who reacted with it, in the order in which they did. */
  readonly reactions: Readonly<Record<string, readonly PersonId[]>>;
}

/** The reactions on offer. */
export const REACTIONS = ['👍', '👎', '❤️', '😄', '🤔', '✅', '👀'] as const;

/** The thread that belongs to an annotation. */
export function threadOf(annotation: AnnotationId): ThreadId {
  return annotation as string as ThreadId;
}
