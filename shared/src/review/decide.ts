import type { ArticleRecord, Guide } from '@assay/shared/model';
import type { Actor } from '@assay/shared/policy';
import { COMMAND_LIMITS } from './command-parts.ts';
import type { Command } from './commands.ts';
import { type DecideContext, type Decided, happened } from './context.ts';
import {
  decideAnnotationCreate,
  decideAttributes,
  decideExtent,
  decideRelabel,
  decideRestore,
  decideWithdraw,
} from './decide-annotation.ts';
import { decideBindGuide, decideLock, decideRename } from './decide-article.ts';
import { decideComment, decideDelete, decideEdit, decideReaction } from './decide-comment.ts';
import { decideProcess } from './decide-process.ts';
import { decideSettle } from './decide-thread.ts';
import type { EventBody } from './events.ts';
import { outOfPhase } from './phases.ts';
import { forbidden, refuse } from './refusals.ts';
import { withoutSealed } from './sight.ts';
import type { ReviewState } from './state.ts';

/**
 * What a command makes happen, or why it is refused. Pure: `fold` applies the events. A command whose wish is
 * already so (resolving what is resolved, giving a label that is there) succeeds with no events, so that two people
 * who do the same thing at once are both told yes. It is decided on what its sender may see, so that no answer tells
 * of anything else.
 */
export function decide(state: ReviewState, command: Command, context: DecideContext): Decided {
  if (!state.article) return refuse('not-found', 'This article is not here. It may have been removed.');
  const barred = outOfPhase(state.workflow, command.type);
  if (barred) return barred;
  const seen = withoutSealed(state, context.actor.person);
  const decided = decideSeen(seen, command, context);
  return decided.ok && seen !== state && takesUnseenId(state, seen, decided.events)
    ? refuse('already-exists', 'This id is in use. Give what is new an id of its own.')
    : decided;
}

function decideSeen(state: ReviewState, command: Command, context: DecideContext): Decided {
  switch (command.type) {
    case 'article.rename':
      return decideRename(state.article!, command, context);
    case 'article.bind-guide':
      return decideBindGuide(state, command, context);
    case 'article.lock':
    case 'article.unlock':
      return decideLock(state.article!, command, context);
    case 'annotation.create':
      return decideAnnotationCreate(state, command, context);
    case 'annotation.relabel':
      return decideRelabel(state, command, context);
    case 'annotation.change-attributes':
      return decideAttributes(state, command, context);
    case 'annotation.change-extent':
      return decideExtent(state, command, context);
    case 'annotation.withdraw':
      return decideWithdraw(state, command, context);
    case 'annotation.restore':
      return decideRestore(state, command, context);
    case 'comment.add':
      return decideComment(state, command, context);
    case 'comment.edit':
      return decideEdit(state, command, context);
    case 'comment.delete':
      return decideDelete(state, command, context);
    case 'comment.react':
      return decideReaction(state, command, context);
    case 'thread.resolve':
    case 'thread.reopen':
      return decideSettle(state, command, context);
    default:
      return decideProcess(state, command, context);
  }
}

/** Whether something new would take the id of something that its maker cannot see. */
function takesUnseenId(state: ReviewState, seen: ReviewState, events: readonly EventBody[]): boolean {
  const unseen = (root: 'annotations' | 'threads' | 'comments', id: string) =>
    (state[root] as ReadonlyMap<string, unknown>).has(id) &&
    !(seen[root] as ReadonlyMap<string, unknown>).has(id);
  return events.some((event) => {
    if (event.type === 'annotation.created')
      return unseen('annotations', event.annotation.id) || unseen('threads', event.annotation.id);
    if (event.type !== 'comment.added') return false;
    return unseen('comments', event.comment.id) || unseen('threads', event.comment.thread);
  });
}

/** What making an article takes: the importer has put its text into the text document. */
export type NewArticle = Pick<ArticleRecord, 'id' | 'title' | 'original'> & {
  /** By which it is marked. */
  readonly guide?: Guide;
};

/** The first event of an article's ledger. Articles are made over HTTP, not by a command on an article's socket. */
export function decideCreate(
  state: ReviewState,
  article: NewArticle,
  context: { readonly actor: Actor; readonly now: string },
): Decided {
  if (state.article) return refuse('already-exists', 'There is already an article with this id.');
  const refused = forbidden(context.actor, 'article.create');
  if (refused) return refused;
  const title = article.title.trim();
  if (title === '') return refuse('bad-command', 'An article needs a title. Give it one.');
  if (title.length > COMMAND_LIMITS.title)
    return refuse('too-large', `A title has at most ${COMMAND_LIMITS.title} characters. Shorten it.`);
  const made = { creator: context.actor.person, created: context.now, locked: false };
  return happened({
    type: 'article.created',
    article: { id: article.id, title, original: article.original, ...made },
    ...(article.guide && { guide: article.guide }),
  });
}
