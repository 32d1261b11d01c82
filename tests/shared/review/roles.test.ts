import { DEFAULT_GUIDE, ROLES } from '@assay/shared/model';
import { commandSchema } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { Ledger, place } from './ledger.ts';
import { inReview } from './reviewed.ts';

type Wish = Parameters<Ledger['send']>[1];

/** An article with a mark, a withdrawn mark and a discussion of each person named. */
function withWorkOf(...people: string[]): Ledger {
  const ledger = Ledger.started();
  ledger.guides = [{ ...DEFAULT_GUIDE, id: 'guide-team' as never, version: 2 }];
  for (const who of people) {
    for (const id of [`mark-${who}`, `gone-${who}`]) append(ledger, who, id);
    ledger.does('owner', { type: 'annotation.withdraw', annotation: `gone-${who}` as never });
  }
  return ledger;
}

/** Makes a mark with a comment, whatever the role: the person may have had another one then. */
function append(ledger: Ledger, who: string, id: string): void {
  const now = ledger.now();
  const made = { creator: who as never, created: now };
  const target = { ranges: [] };
  const annotation = { id: id as never, label: 'claim', target, attributes: {}, modified: now, ...made };
  ledger.append({ type: 'annotation.created', annotation: { ...annotation, status: 'active' } }, who);
  const subject = { on: 'annotation', annotation: id as never } as const;
  const thread = { id: id as never, subject, status: 'open', ...made } as const;
  const comment = { id: `comment-${id}` as never, thread: id as never, body: 'x', reactions: {}, ...made };
  ledger.append({ type: 'comment.added', comment, thread }, who);
}

/** Every command, aimed at the work of `whose`. */
function wishes(whose: string): Wish[] {
  const annotation = `mark-${whose}` as never;
  const comment = `comment-mark-${whose}` as never;
  const ranges = [...place('words')];
  return [
    { type: 'article.rename', title: 'New' },
    { type: 'article.bind-guide', guide: { id: 'guide-team' as never, version: 2 } },
    { type: 'article.lock' },
    { type: 'article.unlock' },
    {
      type: 'annotation.create',
      annotation: { id: 'mark-new' as never, label: 'claim', ranges, attributes: {} },
    },
    { type: 'annotation.relabel', annotation, label: 'quote' },
    { type: 'annotation.change-attributes', annotation, attributes: { a: 1 } },
    { type: 'annotation.change-extent', annotation, ranges },
    { type: 'annotation.withdraw', annotation },
    { type: 'annotation.restore', annotation: `gone-${whose}` as never },
    { type: 'comment.add', comment: { id: 'comment-new' as never, body: 'y' }, thread: annotation },
    { type: 'comment.edit', comment, body: 'y' },
    { type: 'comment.delete', comment },
    { type: 'comment.react', comment, emoji: '👍', on: true },
    { type: 'thread.resolve', thread: annotation },
    { type: 'thread.reopen', thread: annotation },
    ...processWishes(whose),
  ];
}

