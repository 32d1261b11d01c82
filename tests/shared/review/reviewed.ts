import type { Group } from '@assay/shared/model';
import type { Ledger } from './ledger.ts';

/**
 * The ledger once marking is over, with groups in which a person has a mark (`group-NAME`, `other-NAME`), one that was
 * voted on (`group-voted`), one that is settled by `decision-1` (`group-done`), evidence of the person's, a task, and a
 * session led by `moderator8`, if it has an id.
 */
export function inReview(ledger: Ledger, whose: string, session: string | null): Ledger {
  const by = { creator: 'moderator8' as never, created: ledger.now() };
  ledger.settling(
    group(`group-${whose}`, whose, 'reviewer8'),
    group(`other-${whose}`, whose),
    group('group-voted', 'reviewer8'),
    group('group-done', 'reviewer8'),
  );
  ledger.append({ type: 'vote.cast', group: 'group-voted' as never, choice: { kind: 'agree' } }, 'reviewer8');
  const nothing = { spans: [], marks: [], votes: [], dissent: [], againstMajority: false };
  const decision = {
    id: 'decision-1' as never,
    groups: ['group-done' as never],
    outcome: 'rejected',
  } as const;
  ledger.append({ type: 'decision.made', decision: { ...decision, ...nothing, ...by } }, 'moderator8');
  const evidence = {
    id: `evidence-${whose}` as never,
    group: `group-${whose}` as never,
    url: 'https://example.org/',
    title: '',
    quote: '',
    seen: null,
    stance: 'context' as const,
    creator: whose as never,
    created: ledger.now(),
  };
  ledger.append({ type: 'evidence.added', evidence }, whose);
  const task = { id: 'task-1' as never, group: 'group-done' as never, text: 'x', assignee: null, due: null };
  ledger.append({ type: 'task.added', task: { ...task, state: 'open', ...by } }, 'moderator8');
  if (session === null) return ledger;
  const attendance = [{ person: 'reviewer8' as never, joined: ledger.now(), votes: true }];
  const started = {
    id: session as never,
    presenter: 'moderator8' as never,
    current: null,
    attendance,
    timer: null,
  };
  ledger.append({ type: 'session.started', session: { ...started, ...by } }, 'moderator8');
  return ledger;
}

function group(id: string, ...people: string[]): Partial<Group> {
  return {
    id: id as never,
    marks: people.map((who) => `mark-${who}` as never),
    reviewers: people as never[],
  };
}
