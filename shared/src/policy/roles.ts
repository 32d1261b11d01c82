import type { PersonId, Role } from '@assay/shared/model';

/** Somebody who acts, with the role they hold where they act. */
export interface Actor {
  readonly person: PersonId;
  readonly role: Role;
}

/** Everything that anybody can do. Every route, socket message and command names one of these. */
export const ACTIONS = [
  'article.list',
  'article.read',
  'article.export',
  'article.create',
  'article.rename',
  'article.lock',
  'guide.bind',
  'guide.read',
  'guide.change',
  'text.edit',
  'annotation.create',
  'annotation.change',
  'annotation.withdraw',
  'comment.add',
  'comment.edit',
  'comment.delete',
  'comment.react',
  'thread.resolve',
  'review.plan',
  'review.say-done',
  'review.move',
  'group.change',
  'agenda.arrange',
  'agenda.pull',
  'vote.cast',
  'vote.reveal',
  'decision.make',
  'decision.reopen',
  'finding.change',
  'evidence.remove',
  'task.change',
  'session.lead',
  'session.join',
  'member.list',
  'member.invite',
  'token.create',
] as const;

export type Action = (typeof ACTIONS)[number];

/** `yes`; `own`: only on what the actor made; `no`. */
export type Grant = 'yes' | 'own' | 'no';

type Row = Readonly<Record<Role, Grant>>;

function row(
  owner: Grant,
  moderator: Grant,
  editor: Grant,
  reviewer: Grant,
  commenter: Grant,
  viewer: Grant,
): Row {
  return { owner, moderator, editor, reviewer, commenter, viewer };
}

/** Who may do what. The one table: nothing else decides on a role. */
export const POLICY: Readonly<Record<Action, Row>> = {
  //                        owner  moderator editor reviewer commenter viewer
  'article.list': row('yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
  'article.read': row('yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
  'article.export': row('yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
  'article.create': row('yes', 'yes', 'yes', 'no', 'no', 'no'),
  'article.rename': row('yes', 'yes', 'yes', 'no', 'no', 'no'),
  'article.lock': row('yes', 'yes', 'no', 'no', 'no', 'no'),
  'guide.bind': row('yes', 'yes', 'no', 'no', 'no', 'no'),
  'guide.read': row('yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
  'guide.change': row('yes', 'no', 'no', 'no', 'no', 'no'),
  'text.edit': row('yes', 'yes', 'yes', 'no', 'no', 'no'),
  'annotation.create': row('yes', 'yes', 'yes', 'yes', 'no', 'no'),
  'annotation.change': row('own', 'own', 'own', 'own', 'no', 'no'),
  'annotation.withdraw': row('yes', 'yes', 'own', 'own', 'no', 'no'),
  'comment.add': row('yes', 'yes', 'yes', 'yes', 'yes', 'no'),
  'comment.edit': row('own', 'own', 'own', 'own', 'own', 'no'),
  'comment.delete': row('yes', 'yes', 'own', 'own', 'own', 'no'),
  'comment.react': row('yes', 'yes', 'yes', 'yes', 'yes', 'no'),
  'thread.resolve': row('yes', 'yes', 'yes', 'yes', 'own', 'no'),
  'review.plan': row('yes', 'yes', 'no', 'no', 'no', 'no'),
  'review.say-done': row('yes', 'yes', 'yes', 'yes', 'no', 'no'),
  'review.move': row('yes', 'yes', 'no', 'no', 'no', 'no'),
  'group.change': row('yes', 'yes', 'own', 'own', 'no', 'no'),
  'agenda.arrange': row('yes', 'yes', 'no', 'no', 'no', 'no'),
  'agenda.pull': row('yes', 'yes', 'yes', 'yes', 'no', 'no'),
  'vote.cast': row('yes', 'yes', 'yes', 'yes', 'no', 'no'),
  'vote.reveal': row('yes', 'yes', 'no', 'no', 'no', 'no'),
  'decision.make': row('yes', 'yes', 'no', 'no', 'no', 'no'),
  'decision.reopen': row('yes', 'yes', 'yes', 'no', 'no', 'no'),
  'finding.change': row('yes', 'yes', 'yes', 'yes', 'no', 'no'),
  'evidence.remove': row('yes', 'yes', 'own', 'own', 'no', 'no'),
  'task.change': row('yes', 'yes', 'yes', 'yes', 'no', 'no'),
  'session.lead': row('yes', 'yes', 'no', 'no', 'no', 'no'),
  'session.join': row('yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
  'member.list': row('yes', 'yes', 'yes', 'yes', 'yes', 'yes'),
  'member.invite': row('yes', 'no', 'no', 'no', 'no', 'no'),
  'token.create': row('yes', 'no', 'no', 'no', 'no', 'no'),
};

/** The person who made what is acted on, for the grants that are `own`. */
export interface Subject {
  readonly creator: PersonId;
}

/** Whether the actor may do this to the subject. An `own` grant without a subject is refused. */
export function may(actor: Actor, action: Action, subject?: Subject): boolean {
  const grant = POLICY[action][actor.role];
  return grant === 'yes' || (grant === 'own' && subject?.creator === actor.person);
}
