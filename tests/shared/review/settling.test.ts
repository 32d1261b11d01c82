import { DEFAULT_GUIDE, type Decision, type Group } from '@assay/shared/model';
import { seenBy, standingDecision, withPrivate } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { Ledger, place, targetOf } from './ledger.ts';

type Wish = Parameters<Ledger['send']>[1];

const REVIEWERS = ['reviewer1', 'reviewer2', 'reviewer3'];
const GROUP = 'group-one' as never;
const OTHER = 'group-two' as never;

/** Three people have marked alike, each with words of their own, and two of them something else. */
function atTable(plan: { reviewers?: string[] } = { reviewers: REVIEWERS }): Ledger {
  const ledger = Ledger.started();
  ledger.does('moderator', { type: 'review.plan', plan: plan as never });
  for (const who of REVIEWERS) ledger.mark(who, `mark-${who}`, `words of ${who}`);
  for (const who of REVIEWERS.slice(1)) ledger.mark(who, `more-${who}`, 'other words');
  const group = (id: string, prefix: string, people: string[]): Partial<Group> => ({
    id: id as never,
    marks: people.map((who) => `${prefix}-${who}` as never),
    reviewers: people as never[],
  });
  return ledger.settling(group(GROUP, 'mark', REVIEWERS), group(OTHER, 'more', REVIEWERS.slice(1)));
}

const vote = (kind: 'agree' | 'disagree' | 'abstain', group = GROUP): Wish => ({
  type: 'vote.cast',
  group,
  choice: { kind },
});
const decide = (decision: object, id = 'decision-1'): Wish =>
  ({
    type: 'decision.make',
    decision: { id, groups: [GROUP], outcome: 'accepted', spans: [], ...decision },
  }) as unknown as Wish;
const accept = (mark: string, id?: string) => decide({ accepted: mark }, id);
const span = (words: string, label = 'claim') => ({ label, ranges: [...place(words)], attributes: {} });
const made = (ledger: Ledger, id = 'decision-1') => ledger.state.decisions.get(id as never) as Decision;

describe('groups', () => {
  it('[RV58] are joined and split by moderators and by whoever has a mark in them', () => {
    const ledger = atTable();
    expect(ledger.does('reviewer1', { type: 'group.join', groups: [GROUP, OTHER] })).toBe('not-allowed');
    expect(ledger.does('reviewer2', { type: 'group.join', groups: [GROUP, OTHER] })).toBe('groups.corrected');
    expect(
      ledger.does('editor', { type: 'group.split', group: GROUP, marks: ['mark-reviewer1' as never] }),
    ).toBe('not-allowed');
    expect(
      ledger.does('moderator', { type: 'group.split', group: GROUP, marks: ['mark-reviewer1' as never] }),
    ).toBe('groups.corrected');
    expect(ledger.state.corrections.map(({ kind }) => kind)).toEqual([
      ...Array(4).fill('together'),
      'apart',
      'apart',
    ]);
    ledger.does('moderator', accept('mark-reviewer1'));
    expect(ledger.does('moderator', { type: 'group.join', groups: [GROUP, OTHER] })).toBe('already-settled');
  });

  it('[RV58] of different labels are not joined', () => {
    const ledger = atTable();
    ledger.append(
      { type: 'groups.changed', put: [{ ...ledger.state.groups.get(OTHER)!, label: 'quote' }], remove: [] },
      'owner',
    );
    expect(ledger.does('moderator', { type: 'group.join', groups: [GROUP, OTHER] })).toBe('bad-command');
  });

  it('[RV59] are put in order, pulled and parked as items of the agenda', () => {
    const ledger = atTable();
    ledger.does('moderator', { type: 'item.rank', group: GROUP, rank: 2 });
    ledger.does('reviewer1', { type: 'item.pull', group: GROUP, pulled: true });
    ledger.does('moderator', {
      type: 'item.park',
      group: GROUP,
      parked: { owner: 'reviewer1' as never, due: '2027-02-03' },
    });
    expect(ledger.state.items.get(GROUP)).toMatchObject({
      rank: 2,
      pulled: { by: 'reviewer1' },
      parked: { owner: 'reviewer1' },
    });
    ledger.does('moderator', { type: 'item.rank', group: GROUP, rank: null });
    ledger.does('reviewer2', { type: 'item.pull', group: GROUP, pulled: false });
    expect(ledger.does('moderator', { type: 'item.park', group: GROUP, parked: null })).toBe('item.parked');
    expect(ledger.state.items.get(GROUP)).toEqual({ id: GROUP });
  });
});

