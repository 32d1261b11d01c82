import {
  type AnnotationId,
  DEFAULT_LABELS,
  type Decision,
  type DecisionId,
  type Group,
  type GroupId,
  type PersonId,
} from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { NO_FILTER, type ReviewFilter } from '../../../client/src/margin/filter.ts';
import { SETTLEMENTS } from '../../../client/src/margin/group-entry.ts';
import { changedSince } from '../../../client/src/margin/last-visit.ts';
import { mayRegroup } from '../../../client/src/margin/regrouping.ts';
import { reply } from '../../../client/src/margin/wishes.ts';
import { groupInWords, otherInWords, otherLabels, stateInWords } from '../../../client/src/session/index.ts';
import { quietDesk } from '../article/builders.ts';
import { ana, ben, cleo, minute, review } from './builders.ts';

/** `group('g', 'majority', [ana, ben], ['m1', 'm2'])`: of Ana, Ben and Cleo, who all count. */
function group(
  id: string,
  state: Group['state'],
  reviewers: readonly PersonId[],
  marks: readonly string[],
  more: Partial<Group> = {},
): Group {
  return {
    id: id as GroupId,
    label: 'claim',
    marks: marks as readonly string[] as readonly AnnotationId[],
    reviewers,
    missing: [ana, ben, cleo].filter((person) => !reviewers.includes(person)),
    state,
    clash: [],
    disagreement: 0,
    start: 0,
    ...more,
  };
}

function decision(
  id: string,
  of: string,
  outcome: Decision['outcome'],
  more: Partial<Decision> = {},
): Decision {
  return {
    id: id as DecisionId,
    groups: [of as GroupId],
    outcome,
    spans: [],
    marks: [],
    votes: [],
    dissent: [],
    againstMajority: false,
    creator: ben,
    created: minute(30),
    ...more,
  };
}

const clash = (other: string, label: string, rival: boolean) => ({ group: other as GroupId, label, rival });

const marks = review(
  [
    { id: 'a1', by: ana, words: 'the gate stood open' },
    { id: 'b1', by: ben, words: 'gate stood open' },
    { id: 'c1', by: cleo, words: '“gate stood open”.' },
    { id: 'b2', by: ben, words: 'all night' },
    { id: 'c2', by: cleo, words: 'all night' },
    { id: 'a3', by: ana, words: 'all night', label: 'quote' },
    { id: 'a4', by: ana, words: 'nobody knows' },
    { id: 'loose', by: cleo, words: 'why' },
  ],
  [
    { id: 'b1', on: 'mark', comments: [{ by: cleo, at: 3, body: 'Too short.' }] },
    { id: 'talk', on: 'passage', comments: [{ by: ana, at: 1 }] },
  ],
);

const GROUPS = [
  group('edges', 'boundary', [ana, ben, cleo], ['a1', 'b1', 'c1']),
  group('same', 'majority', [ben, cleo], ['b2', 'c2'], { clash: [clash('other', 'quote', true)] }),
  group('other', 'single', [ana], ['a3'], { label: 'quote', clash: [clash('same', 'claim', true)] }),
  group('alone', 'single', [ana], ['a4']),
];

function reviewed(decisions: readonly Decision[] = []): ReviewState {
  return {
    ...marks,
    workflow: { ...marks.workflow, phase: 'discussing' },
    groups: new Map(GROUPS.map((one) => [one.id, one])),
    decisions: new Map(decisions.map((one) => [one.id, one])),
  };
}

const ids = ({ desk }: ReturnType<typeof quietDesk>) => desk.margin.shown.get().map(({ id }) => id);

