import { ROLES } from '@assay/shared/model';
import { type Action, type Actor, may, POLICY, type Subject } from '@assay/shared/policy';

/** Why a command was not done. Programs go by the code; the message tells a person what they can do about it. */
export const REFUSAL_CODES = [
  'not-allowed',
  'not-found',
  'already-exists',
  'stale-text',
  'bad-range',
  'bad-command',
  'too-large',
  'withdrawn',
  'locked',
  /** Not in the phase that the article is in. */
  'wrong-phase',
  /** Somebody has decided on it before. */
  'already-settled',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** A failed result, as `decide`, `parseCommand` and `locate` return it. */
export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export function refuse(code: RefusalCode, message: string): Refused {
  return { ok: false, refusal: { code, message } };
}

/** There is no such group (any more): marks are grouped anew when they change. */
export function noGroup(): Refused {
  return refuse('not-found', 'These marks are grouped otherwise by now. Look at the agenda again.');
}

/** What somebody without the role for it is told they cannot do. */
const DEED: Partial<Record<Action, string>> = {
  'article.create': 'import an article',
  'article.rename': 'rename the article',
  'article.lock': 'lock or unlock the text',
  'guide.bind': 'choose the guide of an article',
  'annotation.create': 'mark words',
  'annotation.change': 'change marks',
  'annotation.withdraw': 'withdraw or restore marks',
  'comment.add': 'comment',
  'comment.edit': 'edit comments',
  'comment.delete': 'delete comments',
  'comment.react': 'react to comments',
  'thread.resolve': 'resolve or reopen discussions',
  'review.plan': 'plan the review',
  'review.say-done': 'say that you are done marking',
  'review.move': 'move the review on',
  'group.change': 'change groups',
  'agenda.arrange': 'arrange the agenda',
  'agenda.pull': 'take items out of a batch',
  'vote.cast': 'vote',
  'vote.reveal': 'reveal votes',
  'decision.make': 'settle marks',
  'decision.reopen': 'reopen a decision',
  'finding.change': 'say what was found out',
  'evidence.remove': 'remove evidence',
  'task.change': 'change tasks',
  'session.lead': 'lead a review session',
  'session.join': 'join a review session',
};

/** What somebody is told who may do it, but only to what they made themselves. */
const OWN: Partial<Record<Action, string>> = {
  'annotation.change':
    'Only the person who made a mark can change it. Mark the same words yourself, or say in its thread what you would change.',
  'annotation.withdraw':
    'Only the person who made a mark, or a moderator, can withdraw or restore it. Say in its thread why it should go.',
  'comment.edit': 'Only the person who wrote a comment can edit it. Reply to it instead.',
  'comment.delete': 'Only the person who wrote a comment, or a moderator, can delete it. Ask a moderator.',
  'evidence.remove':
    'Only the person who added a piece of evidence, or a moderator, can remove it. Add what speaks against it instead.',
  'group.change':
    'You can join and split groups in which you have a mark. Ask a moderator to change this one.',
  'thread.resolve':
    'You can resolve or reopen the discussions that you began. Ask a reviewer to settle this one.',
};

/**
 * The refusal for an actor who may not do this to the subject, or null when they may. The policy table alone
 * decides; the rest of this is wording.
 */
export function forbidden(actor: Actor, action: Action, subject?: Subject): Refused | null {
  if (may(actor, action, subject)) return null;
  const own = OWN[action];
  if (POLICY[action][actor.role] === 'own' && own) return refuse('not-allowed', own);
  const needed = ROLES.findLast((role) => POLICY[action][role] !== 'no') ?? 'owner';
  const deed = DEED[action] ?? 'do this';
  return refuse(
    'not-allowed',
    `As ${article(actor.role)} you cannot ${deed} here. Ask the owner for the role of ${needed}.`,
  );
}

function article(role: string): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}