describe('votes', () => {
  it('[RV60] are changed and taken back until the group is settled', () => {
    const ledger = atTable();
    expect(ledger.does('reviewer1', vote('agree'))).toBe('vote.cast');
    expect(ledger.does('reviewer1', vote('agree'))).toBe('');
    const variant = (mark: string): Wish => ({
      type: 'vote.cast',
      group: GROUP,
      choice: { kind: 'variant', mark: mark as never },
    });
    expect(ledger.does('reviewer1', variant('more-reviewer2'))).toBe('not-found');
    expect(ledger.does('reviewer1', variant('mark-reviewer2'))).toBe('vote.cast');
    expect(ledger.does('reviewer1', { type: 'vote.cast', group: GROUP, choice: null })).toBe('vote.cast');
    expect(ledger.state.ballots.get(GROUP)).toMatchObject({ voted: [], votes: [] });
    ledger.does('moderator', accept('mark-reviewer1'));
    expect(ledger.does('reviewer1', vote('agree'))).toBe('already-settled');
  });

  it('[RV61] are revealed by the last one awaited, or by a moderator', () => {
    const ledger = atTable();
    ledger.does('reviewer1', vote('agree'));
    ledger.does('reviewer2', vote('disagree'));
    expect(ledger.does('reviewer3', vote('abstain'))).toBe('vote.cast vote.revealed');
    expect(ledger.state.ballots.get(GROUP)?.revealed).toMatchObject({ by: null });
    expect(ledger.does('moderator', { type: 'vote.reveal', group: OTHER })).toBe('bad-command');
    ledger.does('reviewer2', vote('agree', OTHER));
    expect(ledger.does('moderator', { type: 'vote.reveal', group: OTHER })).toBe('vote.revealed');
    expect(ledger.state.ballots.get(OTHER)?.revealed).toMatchObject({ by: 'moderator' });
  });

  it('[RV61] in a session wait for those who are there and may vote', () => {
    const ledger = atTable();
    const session = 'session-1' as never;
    ledger.does('moderator', { type: 'session.start', session });
    for (const who of ['reviewer1', 'reviewer2', 'viewer'])
      ledger.does(who, { type: 'session.join', session });
    ledger.does('reviewer1', vote('agree'));
    ledger.does('reviewer2', { type: 'session.leave', session });
    expect(ledger.does('moderator', vote('agree'))).toBe('vote.cast vote.revealed');
  });

  it('[RV62] are their voters’ alone until then, but for who has voted', () => {
    const ledger = atTable();
    ledger.does('reviewer1', vote('agree'));
    ledger.does('reviewer2', vote('disagree'));
    const seen = (who: string) => seenBy(ledger.state, who as never).ballots.get(GROUP)!;
    expect(seen('reviewer1')).toMatchObject({
      voted: ['reviewer1', 'reviewer2'],
      votes: [{ by: 'reviewer1' }],
    });
    expect(seen('reviewer1').votes.length).toBe(1);
    expect(seen('owner')).toMatchObject({ voted: ['reviewer1', 'reviewer2'], votes: [] });
    ledger.does('moderator', { type: 'vote.reveal', group: GROUP });
    expect(seen('owner').votes.length).toBe(2);
  });

  it('[RV62] a vote that was taken back is not shown, whatever a private document still says', () => {
    const ledger = atTable();
    ledger.does('reviewer1', vote('agree'));
    const own = seenBy(ledger.state, 'reviewer1' as never);
    ledger.does('reviewer1', { type: 'vote.cast', group: GROUP, choice: null });
    const all = seenBy(ledger.state, 'owner' as never);
    expect(withPrivate(all, own).ballots.get(GROUP)).toMatchObject({ voted: [], votes: [] });
  });
});

