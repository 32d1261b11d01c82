import { boundGuides, gatherMinutes, minutesHtml, minutesMarkdown } from '@assay/shared/interchange';
import { DEFAULT_GUIDE, type Group, PERSON_COLOURS, type Person } from '@assay/shared/model';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { Ledger, place } from '../review/ledger.ts';

const NAMES = { reviewer1: 'Ana', reviewer2: 'Ben', moderator: 'Mia' };
const people = new Map(
  Object.entries(NAMES).map(([id, name]) => [id as never, { id, name, colour: PERSON_COLOURS[0] } as Person]),
);

/** A review with one group settled, one reopened and settled again, one rejected, one parked and one open. */
function reviewed(words = 'the wall fell'): Ledger {
  const ledger = Ledger.started();
  ledger.append({ type: 'guide.bound', guide: DEFAULT_GUIDE }, 'owner');
  const groups: Partial<Group>[] = [];
  for (const [i, name] of ['first', 'second', 'third', 'fourth', 'fifth'].entries()) {
    ledger.mark('reviewer1', `a-mark-${name}`, `${words} ${name}`);
    ledger.mark('reviewer2', `b-mark-${name}`, i === 0 ? `${words} ${name}` : `${name} alone`);
    const marks = [`a-mark-${name}`, `b-mark-${name}`] as never[];
    groups.push({
      id: `group-${name}` as never,
      marks,
      reviewers: ['reviewer1', 'reviewer2'] as never,
      start: i,
      state: 'boundary',
    });
  }
  ledger.settling(...groups);
  const does = (who: string, wish: object) => ledger.does(who, wish as never);
  does('moderator', { type: 'session.start', session: 'session-1' });
  does('reviewer1', { type: 'session.join', session: 'session-1' });
  does('reviewer1', { type: 'vote.cast', group: 'group-second', choice: { kind: 'agree' } });
  does('reviewer2', {
    type: 'vote.cast',
    group: 'group-second',
    choice: { kind: 'variant', mark: 'b-mark-second' },
  });
  const decide = (id: string, group: string, more: object) =>
    does('moderator', { type: 'decision.make', decision: { id, groups: [group], spans: [], ...more } });
  does('moderator', {
    type: 'decision.make-batch',
    items: [{ decision: 'decision-1', group: 'group-first', accepted: 'a-mark-first' }],
  });
  decide('decision-2', 'group-second', { outcome: 'rejected' });
  does('moderator', { type: 'decision.reopen', decision: 'decision-2', reason: 'New evidence' });
  decide('decision-3', 'group-second', {
    outcome: 'adjusted',
    spans: [{ label: 'claim', ranges: [...place('just *this*')], attributes: {} }],
    rationale: 'The tail is the writer’s.',
    clause: 'claim',
  });
  decide('decision-4', 'group-third', { outcome: 'rejected' });
  does('moderator', {
    type: 'item.park',
    group: 'group-fourth',
    parked: { owner: 'reviewer2', due: '2027-02-03' },
  });
  does('reviewer1', { type: 'finding.set', group: 'group-first', attribute: 'verdict', value: 'supported' });
  const task = {
    id: 'task-0001',
    group: 'group-first',
    text: 'Ask the harbour',
    assignee: 'reviewer1',
    due: '2027-02-04',
  };
  does('reviewer1', { type: 'task.add', task });
  does('moderator', { type: 'session.end', session: 'session-1' });
  does('moderator', { type: 'review.sign-off' });
  return ledger;
}

const minutesOf = (ledger: Ledger) =>
  gatherMinutes({
    state: ledger.state,
    people,
    agreement: [{ name: 'Unitized alpha', before: 0.5, after: null, words: 'nobody marked anything' }],
  });

describe('the minutes of a review', () => {
  it('[EX40] tell of every group: what was marked, voted, settled and by whom, or that it is left', () => {
    const minutes = minutesOf(reviewed());
    expect(minutes.settled.map(({ id, decision }) => `${id} ${decision?.outcome}`)).toEqual([
      'group-first accepted as Ana marked it',
      'group-second adjusted',
      'group-third rejected: nobody is right',
    ]);
    const [first, second] = minutes.settled;
    expect(first?.variants).toEqual([{ words: 'the wall fell first', by: ['Ana', 'Ben'] }]);
    expect(first?.findings).toEqual([{ name: 'Verdict', value: 'Supported' }]);
    expect(second?.votes).toEqual([
      { by: 'Ana', says: 'agree' },
      { by: 'Ben', says: 'for “second alone”' },
    ]);
    expect(second?.decision).toMatchObject({
      by: 'Mia',
      rationale: 'The tail is the writer’s.',
      dissent: ['Ben'],
    });
    expect(second?.overturned).toMatchObject([
      { outcome: 'rejected: nobody is right', reopened: { reason: 'New evidence' } },
    ]);
    expect(minutes.parked).toMatchObject([
      { id: 'group-fourth', parked: { owner: 'Ben', due: '2027-02-03' } },
    ]);
    expect(minutes.open.map(({ id }) => id)).toEqual(['group-fifth']);
    expect(minutes.sessions).toMatchObject([
      { startedBy: 'Mia', settled: 4, attendance: [{ name: 'Mia' }, { name: 'Ana' }] },
    ]);
    expect(minutes.tasks).toMatchObject([
      { text: 'Ask the harbour', assignee: 'Ana', about: 'the wall fell first' },
    ]);
  });

  it('[EX40] tell by which guides it was marked, one after the other', () => {
    const ledger = reviewed();
    ledger.append({ type: 'review.reopened' }, 'owner');
    ledger.append({ type: 'guide.bound', guide: { ...DEFAULT_GUIDE, version: 2 } }, 'moderator');
    const guides = boundGuides(ledger.log);
    expect(guides.map(({ version, by }) => `${version} ${by}`)).toEqual(['1 owner', '2 moderator']);
    expect(minutesMarkdown(gatherMinutes({ state: ledger.state, people, guides }))).toMatch(
      /version 2, by Mia/,
    );
  });

  it('[EX41] are written alike for equal states, with everything in them, as Markdown and as a page', () => {
    const [markdown, html] = [minutesMarkdown(minutesOf(reviewed())), minutesHtml(minutesOf(reviewed()))];
    expect(minutesMarkdown(minutesOf(reviewed()))).toBe(markdown);
    expect(minutesHtml(minutesOf(reviewed()))).toBe(html);
    for (const file of [markdown, html])
      for (const part of [
        'Minutes: A title',
        'Label guide: Claims, quotes and speculation, version 1',
        '3 settled, 1 parked, 1 open',
        'accepted as Ana marked it',
        'without discussion',
        'The tail is the writer’s.',
        'dissent: Ben',
        'New evidence',
        'second alone',
        'Ben until 2027-02-03',
        'Verdict: Supported',
        'Ask the harbour',
        'Unitized alpha',
        '0.500',
        'nobody marked anything',
        'Signed off by Mia',
      ])
        expect(file, part).toContain(part);
    expect(markdown).toContain('just \\*this\\*');
    expect(markdown.match(/^\d+\. /gm)?.length).toBe(5);
  });

  it('[EX41] hold words as words, whatever Markdown or HTML would make of them', () => {
    const hostile = '<script>alert(1)</script> [link](x) **bold** | # head';
    const minutes = minutesOf(reviewed(hostile));
    const errors: string[] = [];
    parse(minutesHtml(minutes), { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(minutesHtml(minutes)).not.toContain('<script');
    expect(minutesMarkdown(minutes)).toContain('\\<script\\>');
    expect(minutesMarkdown(minutes)).not.toMatch(/[^\\]\[link/);
  });
});