describe('the margin by group', () => {
  it('[PG70] has one card for each group and one for all else, until one chooses by person', () => {
    const quiet = quietDesk(reviewed());
    expect(ids(quiet)).toEqual(['edges', 'same', 'other', 'alone', 'loose', 'talk']);
    quiet.desk.margin.grouping.set('person');
    expect(ids(quiet)).toEqual(['a1', 'b1', 'c1', 'b2', 'c2', 'a3', 'a4', 'loose', 'talk']);
  });

  it('[PG70] shows marks one by one as long as there are no groups', () => {
    expect(ids(quietDesk(marks))).toContain('a1');
  });

  it('[PG70] keeps the focus on the same words when the choice changes', () => {
    const { margin } = quietDesk(reviewed()).desk;
    const stop = margin.entries.subscribe(() => {});
    margin.focus('b1');
    expect([margin.focused.get(), margin.member.get()]).toEqual(['edges', 'b1']);
    margin.grouping.set('person');
    expect([margin.focused.get(), margin.member.get()]).toEqual(['b1', null]);
    margin.grouping.set('group');
    expect([margin.focused.get(), margin.member.get()]).toEqual(['edges', 'b1']);
    stop();
  });

  it('[PG70] follows a mark into the group that it comes into', () => {
    const quiet = quietDesk({ ...reviewed(), groups: new Map([GROUPS[1]!].map((one) => [one.id, one])) });
    const { margin } = quiet.desk;
    margin.focus('a1');
    quiet.review.update((view) => ({ ...view, state: reviewed() }));
    expect([margin.focused.get(), margin.member.get()]).toEqual(['edges', 'a1']);
  });

  it('[PG74] opens a group for a link to it, by person its first mark', () => {
    const { margin } = quietDesk(reviewed()).desk;
    margin.focus('edges');
    expect([margin.focused.get(), margin.member.get()]).toEqual(['edges', null]);
    margin.grouping.set('person');
    margin.focus('same');
    expect(margin.focused.get()).toBe('b2');
  });

  it('[PG41] reads a group again when something of it changes, and no other', () => {
    const quiet = quietDesk(reviewed());
    const { margin } = quiet.desk;
    const before = margin.entries.get();
    const decided = reviewed([decision('d1', 'same', 'contested')]);
    quiet.review.update((view) => ({ ...view, state: decided }));
    const after = margin.entries.get();
    const changed = after.filter((entry, i) => entry !== before[i]).map(({ id }) => id);
    expect(changed).toEqual(['same']);
  });

  it('[PG22] opens the discussion of a group with its first comment', () => {
    const quiet = quietDesk(reviewed());
    reply(quiet.desk.session, quiet.desk.margin.entry('same')!, { body: 'All of it?', mentions: [] });
    expect(quiet.wishes).toMatchObject([{ thread: 'same', subject: { on: 'group', group: 'same' } }]);
  });
});

describe('what is new of a group', () => {
  const { margin } = quietDesk(reviewed([decision('d1', 'alone', 'rejected')])).desk;
  const isNew = (id: string, ...rest: [since: number, me: PersonId, revealed?: number]) => {
    const [since, me, revealed] = rest;
    return changedSince(
      margin.entry(id)!,
      minute(since),
      me,
      revealed === undefined ? null : minute(revealed),
    );
  };

  it('[PG20] is what others said on its marks or decided on it', () => {
    expect(isNew('edges', 2, ana)).toBe(true);
    expect(isNew('edges', 2, cleo)).toBe(false);
    expect(isNew('edges', 3, ana)).toBe(false);
    expect(isNew('alone', 29, ana)).toBe(true);
    expect(isNew('alone', 29, ben)).toBe(false);
  });

  it('[PG20] is what others marked blind in it, once that is revealed', () => {
    expect(isNew('same', 35, ana, 38)).toBe(true);
    expect(isNew('edges', 35, ana, 38)).toBe(true);
    expect(isNew('alone', 35, ana, 38)).toBe(false);
    expect(isNew('same', 39, ana, 38)).toBe(false);
  });
});