describe('a decision', () => {
  it('[RV63] keeps what it was made of, and leaves every mark as it is', () => {
    const ledger = atTable();
    for (const [who, choice] of [
      ['reviewer1', 'agree'],
      ['reviewer2', 'disagree'],
      ['reviewer3', 'disagree'],
    ] as const)
      ledger.does(who, vote(choice));
    ledger.does('moderator', { type: 'session.start', session: 'session-1' as never });
    const before = ledger.state.annotations;
    ledger.does(
      'moderator',
      decide({ accepted: 'mark-reviewer2', rationale: 'As the guide says.', clause: 'claim' }),
    );
    expect(made(ledger)).toMatchObject({
      outcome: 'accepted',
      accepted: 'mark-reviewer2',
      spans: [{ label: 'claim', target: targetOf('words of reviewer2') }],
      marks: REVIEWERS.map((who) => `mark-${who}`),
      dissent: ['reviewer2', 'reviewer3'],
      againstMajority: true,
      rationale: 'As the guide says.',
      clause: 'claim',
      creator: 'moderator',
      session: 'session-1',
    });
    expect(made(ledger).votes.length).toBe(3);
    expect(ledger.state.annotations).toBe(before);
  });

  it('[RV63] shows the votes that were still secret', () => {
    const ledger = atTable();
    ledger.does('reviewer1', vote('agree'));
    expect(ledger.does('moderator', accept('mark-reviewer1'))).toBe('vote.revealed decision.made');
    expect(made(ledger)).toMatchObject({ dissent: [], againstMajority: false });
  });

  it('[RV64] is made once; another one needs the first to be reopened', () => {
    const ledger = atTable();
    expect(ledger.does('moderator', accept('mark-reviewer1'))).toBe('decision.made');
    expect(ledger.does('owner', accept('mark-reviewer2', 'decision-2'))).toBe('already-settled');
    expect(ledger.does('moderator', accept('mark-reviewer1'))).toBe('already-exists');
    const reopen: Wish = { type: 'decision.reopen', decision: 'decision-1' as never, reason: 'New evidence' };
    expect(ledger.does('reviewer1', reopen)).toBe('not-allowed');
    expect(ledger.does('editor', reopen)).toBe('decision.reopened');
    expect(standingDecision(ledger.state, GROUP)).toBe(null);
    expect(ledger.does('owner', accept('mark-reviewer2', 'decision-2'))).toBe('decision.made');
    expect(made(ledger, 'decision-2').replaces).toBe('decision-1');
    expect(made(ledger).reopened).toMatchObject({ by: 'editor', reason: 'New evidence' });
  });

  it.each([
    [{ outcome: 'accepted' }, 'bad-command'],
    [{ outcome: 'accepted', accepted: 'more-reviewer2' }, 'bad-command'],
    [{ outcome: 'adjusted', spans: [span('a')] }, 'decision.made'],
    [{ outcome: 'adjusted', spans: [] }, 'bad-command'],
    [{ outcome: 'adjusted', spans: [span('a', 'rumour')] }, 'bad-command'],
    [{ outcome: 'relabelled', spans: [span('a', 'quote')] }, 'decision.made'],
    [{ outcome: 'relabelled', spans: [span('a')] }, 'bad-command'],
    [{ outcome: 'merged', spans: [span('a')] }, 'bad-command'],
    [{ outcome: 'merged', groups: [GROUP, OTHER], spans: [span('a')] }, 'decision.made'],
    [{ outcome: 'rejected', groups: [GROUP, OTHER] }, 'bad-command'],
    [{ outcome: 'split', spans: [span('a')] }, 'bad-command'],
    [{ outcome: 'split', spans: [span('a'), span('b')] }, 'decision.made'],
    [{ outcome: 'rejected' }, 'decision.made'],
    [{ outcome: 'rejected', spans: [span('a')] }, 'bad-command'],
    [{ outcome: 'contested' }, 'decision.made'],
    [{ outcome: 'contested', groups: ['group-none'] }, 'not-found'],
  ])('[RV65] with %j: %s', (decision, result) => {
    const ledger = atTable();
    ledger.append({ type: 'guide.bound', guide: DEFAULT_GUIDE }, 'owner');
    expect(ledger.does('moderator', decide(decision))).toBe(result);
  });

  it('[RV66] ends the discussions of its groups, and its reopening takes them up again', () => {
    const ledger = atTable();
    ledger.comment('reviewer1', 'mark-reviewer2', 'comment-1');
    ledger.comment('reviewer1', GROUP, 'comment-2', 'x', { on: 'group', group: GROUP });
    ledger.comment('reviewer1', 'more-reviewer2', 'comment-3');
    expect(ledger.does('moderator', accept('mark-reviewer1'))).toBe(
      'decision.made thread.resolved thread.resolved',
    );
    const status = () =>
      [...ledger.state.threads.values()].map(
        ({ id, status: is, settled }) => `${id} ${is} ${settled?.decision}`,
      );
    expect(status()).toEqual([
      'mark-reviewer2 resolved decision-1',
      `${GROUP} resolved decision-1`,
      'more-reviewer2 open undefined',
    ]);
    ledger.does('moderator', { type: 'decision.reopen', decision: 'decision-1' as never });
    expect(status().every((one) => one.includes(' open '))).toBe(true);
  });

  it('[RV67] in a batch is made for each group by itself, but for those pulled out or settled', () => {
    const ledger = atTable();
    const items = [
      { decision: 'decision-1', group: GROUP, accepted: 'mark-reviewer1' },
      { decision: 'decision-2', group: OTHER, accepted: 'more-reviewer2' },
    ] as never;
    ledger.does('reviewer3', { type: 'item.pull', group: OTHER, pulled: true });
    expect(ledger.does('moderator', { type: 'decision.make-batch', items })).toBe('decision.made');
    expect(made(ledger)).toMatchObject({ batch: true, groups: [GROUP] });
    ledger.does('reviewer3', { type: 'item.pull', group: OTHER, pulled: false });
    expect(ledger.does('moderator', { type: 'decision.make-batch', items })).toBe('decision.made');
    expect([...ledger.state.decisions.keys()]).toEqual(['decision-1', 'decision-2']);
  });
});

