import { activityOf } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

const lines = (ledger: Ledger) =>
  activityOf(ledger.log, ledger.state).map(
    ({ by, words, about }) => `${by} ${words}${about ? ` (${about})` : ''}`,
  );

describe('activity', () => {
  it('[RV75] tells the newest first, and what one person does in a row at once', () => {
    const ledger = Ledger.started();
    for (const id of ['mark-0001', 'mark-0002', 'mark-0003']) ledger.mark('reviewer1', id, `words ${id}`);
    ledger.mark('reviewer2', 'mark-0004', 'other words');
    ledger.comment('reviewer2', 'mark-0001', 'comment-1', 'Are you   sure?');
    ledger.does('reviewer1', { type: 'annotation.withdraw', annotation: 'mark-0002' as never });
    expect(lines(ledger)).toEqual([
      'reviewer1 withdrew “words mark-0002” (mark-0002)',
      'reviewer2 wrote: Are you sure? (mark-0001)',
      'reviewer2 marked “other words” as claim (mark-0004)',
      'reviewer1 marked 3 passages (mark-0003)',
      'owner imported the article',
    ]);
  });

  it('[RV75] leaves out votes and what the server does by itself, and tells of decisions', () => {
    const ledger = Ledger.started();
    ledger.mark('reviewer1', 'mark-0001', `${'long '.repeat(30)}words`);
    ledger.settling({ marks: ['mark-0001' as never], reviewers: ['reviewer1' as never] });
    ledger.comment('reviewer1', 'mark-0001', 'comment-1');
    ledger.does('reviewer1', { type: 'vote.cast', group: 'group-1' as never, choice: { kind: 'agree' } });
    const decision = { id: 'decision-1', groups: ['group-1'], outcome: 'rejected', spans: [] };
    ledger.does('moderator', { type: 'decision.make', decision } as never);
    const told = lines(ledger);
    expect(told[0]).toBe('moderator settled: rejected (group-1)');
    expect(told.join('\n')).not.toMatch(/vote|group anew|resolved/);
    expect(told.at(-2)).toMatch(/^reviewer1 marked “(long ){11}long…” as claim/);
  });
});
