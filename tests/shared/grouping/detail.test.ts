import { groupDetail, groupMarks, type Stretch } from '@assay/shared/grouping';
import type { TextRange } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { marksIn } from './notation.ts';

const TEXT = 'Officials say that the gate, built in 2019, “stayed open all night”. Nobody agrees why.';

const wordsOf = (text: string, ranges: readonly TextRange[]) =>
  ranges.map(({ start, end }) => text.slice(start, end));

const told = (text: string, stretches: readonly Stretch[]) =>
  stretches.map(({ by, ...range }) => `${wordsOf(text, [range])[0]} <${by.join(' ')}>`);

describe('the detail of a group', () => {
  const marks = marksIn(
    TEXT,
    'A: the gate, built in 2019',
    'B: gate, built',
    'C: that the gate, built in 2019,',
  );

  it('[GR16] is the one that grouping finds, from its marks alone', () => {
    const [group] = groupMarks(marks, TEXT, { reviewers: ['A', 'B', 'C'] }).groups;
    const { firm: _, loose: __, ...detail } = groupDetail(marks, TEXT)!;
    expect(group).toMatchObject(detail);
    expect(detail.begins.map(({ reviewers }) => reviewers)).toEqual([['C', 'A'], ['B']]);
    expect(detail.ends.map(({ reviewers }) => reviewers)).toEqual([['B'], ['C', 'A']]);
  });

  it('[GR16] is the same, moved along, in a part of the text', () => {
    const from = TEXT.indexOf('that');
    const moved = (ranges: readonly TextRange[]) =>
      ranges.map(({ start, end }) => ({ start: start - from, end: end - from }));
    const whole = groupDetail(marks, TEXT)!;
    const part = groupDetail(
      marks.map((mark) => ({ ...mark, ranges: moved(mark.ranges) })),
      TEXT.slice(from, whole.extent.end),
    )!;
    expect(part.begins).toEqual(whole.begins.map((edge) => ({ ...edge, at: edge.at - from })));
    expect(part.firm).toEqual(moved(whole.firm));
  });

  it('[GR17] parts what anybody marked into what all agree on and the rest, with who marked it', () => {
    const { core, firm, loose } = groupDetail(marks, TEXT)!;
    expect(wordsOf(TEXT, core)).toEqual(['gate, built']);
    expect(wordsOf(TEXT, firm)).toEqual(['gate, built']);
    expect(told(TEXT, loose)).toEqual(['that  <C>', 'the  <C A>', ' in 2019 <C A>', ', <C>']);
  });

  it('[GR17] leaves nothing loose where only marks, punctuation or a lead-in word differ', () => {
    const alike = marksIn(
      TEXT,
      'A: “stayed open all night”.',
      'B: stayed open all night',
      'C: “stayed open all night”',
    );
    const { firm, loose, begins, ends } = groupDetail(alike, TEXT)!;
    expect(wordsOf(TEXT, firm)).toEqual(['“stayed open all night”.']);
    expect(loose).toEqual([]);
    expect([begins.length, ends.length]).toEqual([1, 1]);
  });

  it('[GR17] holds the words in a gap of one reviewer for loose', () => {
    const pieces = marksIn(TEXT, 'A: the gate … in 2019', 'B: the gate, built in 2019');
    expect(told(TEXT, groupDetail(pieces, TEXT)!.loose)).toEqual([', built  <B>']);
  });

  it('[GR16] leaves out marks without words, and is nothing without any', () => {
    const [one, two] = marksIn(TEXT, 'A: the gate', 'B: gate');
    const gone = { ...two!, ranges: [] };
    expect(groupDetail([one!, gone], TEXT)!.reviewers).toEqual(['A']);
    expect(groupDetail([gone], TEXT)).toBeNull();
  });
});