/** Those of the way to sign-off, aimed at a group, a decision and a session in which `whose` has a part. */
function processWishes(whose: string): Wish[] {
  const group = `group-${whose}` as never;
  const [decision, session, evidence] = ['decision-1', 'session-1', `evidence-${whose}`] as never[];
  const accepted = `mark-${whose}` as never;
  const task = { id: 'task-new-1' as never, group, text: 'Ask them', assignee: null, due: null };
  return [
    { type: 'review.plan', plan: { deadline: '2027-01-01T00:00:00.000Z' } },
    { type: 'review.say-done', done: true },
    { type: 'review.reveal' },
    { type: 'review.move', to: 'discussing' },
    { type: 'review.sign-off' },
    { type: 'review.reopen' },
    { type: 'group.join', groups: [group, `other-${whose}` as never] },
    { type: 'group.split', group, marks: [accepted] },
    { type: 'item.rank', group, rank: 1 },
    { type: 'item.pull', group, pulled: true },
    { type: 'item.park', group, parked: { owner: whose as never, due: null } },
    { type: 'vote.cast', group, choice: { kind: 'agree' } },
    { type: 'vote.reveal', group: 'group-voted' as never },
    {
      type: 'decision.make',
      decision: { id: 'decision-new' as never, groups: [group], outcome: 'accepted', accepted, spans: [] },
    },
    { type: 'decision.make-batch', items: [{ decision: 'decision-new' as never, group, accepted }] },
    { type: 'decision.reopen', decision: decision! },
    { type: 'finding.set', group: 'group-done' as never, attribute: 'verdict', value: 'supported' },
    {
      type: 'evidence.add',
      evidence: {
        id: 'evidence-new' as never,
        group,
        url: 'https://example.org/',
        title: '',
        quote: '',
        seen: null,
        stance: 'context',
      },
    },
    { type: 'evidence.remove', evidence: evidence! },
    { type: 'task.add', task },
    { type: 'task.change', task: 'task-1' as never, state: 'done' },
    { type: 'session.start', session: 'session-2' as never },
    { type: 'session.join', session: session! },
    { type: 'session.leave', session: session! },
    { type: 'session.move', session: session!, to: group },
    { type: 'session.lead', session: session!, presenter: 'reviewer8' as never },
    { type: 'session.time', session: session!, seconds: 90 },
    { type: 'session.end', session: session! },
  ];
}

/** For each command the roles that may do it: to the work of others, and to their own. Written out, not computed. */
const ALLOWED: Record<string, { others: string; own: string }> = {
  'article.rename': { others: 'owner moderator editor', own: 'owner moderator editor' },
  'article.bind-guide': { others: 'owner moderator', own: 'owner moderator' },
  'article.lock': { others: 'owner moderator', own: 'owner moderator' },
  'article.unlock': { others: 'owner moderator', own: 'owner moderator' },
  'annotation.create': { others: 'owner moderator editor reviewer', own: 'owner moderator editor reviewer' },
  'annotation.relabel': { others: '', own: 'owner moderator editor reviewer' },
  'annotation.change-attributes': { others: '', own: 'owner moderator editor reviewer' },
  'annotation.change-extent': { others: '', own: 'owner moderator editor reviewer' },
  'annotation.withdraw': { others: 'owner moderator', own: 'owner moderator editor reviewer' },
  'annotation.restore': { others: 'owner moderator', own: 'owner moderator editor reviewer' },
  'comment.add': {
    others: 'owner moderator editor reviewer commenter',
    own: 'owner moderator editor reviewer commenter',
  },
  'comment.edit': { others: '', own: 'owner moderator editor reviewer commenter' },
  'comment.delete': { others: 'owner moderator', own: 'owner moderator editor reviewer commenter' },
  'comment.react': {
    others: 'owner moderator editor reviewer commenter',
    own: 'owner moderator editor reviewer commenter',
  },
  'thread.resolve': {
    others: 'owner moderator editor reviewer',
    own: 'owner moderator editor reviewer commenter',
  },
  'thread.reopen': {
    others: 'owner moderator editor reviewer',
    own: 'owner moderator editor reviewer commenter',
  },
  'review.plan': { others: 'owner moderator', own: 'owner moderator' },
  'review.say-done': { others: 'owner moderator editor reviewer', own: 'owner moderator editor reviewer' },
  'review.reveal': { others: 'owner moderator', own: 'owner moderator' },
  'review.move': { others: 'owner moderator', own: 'owner moderator' },
  'review.sign-off': { others: 'owner moderator', own: 'owner moderator' },
  'review.reopen': { others: 'owner moderator', own: 'owner moderator' },
  'group.join': { others: 'owner moderator', own: 'owner moderator editor reviewer' },
  'group.split': { others: 'owner moderator', own: 'owner moderator editor reviewer' },
  'item.rank': { others: 'owner moderator', own: 'owner moderator' },
  'item.pull': { others: 'owner moderator editor reviewer', own: 'owner moderator editor reviewer' },
  'item.park': { others: 'owner moderator', own: 'owner moderator' },
  'vote.cast': { others: 'owner moderator editor reviewer', own: 'owner moderator editor reviewer' },
  'vote.reveal': { others: 'owner moderator', own: 'owner moderator' },
  'decision.make': { others: 'owner moderator', own: 'owner moderator' },
  'decision.make-batch': { others: 'owner moderator', own: 'owner moderator' },
  'decision.reopen': { others: 'owner moderator editor', own: 'owner moderator editor' },
  'finding.set': { others: 'owner moderator editor reviewer', own: 'owner moderator editor reviewer' },
  'evidence.add': { others: 'owner moderator editor reviewer', own: 'owner moderator editor reviewer' },
  'evidence.remove': { others: 'owner moderator', own: 'owner moderator editor reviewer' },
  'task.add': { others: 'owner moderator editor reviewer', own: 'owner moderator editor reviewer' },
  'task.change': { others: 'owner moderator editor reviewer', own: 'owner moderator editor reviewer' },
  'session.start': { others: 'owner moderator', own: 'owner moderator' },
  'session.join': {
    others: 'owner moderator editor reviewer commenter viewer',
    own: 'owner moderator editor reviewer commenter viewer',
  },
  'session.leave': {
    others: 'owner moderator editor reviewer commenter viewer',
    own: 'owner moderator editor reviewer commenter viewer',
  },
  'session.move': { others: 'owner moderator', own: 'owner moderator' },
  'session.lead': { others: 'owner moderator', own: 'owner moderator' },
  'session.time': { others: 'owner moderator', own: 'owner moderator' },
  'session.end': { others: 'owner moderator', own: 'owner moderator' },
};

