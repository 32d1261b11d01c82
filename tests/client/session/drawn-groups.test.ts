import {
  type Annotation,
  DEFAULT_LABELS,
  type Decision,
  type DecisionId,
  type Group,
  type GroupId,
  type Label,
  type Person,
  type PersonId,
} from '@assay/shared/model';
import { EMPTY_REVIEW } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { DrawnMarks } from '../../../client/src/session/drawn-marks.ts';
import type { ReviewView } from '../../../client/src/session/index.ts';

const NOW = '2026-02-03T04:05:06.789Z';
const person = (name: string): Person => ({ id: `person-${name}` as PersonId, name, colour: '#2f6fb3' });
const [ana, ben] = [person('Ana'), person('Ben')];
const target = (words: string) => ({
  ranges: [{ start: 'AA==', end: 'AQ==', quote: { exact: words, prefix: '', suffix: '' } }],
});

const mark = (id: string, creator: Person): Annotation => ({
  id: id as Annotation['id'],
  label: 'claim',
  target: target(id),
  attributes: {},
  creator: creator.id,
  created: NOW,
  modified: NOW,
  status: 'active',
});

const marks = [mark('a', ana), mark('b', ben), mark('other', ana)];

const group: Group = {
  id: 'g' as GroupId,
  label: 'claim',
  marks: [marks[0]!.id, marks[1]!.id],
  reviewers: [ana.id, ben.id],
  missing: [],
  state: 'boundary',
  clash: [],
  disagreement: 0,
  start: 0,
};

const decision = (outcome: Decision['outcome'], spans: Decision['spans'] = []): Decision => ({
  id: 'd' as DecisionId,
  groups: [group.id],
  outcome,
  spans,
  marks: group.marks,
  votes: [],
  dissent: [],
  againstMajority: false,
  creator: ana.id,
  created: NOW,
});

function view(decisions: readonly Decision[] = []): ReviewView {
  return {
    state: {
      ...EMPTY_REVIEW,
      annotations: new Map(marks.map((one) => [one.id, one])),
      groups: new Map([[group.id, group]]),
      decisions: new Map(decisions.map((one) => [one.id, one])),
    },
    people: new Map([ana, ben].map((one) => [one.id, one])),
    pending: new Set(),
    ready: true,
  };
}

const byGroup = new Set(['g', 'other']);

describe('the groups that are drawn', () => {
  it('[ED55] [ED58] stand for their marks, which are only placed', () => {
    const [drawn, ...rest] = new DrawnMarks().of(view(), DEFAULT_LABELS, byGroup);
    expect(drawn).toMatchObject({
      id: 'g',
      letter: 'C 2/2',
      description: 'Claim by Ana and Ben, 2 of 2.',
      group: { state: 'boundary', decision: null },
    });
    expect(drawn!.ranges.map(({ quote }) => quote?.exact)).toEqual(['a', 'b']);
    expect(drawn!.group!.parts.map(({ person: who }) => who?.name)).toEqual(['Ana', 'Ben']);
    expect(rest.map(({ id, hidden }) => [id, hidden ?? false])).toEqual([
      ['a', true],
      ['b', true],
      ['other', false],
    ]);
  });

  it('[ED55] are not drawn when they are not visible, nor are their marks then hidden', () => {
    const drawn = new DrawnMarks().of(view(), DEFAULT_LABELS, new Set(['a', 'b']));
    expect(drawn.map(({ id, hidden }) => [id, hidden ?? false])).toEqual([
      ['a', false],
      ['b', false],
    ]);
  });

  it('[ED57] are their settled spans, a sign, or nothing but a place, by the decision that stands', () => {
    const drawn = (decisions: readonly Decision[]) =>
      new DrawnMarks().of(view(decisions), DEFAULT_LABELS, byGroup)[0]!;
    const span = { label: 'quote', target: target('settled'), attributes: {} };
    const settled = drawn([decision('relabelled', [span])]);
    expect(settled).toMatchObject({ label: 'quote', letter: 'Q ✓', group: { decision: 'settled' } });
    expect(settled.ranges.map(({ quote }) => quote?.exact)).toEqual(['settled']);
    expect(drawn([decision('contested')])).toMatchObject({ letter: 'C ≠', group: { decision: 'contested' } });
    expect(drawn([decision('rejected')])).toMatchObject({ hidden: true });
    const reopened = { ...decision('rejected'), reopened: { by: ben.id, at: NOW } };
    expect(drawn([reopened])).toMatchObject({ letter: 'C 2/2' });
  });

  it('[ED57] [PG46] are drawn by the look that the guide gives their labels, and anew when that changes', () => {
    const [claim, quote] = DEFAULT_LABELS as [Label, Label];
    const labels: readonly Label[] = [
      { ...claim, name: 'Statement', letter: 'St', hue: 'rose', line: 'wavy' },
      quote,
    ];
    const drawn = new DrawnMarks();
    const [before] = drawn.of(view(), DEFAULT_LABELS, byGroup);
    expect(before).toMatchObject({ letter: 'C 2/2', hue: claim.hue, line: claim.line });
    const [after] = drawn.of(view(), labels, byGroup);
    expect(after).toMatchObject({ letter: 'St 2/2', hue: 'rose', line: 'wavy' });
    expect(after!.description).toBe('Statement by Ana and Ben, 2 of 2.');
    const spans = ['quote', 'claim'].map((label) => ({ label, target: target(label), attributes: {} }));
    const [settled] = drawn.of(view([decision('split', spans)]), labels, byGroup);
    expect(settled!.group!.parts.map(({ hue, line }) => [hue, line])).toEqual([
      [quote.hue, quote.line],
      ['rose', 'wavy'],
    ]);
  });

  it('[OB25] keep their identity while nothing about them changes', () => {
    const drawn = new DrawnMarks();
    const before = drawn.of(view(), DEFAULT_LABELS, byGroup);
    const people = new Map(view().people);
    expect(drawn.of({ ...view(), people }, DEFAULT_LABELS, byGroup)[0]).toBe(before[0]);
    expect(drawn.of(view([decision('contested')]), DEFAULT_LABELS, byGroup)[0]).not.toBe(before[0]);
  });
});