describe('the filter by group', () => {
  const filtered = (filter: Partial<ReviewFilter>, decisions: readonly Decision[] = []) => {
    const quiet = quietDesk(reviewed(decisions));
    quiet.desk.margin.filter.set({ ...NO_FILTER, ...filter });
    return ids(quiet);
  };

  it('[PG72] asks how far people agree, and by whom and under which label', () => {
    expect(filtered({ agreement: ['boundary', 'majority'] })).toEqual(['edges', 'same']);
    expect(filtered({ agreement: ['single'], labels: ['quote'] })).toEqual(['other']);
    expect(filtered({ people: [ben], agreement: ['single', 'majority'] })).toEqual(['same']);
  });

  it('[PG72] asks how it was settled, and hides what was rejected until asked', () => {
    const decided = [decision('d1', 'alone', 'rejected'), decision('d2', 'same', 'accepted')];
    expect(filtered({}, decided)).toEqual(['edges', 'same', 'other', 'loose', 'talk']);
    expect(filtered({ settlement: ['rejected'] }, decided)).toEqual(['alone']);
    expect(filtered({ settlement: ['settled'] }, decided)).toEqual(['same']);
    expect(filtered({ settlement: ['unsettled'] }, decided)).toEqual(['edges', 'other']);
    expect(filtered({ settlement: SETTLEMENTS }, decided)).toHaveLength(6);
  });

  it('[PG72] a decision that was reopened does not count', () => {
    const reopened = decision('d1', 'alone', 'rejected', { reopened: { by: ben, at: minute(40) } });
    expect(filtered({ settlement: ['unsettled'] }, [reopened])).toContain('alone');
  });

  it('[PG72] finds where one sees it otherwise: other edges, no mark, another label', () => {
    // Ana alone marked what nobody else did: that is no other view of a group of hers.
    expect(filtered({ differ: true })).toEqual(['edges', 'same', 'other']);
  });

  it('[PG72] asks nothing of groups while marks are shown by person', () => {
    const quiet = quietDesk(reviewed());
    quiet.desk.margin.filter.set({ ...NO_FILTER, agreement: ['boundary'], differ: true });
    quiet.desk.margin.grouping.set('person');
    expect(ids(quiet)).toContain('loose');
  });
});

describe('a group in words', () => {
  const names = new Map([
    [ana, 'Ana'],
    [ben, 'Ben'],
    [cleo, 'Cleo'],
  ]);
  const context = {
    groups: new Map(GROUPS.map((one) => [one.id, one])),
    labels: DEFAULT_LABELS,
    nameOf: (id: PersonId) => names.get(id)!,
  };
  const [edges, same, other, alone] = GROUPS as [Group, Group, Group, Group];

  it('[PG71] says how many marked it, and whether their edges differ', () => {
    expect(stateInWords(edges, true, context)).toBe('3 of 3, edges differ');
    expect(stateInWords(same, false, context)).toBe('2 of 3');
    expect(stateInWords(alone, false, context)).toBe('only Ana');
    expect(stateInWords({ ...edges, state: 'agreed' }, false, context)).toBe('3 of 3, same words');
  });

  it('[PG71] says who chose another label, and which labels lie there besides', () => {
    const said = (one: Group) =>
      otherLabels(one, context.groups).map((label) => otherInWords(label, context));
    expect(said(other)).toEqual(['Ben and Cleo say Claim instead']);
    expect(said(same)).toEqual(['Ana says Quote instead']);
    expect(said({ ...same, clash: [clash('other', 'quote', false)] })).toEqual(['also Quote']);
  });

  it('[PG71] is a plain sentence', () => {
    expect(groupInWords(same, decision('d1', 'same', 'contested'), context)).toBe(
      'Claim by Ben and Cleo, 2 of 3; not by Ana. Left open by decision. Ana says Quote instead.',
    );
  });
});

describe('parting and joining', () => {
  const may = (role: Parameters<typeof quietDesk>[1], id: string, decisions: readonly Decision[] = []) => {
    const { margin } = quietDesk(reviewed(decisions), role).desk;
    return mayRegroup(margin, margin.entry(id)!);
  };

  it('[PG73] is for moderators, and for who has a mark in the group, until it is settled', () => {
    expect(may('moderator', 'same')).toBe(true);
    expect(may('reviewer', 'edges')).toBe(true);
    expect(may('reviewer', 'same')).toBe(false);
    expect(may('viewer', 'edges')).toBe(false);
    expect(may('moderator', 'edges', [decision('d1', 'edges', 'accepted')])).toBe(false);
  });
});