const BEFORE_THE_REVEAL = ['review.plan', 'review.say-done', 'review.reveal'];

/** A ledger in which somebody with the role for it could do this. */
function ledgerFor(type: string, whose: string, actor: string): Ledger {
  if (BEFORE_THE_REVEAL.includes(type)) {
    const ledger = Ledger.started();
    ledger.append({ type: 'review.planned', plan: { blind: true } }, 'owner');
    return ledger;
  }
  const ledger = withWorkOf(...new Set([whose, actor]));
  if (/^(article|annotation|comment|thread)/.test(type)) return ledger;
  return inReview(ledger, whose, type === 'session.start' ? null : 'session-1');
}

const cases = ROLES.flatMap((role) =>
  wishes('anyone').map((wish, index) => [role, wish.type, index] as const),
);

describe('roles in the ledger', () => {
  it('[PO4] every command there is has its rights written out here', () => {
    const types = commandSchema.options.map((option) => option.shape.type.value);
    expect(Object.keys(ALLOWED).sort()).toEqual([...types].sort());
    expect(wishes('anyone').map((wish) => wish.type)).toEqual([...types]);
  });

  it.each(cases)('[PO5] %s, %s: only where the table allows it', (role, type, index) => {
    const actor = `${role}9`;
    for (const [whose, which] of [
      ['reviewer2', 'others'],
      [actor, 'own'],
    ] as const) {
      const ledger = ledgerFor(type, whose, actor);
      const decision = ledger.send(actor, wishes(whose)[index]!);
      const allowed = ALLOWED[type]![which].split(' ').includes(role);
      expect(decision.ok || decision.refusal.code, `${which}`).toBe(allowed || 'not-allowed');
    }
  });

  it('[PO6] a refusal says which role is needed, or whose the right is', () => {
    const ledger = withWorkOf('reviewer2');
    const message = (who: string, wish: Wish) => {
      const decision = ledger.send(who, wish);
      return decision.ok ? 'done' : decision.refusal.message;
    };
    expect(message('commenter', wishes('reviewer2')[4]!)).toBe(
      'As a commenter you cannot mark words here. Ask the owner for the role of reviewer.',
    );
    expect(message('editor', { type: 'article.lock' })).toBe(
      'As an editor you cannot lock or unlock the text here. Ask the owner for the role of moderator.',
    );
    expect(message('owner', wishes('reviewer2')[5]!)).toBe(
      'Only the person who made a mark can change it. Mark the same words yourself, or say in its thread what you would change.',
    );
  });
});
