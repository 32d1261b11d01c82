import { pairwiseF1 } from '@assay/shared/agreement';
import { describe, expect, it } from 'vitest';
import { continuumOf } from './examples.ts';

function cell(lines: Record<string, string>, label: string | null, first = 'a', second = 'b') {
  return pairwiseF1(continuumOf(200, lines)).find(
    (one) => one.label === label && one.first === first && one.second === second,
  )!;
}

describe('F1 of pairs', () => {
  it('[AG20] counts exact marks, marks that share half of the longer, and characters', () => {
    const { exact, half, characters } = cell(
      { a: 'x:0-10 x:20-30 x:50-60', b: 'x:0-10 x:24-34 x:57-90' },
      'x',
    );
    expect(exact).toMatchObject({ shared: 1, first: 3, second: 3, value: 1 / 3 });
    expect(half).toMatchObject({ shared: 2, value: 2 / 3 });
    expect(characters).toMatchObject({ shared: 19, first: 30, second: 53, value: 38 / 83 });
  });

  it('[AG20] half is enough, and a little less is not', () => {
    expect(cell({ a: 'x:0-10', b: 'x:5-15' }, 'x').half).toMatchObject({ shared: 1 });
    expect(cell({ a: 'x:0-10', b: 'x:6-16' }, 'x').half).toMatchObject({ shared: 0 });
    expect(cell({ a: 'x:0-100', b: 'x:0-10' }, 'x').half).toMatchObject({ shared: 0 });
  });

  it('[AG20] matches each mark once, so that as many as possible are matched', () => {
    const { half } = cell({ a: 'x:0-10 x:3-13', b: 'x:0-12 x:0-7' }, 'x');
    expect(half).toMatchObject({ shared: 2, first: 2, second: 2 });
    expect(cell({ a: 'x:0-10 x:0-10', b: 'x:0-10' }, 'x').exact).toMatchObject({
      shared: 1,
      first: 2,
      second: 1,
    });
  });

  it('[AG20] compares marks of several pieces by their pieces', () => {
    const lines = { a: 'x:0-10+50-60 x:20-30', b: 'x:50-60+0-10 x:20-30+90-95' };
    expect(cell(lines, 'x').exact).toMatchObject({ shared: 1 });
    expect(cell(lines, 'x').half).toMatchObject({ shared: 2 });
    expect(cell(lines, 'x').characters).toMatchObject({ shared: 30, first: 30, second: 35 });
  });

  it('[AG20] is a matrix of all pairs, for each label and for all together', () => {
    const lines = { a: 'x:0-10 y:20-30', b: 'x:0-10', c: 'y:0-10' };
    const cells = pairwiseF1(continuumOf(200, lines));
    expect(cells.map(({ first, second, label }) => `${first}${second}${label}`)).toEqual(
      [null, 'x', 'y'].flatMap((label) => ['ab', 'ac', 'bc'].map((pair) => `${pair}${label}`)),
    );
    expect(cell(lines, null, 'b', 'c').exact).toMatchObject({ value: 1 });
    expect(cell(lines, 'x', 'b', 'c').exact).toMatchObject({ value: 0 });
  });

  it('[AG7] [AG20] a pair of which nobody gave the label has none', () => {
    const lines = { a: 'x:0-10', b: '', c: '' };
    expect(cell(lines, 'x', 'b', 'c').exact).toMatchObject({ kind: 'undefined', reason: 'nothing-marked' });
    expect(cell(lines, 'x', 'a', 'b').exact).toMatchObject({ kind: 'figure', value: 0 });
    expect(cell({ a: 'x:5-5', b: 'x:5-5' }, 'x').characters).toMatchObject({ reason: 'nothing-marked' });
  });
});
