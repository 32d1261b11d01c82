import {
  type AnnotationId,
  type CommentId,
  type GroupId,
  type GuideId,
  type PersonId,
  REACTIONS,
  type ThreadId,
} from '@assay/shared/model';
import { z } from 'zod';
import { attributes, COMMAND_LIMITS, command, id, label, ranges, text, words } from './command-parts.ts';
import { PROCESS_COMMANDS } from './process-commands.ts';

const body = words(COMMAND_LIMITS.comment);

const mentions = z.array(id<PersonId>()).max(COMMAND_LIMITS.mentions).optional();

const subject = z.discriminatedUnion('on', [
  z.object({ on: z.literal('annotation'), annotation: id<AnnotationId>() }),
  z.object({ on: z.literal('passage'), ranges, text }),
  z.object({ on: z.literal('article') }),
  z.object({ on: z.literal('group'), group: id<GroupId>() }),
]);

/**
 * Everything a person or a program can ask of an article's ledger once it exists. `id` is made by the client: a
 * command sent twice is done once and answered twice.
 */
export const commandSchema = z.discriminatedUnion('type', [
  command('article.rename', { title: words(COMMAND_LIMITS.title) }),
  /** The version of a guide by which the article is marked from here on. */
  command('article.bind-guide', { guide: z.object({ id: id<GuideId>(), version: z.int().min(1) }) }),
  command('article.lock', {}),
  command('article.unlock', {}),
  command('annotation.create', {
    annotation: z.object({ id: id<AnnotationId>(), label, ranges, attributes: attributes.default({}) }),
    text,
  }),
  command('annotation.relabel', { annotation: id<AnnotationId>(), label }),
  command('annotation.change-attributes', { annotation: id<AnnotationId>(), attributes }),
  command('annotation.change-extent', { annotation: id<AnnotationId>(), ranges, text }),
  command('annotation.withdraw', { annotation: id<AnnotationId>() }),
  command('annotation.restore', { annotation: id<AnnotationId>() }),
  command('comment.add', {
    comment: z.object({ id: id<CommentId>(), body, mentions }),
    /** The thread's id; of an annotation's thread, the annotation's. A thread that is new needs its `subject`. */
    thread: id<ThreadId>(),
    subject: subject.optional(),
  }),
  command('comment.edit', { comment: id<CommentId>(), body, mentions }),
  command('comment.delete', { comment: id<CommentId>() }),
  command('comment.react', { comment: id<CommentId>(), emoji: z.enum(REACTIONS), on: z.boolean() }),
  command('thread.resolve', { thread: id<ThreadId>() }),
  command('thread.reopen', { thread: id<ThreadId>() }),
  ...PROCESS_COMMANDS,
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
