import {
  alphaFrom,
  Bootstrap,
  type Coefficient,
  characterAlpha,
  charactersF1,
  coincidences,
  GUIDE_LINES,
  onlyCoders,
  pairwiseF1,
  pooled,
  total,
  uAlpha,
  uAlphaFamily,
  unitsAsOf,
  valueCoincidences,
} from '@assay/shared/agreement';
import { describe, expect, it } from 'vitest';
import { BOOK, continuumOf, numberIn, reasonOf } from './examples.ts';

/** Four paragraphs of 50 characters: two that two coders see alike, two that they see apart. */
const LINES = {
  a: 'x:5-20 x:60-80 x:110-120 x:140-155 x:180-190',
  b: 'x:5-20 x:60-80 x:125-135 x:140-155',
};
const BORDERS = [50, 100, 150];
const article = continuumOf(200, LINES);
const parts = coincidences(article, ['x'], BORDERS)!.blocks;
const coefficient = (sum: Float64Array): Coefficient => uAlpha(sum, 1);

function drawn(seed: number, portions: readonly number[]) {
  const bootstrap = new Bootstrap(parts, coefficient, seed);
  for (const times of portions) bootstrap.draw(times);
  return bootstrap.interval();
}

describe('intervals', () => {
  it('[AG21] paragraphs add up to the article, also where a mark runs over their border', () => {
    expect(parts).toHaveLength(4);
    expect(numberIn(uAlpha(total(parts), 1))).toBeCloseTo(numberIn(uAlphaFamily(article).u), 12);
  });

  it('[AG21] surround the figure, and are the same for the same seed, in one go or in portions', () => {
    const interval = drawn(7, [1000]);
    if (interval.kind !== 'interval') throw new Error(interval.reason);
    const value = numberIn(uAlphaFamily(article).u);
    expect(interval.low).toBeLessThan(value);
    expect(interval.high).toBeGreaterThan(value);
    expect(interval).toMatchObject({ level: 0.95, draws: 1000, undefinedDraws: 0 });
    expect(drawn(7, [1, 499, 500])).toEqual(interval);
    expect(drawn(8, [50])).not.toEqual(drawn(7, [50]));
  });

  it('[AG21] are the percentiles of what can be drawn', () => {
    const sums: number[] = [];
    const two = [Float64Array.of(1), Float64Array.of(3)];
    const value = (sum: Float64Array) => {
      sums.push(sum[0]!);
      return { kind: 'figure', value: sum[0]! } as const;
    };
    const bootstrap = new Bootstrap(two, value, 3);
    bootstrap.draw(4000);
    expect(bootstrap.interval(0.9)).toMatchObject({ low: 2, high: 6 });
    expect(bootstrap.interval(0.2)).toMatchObject({ low: 4, high: 4 });
    const share = (sum: number) => sums.filter((one) => one === sum).length / sums.length;
    expect([2, 4, 6].map((sum) => Math.round(share(sum) * 20) / 20)).toEqual([0.25, 0.5, 0.25]);
  });

  it('[AG21] narrow with more paragraphs', () => {
    const width = (times: number) => {
      const bootstrap = new Bootstrap(Array.from({ length: times }, () => parts).flat(), coefficient, 1);
      bootstrap.draw(400);
      const interval = bootstrap.interval();
      return interval.kind === 'interval' ? interval.high - interval.low : Number.NaN;
    };
    expect(width(16)).toBeLessThan(width(1) / 2);
  });

  it('[AG21] say how many resamples had no value, and that there is none of one paragraph', () => {
    const sparse = coincidences(continuumOf(200, { a: 'x:5-20', b: 'x:5-20' }), ['x'], BORDERS)!.blocks;
    const bootstrap = new Bootstrap(sparse, coefficient, 1);
    bootstrap.draw(500);
    expect(bootstrap.interval()).toMatchObject({ low: 1, high: 1, draws: 500 });
    expect(bootstrap.interval()).toHaveProperty(
      'undefinedDraws',
      expect.toSatisfy((n: number) => n > 50),
    );
    const one = new Bootstrap([total(parts)], coefficient, 1);
    one.draw(100);
    expect(one.interval()).toMatchObject({ kind: 'undefined', reason: 'too-few-draws' });
    expect(() => new Bootstrap([new Float64Array(1), new Float64Array(2)], coefficient, 1)).toThrow(
      RangeError,
    );
  });

  it('[AG21] go with the cheap coefficients and with answers to items too', () => {
    const bootstrap = new Bootstrap(parts, (sum) => characterAlpha(sum, 1), 1);
    bootstrap.draw(50);
    expect(bootstrap.interval().kind).toBe('interval');
    const { values, items } = valueCoincidences([
      [1, 1],
      [2, 2],
      [1, 2],
      [2, 2],
      [1, 1],
      [3, 1],
    ]);
    const answers = new Bootstrap(items, (sum) => alphaFrom(sum, values, 'interval'), 1);
    answers.draw(50);
    expect(answers.interval().kind).toBe('interval');
  });

  it('[AG21] F1 of characters comes from the same sums', () => {
    const three = continuumOf(200, { ...LINES, c: 'x:0-90' });
    const pair = onlyCoders(three, ['a', 'b']);
    const sum = total(coincidences(pair, ['x'], BORDERS)!.blocks);
    const [cell] = pairwiseF1(three).filter(({ label, second }) => label === 'x' && second === 'b');
    expect(charactersF1(sum)).toMatchObject({ value: (cell!.characters as { value: number }).value });
    const none = coincidences(continuumOf(9, { a: '', b: '' }), ['x'])!.blocks[0]!;
    expect(charactersF1(none)).toMatchObject({ reason: 'nothing-marked' });
  });
});

