import {
  type GroupableMark,
  type GroupConstraint,
  type Grouping,
  type GroupingChange,
  groupMarks,
  type MarkGroup,
  overlaps,
  regroup,
} from '@assay/shared/grouping';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn, partition, shown } from './notation.ts';

const REVIEWERS = ['A', 'B', 'C', 'D'];
const TEXT =
  'She said that “the wall holds”, and to me it seems to hold. Nobody, they add, has looked; that is it.';
const IDS = Array.from({ length: 14 }, (_, n) => `m${n}`);

const ranges = fc
  .array(fc.tuple(fc.nat(TEXT.length - 2), fc.integer({ min: 1, max: 24 })), { minLength: 1, maxLength: 2 })
  .map((pieces) => pieces.map(([start, size]) => ({ start, end: Math.min(TEXT.length, start + size) })));
const mark: fc.Arbitrary<GroupableMark> = fc.record({
  id: fc.constantFrom(...IDS),
  // Zoe does not count.
  reviewer: fc.constantFrom(...REVIEWERS, 'Zoe'),
  label: fc.constantFrom('claim', 'quote'),
  ranges,
});
const constraint: fc.Arbitrary<GroupConstraint> = fc.record({
  kind: fc.constantFrom('together', 'apart'),
  marks: fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)),
});
const step: fc.Arbitrary<GroupingChange> = fc.oneof(
  fc.record({ put: fc.uniqueArray(mark, { selector: ({ id }) => id, minLength: 1, maxLength: 2 }) }),
  fc.record({ remove: fc.array(fc.constantFrom(...IDS), { minLength: 1, maxLength: 2 }) }),
  fc.record({ constraints: fc.array(constraint, { maxLength: 4 }) }),
);
const marks = fc.uniqueArray(mark, { selector: ({ id }) => id });

interface State {
  readonly marks: ReadonlyMap<string, GroupableMark>;
  readonly constraints: readonly GroupConstraint[];
}
function after(
  state: State,
  { put = [], remove = [], constraints = state.constraints }: GroupingChange,
): State {
  const next = new Map(state.marks);
  for (const id of remove) next.delete(id);
  for (const changed of put) next.set(changed.id, changed);
  return { marks: next, constraints };
}

const anew = ({ marks, constraints }: State, before: readonly MarkGroup[] = []): Grouping =>
  groupMarks([...marks.values()], TEXT, { reviewers: REVIEWERS, constraints, before });