describe('what was found out', () => {
  it('[RV68] is said of settled groups, by the attributes that are about settling', () => {
    const ledger = atTable();
    ledger.append({ type: 'guide.bound', guide: DEFAULT_GUIDE }, 'owner');
    const set = (attribute: string, value: string | null): Wish => ({
      type: 'finding.set',
      group: GROUP,
      attribute,
      value,
    });
    expect(ledger.does('reviewer1', set('verdict', 'supported'))).toBe('wrong-phase');
    ledger.does('moderator', accept('mark-reviewer1'));
    expect(ledger.does('reviewer1', set('verdict', 'supported'))).toBe('finding.set');
    expect(ledger.does('reviewer1', set('verdict', 'true as can be'))).toBe('bad-command');
    expect(ledger.does('reviewer1', set('checkable', 'yes'))).toBe('bad-command');
    expect(ledger.state.findings.get(GROUP)).toMatchObject({
      attributes: { verdict: 'supported' },
      by: 'reviewer1',
    });
    ledger.does('reviewer2', set('verdict', null));
    expect(ledger.state.findings.get(GROUP)?.attributes).toEqual({});
  });

  it('[RV68] goes by the label that the group was settled with', () => {
    const ledger = atTable();
    ledger.append({ type: 'guide.bound', guide: DEFAULT_GUIDE }, 'owner');
    ledger.does('moderator', decide({ outcome: 'relabelled', spans: [span('a', 'quote')] }));
    const set = (attribute: string, value: string): Wish => ({
      type: 'finding.set',
      group: GROUP,
      attribute,
      value,
    });
    expect(ledger.does('reviewer1', set('verification', 'verbatim'))).toBe('finding.set');
    expect(ledger.does('reviewer1', set('verdict', 'supported'))).toBe('bad-command');
  });

  it('[RV69] evidence and tasks keep whose they are', () => {
    const ledger = atTable();
    const evidence = {
      id: 'evidence-1' as never,
      group: GROUP,
      url: 'https://example.org/',
      title: 'A page',
      quote: '',
      seen: null,
    };
    ledger.does('reviewer1', { type: 'evidence.add', evidence: { ...evidence, stance: 'refutes' } });
    expect(ledger.does('reviewer2', { type: 'evidence.remove', evidence: evidence.id })).toBe('not-allowed');
    expect(ledger.does('reviewer1', { type: 'evidence.remove', evidence: evidence.id })).toBe(
      'evidence.removed',
    );
    const task = {
      id: 'task-0001' as never,
      group: GROUP,
      text: 'Ask the harbour master',
      assignee: 'reviewer2' as never,
      due: '2027-02-03',
    };
    ledger.does('reviewer1', { type: 'task.add', task });
    ledger.does('reviewer2', { type: 'task.change', task: task.id, state: 'done' });
    expect(ledger.state.tasks.get(task.id)).toMatchObject({
      state: 'done',
      closed: { by: 'reviewer2' },
      creator: 'reviewer1',
    });
    ledger.does('reviewer1', { type: 'task.change', task: task.id, state: 'open', due: null });
    expect(ledger.state.tasks.get(task.id)).toMatchObject({ state: 'open', due: null });
    expect(ledger.state.tasks.get(task.id)).not.toHaveProperty('closed');
  });
});