describe('the rule of thumb', () => {
  it('[AG26] is two lines, and figures carry no verdict', () => {
    expect(GUIDE_LINES).toEqual({ tentative: 0.667, reliable: 0.8 });
    expect(Object.keys(uAlphaFamily(article).u).sort()).toEqual([
      'expected',
      'kind',
      'n',
      'observed',
      'value',
    ]);
  });
});

describe('several articles', () => {
  const long = continuumOf(400, { a: 'x:10-200', b: 'x:10-190' });
  const short = continuumOf(40, { a: 'x:0-10', b: 'x:30-40' });

  it('[AG22] are pooled as one continuum, which no mean of theirs is', () => {
    const joined = continuumOf(440, { a: 'x:10-200 x:400-410', b: 'x:10-190 x:430-440' });
    const { sum, articles, labels } = pooled([long, short])!;
    const value = numberIn(uAlpha(sum, labels.length));
    expect(value).toBeCloseTo(numberIn(uAlphaFamily(joined).u), 12);
    const each = articles.map((one) => numberIn(uAlpha(one, 1)));
    expect(each).toEqual([long, short].map((one) => numberIn(uAlphaFamily(one).u)));
    expect(Math.abs((each[0]! + each[1]!) / 2 - value)).toBeGreaterThan(0.3);
  });

  it('[AG22] are the parts of the pooled interval', () => {
    const { articles, labels } = pooled([long, short, long, long])!;
    const bootstrap = new Bootstrap(articles, (sum) => uAlpha(sum, labels.length), 2);
    bootstrap.draw(300);
    expect(bootstrap.interval()).toMatchObject({ kind: 'interval', draws: 300 });
  });

  it('[AG22] can have different coders and labels; those of one coder are left out', () => {
    const other = continuumOf(100, { c: 'y:0-20', d: 'y:0-20', e: 'y:0-10' });
    const { articles, labels } = pooled([long, other, continuumOf(50, { a: 'x:0-10' })])!;
    expect(articles).toHaveLength(2);
    expect(labels).toEqual(['x', 'y']);
    expect(pooled([BOOK], 'any')!.labels).toEqual(['any']);
    expect(pooled([continuumOf(50, { a: 'x:0-10 y:5-15', b: '' })])).toBeUndefined();
    expect(reasonOf(uAlpha(pooled([])!.sum, 0))).toBe('nothing-to-compare');
  });

  it('[AG23] marked after different versions of the guidelines are not pooled', () => {
    expect(() =>
      pooled([
        { ...long, guide: 'v1' },
        { ...short, guide: 'v2' },
      ]),
    ).toThrow(/guidelines/);
    expect(
      pooled([
        { ...long, guide: 'v2' },
        { ...short, guide: 'v2' },
      ]),
    ).toBeDefined();
  });
});

describe('marks at the end of the blind phase', () => {
  const state = (start: number, end: number) => ({ label: 'x', ranges: [{ start, end }] });
  const versions = [
    { mark: 'm1', coder: 'a', at: 100, state: state(0, 10) },
    { mark: 'm2', coder: 'b', at: 110, state: state(20, 30) },
    { mark: 'm2', coder: 'b', at: 120, state: state(22, 30) },
    { mark: 'm3', coder: 'b', at: 130, state: state(40, 50) },
    { mark: 'm3', coder: 'b', at: 140, state: null },
    { mark: 'm2', coder: 'b', at: 210, state: state(0, 10) },
    { mark: 'm1', coder: 'a', at: 220, state: null },
    { mark: 'm4', coder: 'a', at: 230, state: state(0, 10) },
  ];

  it('[AG23] count as they stood then: what was changed after the discussion began does not', () => {
    const units = unitsAsOf(versions, 200);
    expect(units).toEqual([
      { coder: 'a', ...state(0, 10) },
      { coder: 'b', ...state(22, 30) },
    ]);
    const coders = ['a', 'b'];
    const blind = uAlphaFamily({ length: 100, coders, units });
    const later = uAlphaFamily({ length: 100, coders, units: unitsAsOf(versions, 300) });
    expect(numberIn(later.u)).toBe(1);
    expect(numberIn(blind.u)).toBeLessThan(0);
  });
});