describe('grouping again', () => {
  it('[GR10] gives exactly what grouping anew gives, after every change of marks and constraints', () => {
    fc.assert(
      fc.property(marks, fc.array(step, { minLength: 1, maxLength: 8 }), (first, steps) => {
        let state: State = { marks: new Map(first.map((one) => [one.id, one])), constraints: [] };
        let grouping = anew(state);
        for (const change of steps) {
          state = after(state, change);
          const expected = anew(state, grouping.groups);
          grouping = regroup(grouping, change);
          expect(grouping.groups).toEqual(expected.groups);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('[GR10] leaves groups elsewhere the same objects', () => {
    const rows = Array.from({ length: 6 }, (_, n) => `sentence number ${n} of the text.`);
    const text = rows.join(' ');
    const first = groupMarks(
      marksIn(text, ...rows.flatMap((row) => [`A: ${row}`, `B quote: ${row}`])),
      text,
      {
        reviewers: REVIEWERS,
      },
    );
    const [added] = marksIn(text, `C: ${rows[2]}`);
    const second = regroup(first, { put: [{ ...added!, id: 'new' }] });
    const changed = second.groups.filter((group) => !first.groups.includes(group));
    expect(changed.map(shown)).toEqual(['claim split m5 new', 'quote single m6']);
    expect(second.groups).toHaveLength(first.groups.length);
  });

  it('[GR5] does not depend on the order of marks or reviewers', () => {
    fc.assert(
      fc.property(
        marks,
        fc.array(constraint, { maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        (list, constraints, keys) => {
          const shuffled = list
            .map((one) => ({ one, key: keys.next().value! }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
          const settings = { reviewers: REVIEWERS, constraints };
          expect(groupMarks(shuffled, TEXT, settings).groups).toEqual(
            groupMarks(list, TEXT, settings).groups,
          );
          const turned = groupMarks(shuffled, TEXT, { ...settings, reviewers: REVIEWERS.toReversed() });
          expect(turned.groups.map(shown)).toEqual(groupMarks(list, TEXT, settings).groups.map(shown));
        },
      ),
    );
  });

  it('[GR4] puts every mark that counts into one group, with one label, one mark a reviewer, and all overlapping', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const { groups } = groupMarks(list, TEXT, { reviewers: REVIEWERS });
        const grouped = groups.flatMap(({ members }) => members.map(({ mark }) => mark));
        expect(grouped.sort()).toEqual(
          list
            .filter(({ reviewer }) => reviewer !== 'Zoe')
            .map(({ id }) => id)
            .sort(),
        );
        for (const { members, label, disagreement } of groups) {
          expect(new Set(members.map(({ reviewer }) => reviewer)).size).toBe(members.length);
          for (const { mark } of members) expect(list.find(({ id }) => id === mark)!.label).toBe(label);
          for (const { extent } of members)
            expect(members.every((other) => overlaps(other.extent, extent))).toBe(true);
          expect(disagreement >= 0 && disagreement <= 1).toBe(true);
        }
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
      }),
    );
  });
});

describe('the ids of groups', () => {
  const text = 'The wall will hold until spring. Nobody has looked at it since.';
  const [wall, part, nobody] = ['The wall will hold until spring', 'The wall will hold', 'Nobody has looked'];
  const start = (...lines: string[]) => groupMarks(marksIn(text, ...lines), text, { reviewers: REVIEWERS });
  const ids = ({ groups }: Grouping) =>
    groups.map(({ id, members }) => `${id}: ${members.map(({ mark }) => mark).join(' ')}`);
  const put = (id: string, line: string) => ({ put: [{ ...marksIn(text, line)[0]!, id }] });

  it('[GR11] are named after the first mark, and stay when others come and go, that mark too', () => {
    const first = start(`A: ${part}`, `B: ${wall}`);
    expect(ids(first)).toEqual(['m1: m1 m2']);
    const joined = regroup(first, put('a', `C: ${part}`));
    expect(ids(joined)).toEqual(['m1: a m1 m2']);
    expect(ids(regroup(joined, { remove: ['m1'] }))).toEqual(['m1: a m2']);
    expect(ids(regroup(joined, put('a', `C: ${nobody}`)))).toEqual(['m1: m1 m2', 'a: a']);
  });

  it('[GR11] go with most of the marks; who leaves has an id of its own', () => {
    const first = start(`A: ${wall}`, `B: ${wall}`, `C: ${wall}`);
    const left = regroup(first, put('m1', `A: ${nobody}`));
    expect(ids(left)).toEqual(['m1: m2 m3', 'm1.2: m1']);
    expect(ids(regroup(left, put('m1', `A: ${wall}`)))).toEqual(['m1: m1 m2 m3']);
  });

  it('[GR11] stay with the mark they are named after where a group is halved', () => {
    const halved = regroup(start(`A: ${wall}`, `B: ${wall}`), put('m1', `A: ${nobody}`));
    expect(ids(halved)).toEqual(['m2: m2', 'm1: m1']);
  });

  it('[GR11] are kept through an edit of the text, when its marks are grouped anew', () => {
    const first = start(`A: ${part}`, `B: ${wall}`);
    const edited = `Note: ${text}`;
    const marks = marksIn(edited, `A: ${part}`, `B: Note: ${wall}`);
    const settings = { reviewers: REVIEWERS };
    expect(ids(groupMarks(marks, edited, settings))).toEqual(['m2: m2 m1']);
    const again = groupMarks(marks, edited, { ...settings, before: first.groups });
    expect(ids(first)).toEqual(['m1: m1 m2']);
    expect(ids(again)).toEqual(['m1: m2 m1']);
  });

  it('[GR11] stay with a mark whose label changes', () => {
    const relabelled = regroup(start(`A: ${wall}`), put('m1', `A speculation: ${wall}`));
    expect(ids(relabelled)).toEqual(['m1: m1']);
  });
});

describe('corrections by hand', () => {
  const text = 'The wall will hold until spring. Nobody has looked at it since.';
  const wall = 'The wall will hold until spring';
  const list = marksIn(
    text,
    `A: ${wall}`,
    `B: ${wall}`,
    `C: ${wall}`,
    'D: Nobody has looked',
    `A quote: ${wall}`,
  );
  const groupsWith = (...constraints: GroupConstraint[]) =>
    partition(groupMarks(list, text, { reviewers: REVIEWERS, constraints }).groups);
  const apart = (...marks: [string, string]): GroupConstraint => ({ kind: 'apart', marks });
  const together = (...marks: [string, string]): GroupConstraint => ({ kind: 'together', marks });

  it('[GR12] keep marks apart that lie on the same words, and others with the first of them', () => {
    expect(groupsWith(apart('m1', 'm2'))).toEqual(['m1 m3', 'm2', 'm4', 'm5']);
  });

  it('[GR12] keep marks together that share nothing, which what is like one of them can join', () => {
    expect(groupsWith(together('m1', 'm4'))).toEqual(['m1 m2 m3 m4', 'm5']);
  });

  it('[GR12] hold later ones against earlier ones that they contradict', () => {
    expect(groupsWith(together('m1', 'm2'), apart('m1', 'm2'))).toEqual(['m1 m3', 'm2', 'm4', 'm5']);
    expect(groupsWith(apart('m1', 'm2'), together('m1', 'm2'))).toEqual(['m1 m2 m3', 'm4', 'm5']);
    expect(groupsWith(together('m1', 'm2'), together('m2', 'm3'), apart('m1', 'm3'))).toEqual([
      'm1',
      'm2 m3',
      'm4',
      'm5',
    ]);
  });

  it('[GR12] have no effect on marks that are not there or have another label', () => {
    expect(groupsWith(together('m1', 'gone'), together('m1', 'm5'), apart('m1', 'm5'))).toEqual([
      'm1 m2 m3',
      'm4',
      'm5',
    ]);
  });

  it('[GR12] hold when marks around them come, change and go', () => {
    fc.assert(
      fc.property(marks, fc.array(step, { maxLength: 6 }), (first, steps) => {
        const fixed = marksIn(TEXT, 'A: the wall holds', 'B: the wall holds', 'C: Nobody').map((one) => ({
          ...one,
          id: `fixed-${one.id}`,
        }));
        const constraints = [apart('fixed-m1', 'fixed-m2'), together('fixed-m1', 'fixed-m3')];
        let grouping = groupMarks([...first, ...fixed], TEXT, { reviewers: REVIEWERS, constraints });
        for (const change of steps) {
          grouping = regroup(grouping, {
            ...change,
            constraints: [...(change.constraints ?? []), ...constraints],
          });
          const groupOf = (id: string) =>
            grouping.groups.find(({ members }) => members.some(({ mark }) => mark === id))!.id;
          expect(groupOf('fixed-m1')).toBe(groupOf('fixed-m3'));
          expect(groupOf('fixed-m1')).not.toBe(groupOf('fixed-m2'));
        }
      }),
    );
  });
});