describe('a session', () => {
  const session = 'session-1' as never;

  it('[RV70] runs alone, takes the article to settling and its people to an item', () => {
    const ledger = atTable();
    ledger.does('moderator', { type: 'review.move', to: 'discussing' });
    expect(ledger.does('moderator', { type: 'session.start', session })).toBe('session.started review.moved');
    expect(ledger.does('owner', { type: 'session.start', session: 'session-2' as never })).toBe(
      'already-exists',
    );
    ledger.does('reviewer1', { type: 'session.join', session });
    expect(ledger.does('reviewer1', { type: 'session.join', session })).toBe('');
    expect(ledger.does('reviewer1', { type: 'session.move', session, to: GROUP })).toBe('not-allowed');
    expect(ledger.does('moderator', { type: 'session.move', session, to: GROUP })).toBe('session.moved');
    expect(ledger.does('moderator', { type: 'session.move', session, to: 'group-none' as never })).toBe(
      'not-found',
    );
    expect(ledger.state.sessions.get(session)?.current).toBe(GROUP);
    ledger.does('reviewer1', { type: 'session.leave', session });
    expect(ledger.state.sessions.get(session)?.attendance[1]).toHaveProperty('left');
    expect(ledger.does('moderator', { type: 'session.end', session })).toBe('session.ended');
    expect(ledger.does('reviewer1', { type: 'session.join', session })).toBe('wrong-phase');
  });

  it('[RV71] is led by whoever was given the lead, or took it as a moderator', () => {
    const ledger = atTable();
    ledger.does('moderator', { type: 'session.start', session });
    const lead = (presenter: string): Wish => ({
      type: 'session.lead',
      session,
      presenter: presenter as never,
    });
    expect(ledger.does('moderator', lead('reviewer1'))).toBe('bad-command');
    ledger.does('reviewer1', { type: 'session.join', session });
    expect(ledger.does('moderator', lead('reviewer1'))).toBe('session.led');
    expect(ledger.does('reviewer1', { type: 'session.time', session, seconds: 90 })).toBe('session.timed');
    expect(ledger.state.sessions.get(session)?.timer?.seconds).toBe(90);
    expect(ledger.does('reviewer2', lead('reviewer2'))).toBe('not-allowed');
    expect(ledger.does('moderator', lead('moderator'))).toBe('session.led');
    expect(ledger.does('reviewer1', { type: 'session.end', session })).toBe('not-allowed');
  });
});
