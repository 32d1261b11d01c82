import {
  alphaUnitizing,
  characterAlpha,
  coincidences,
  keepEarliestLongest,
  labelsOf,
  layout,
  sectionDistance,
  total,
  uAlphaFamily,
} from '@assay/shared/agreement';
import { describe, expect, it } from 'vitest';
import { BOOK, BOOK_2004, continuumOf, figureOf, numberIn, reasonOf } from './examples.ts';

describe('the u-alpha family', () => {
  const family = uAlphaFamily(BOOK);

  it('[AG1] gives the figures of Krippendorff 2019, Fig. 12.11', () => {
    expect(numberIn(family.u)).toBeCloseTo(0.50998, 5);
    expect(Math.abs(numberIn(family.relevance) - 0.413)).toBeLessThan(0.002);
    expect(numberIn(family.relevance)).toBeCloseTo(0.4136, 5);
    expect(figureOf(family.u).n).toBe(180);
    for (const label of ['1', '5', '6'])
      expect(numberIn(family.labels.get(label)!.coefficient)).toBeCloseTo(1, 12);
    for (const label of ['2', '3', '4'])
      expect(numberIn(family.labels.get(label)!.coefficient)).toBeCloseTo(0, 12);
    expect(family.labels.get('5')!.coverage).toBeCloseTo(8 / 18, 12);
    expect(family.labels.get('7')!.coverage).toBe(0);
    expect(reasonOf(family.labels.get('7')!.coefficient)).toBe('nothing-shared');
  });

  it('[AG1] gives the printed cuα, .724, and its coverage', () => {
    expect(numberIn(family.coding.coefficient)).toBeCloseTo(0.724, 3);
    expect(family.coding.coverage).toBeCloseTo(83 / 109, 12);
    expect(family.pairable).toBeCloseTo(83 / 180, 12);
  });

  it('[AG1] counts the coincidences of Fig. 12.11', () => {
    const sum = total(coincidences(BOOK, labelsOf(BOOK))!.blocks);
    const { values } = layout(7);
    const row = (c: number) => [...sum.subarray(c * values, (c + 1) * values)].reduce((a, b) => a + b);
    expect(Array.from({ length: 8 }, (_, c) => sum[c * values + c])).toEqual([45, 21, 0, 0, 0, 8, 36, 0]);
    expect(Array.from({ length: 8 }, (_, c) => row(c))).toEqual([71, 21, 6, 6, 6, 18, 36, 16]);
  });

  it('[AG2] stays a figure of at most 1 where few of many coders marked the same words', () => {
    const lines = { a: 'x:10-30', b: 'y:10-30', c: '', d: '', e: '', f: '' };
    const { coding } = uAlphaFamily(continuumOf(100, lines));
    expect(figureOf(coding.coefficient).expected).toBeGreaterThan(0);
    expect(numberIn(coding.coefficient)).toBeCloseTo(0, 12);
  });

  it('[AG3] reads ends as excluded: .56454, where ends taken for included give .56720', () => {
    const lines = { a: 'k:3-15 k:22-53', b: 'k:3-10 k:22-53', c: 'k:22-46' };
    const { u } = uAlphaFamily(continuumOf(56, lines));
    expect(numberIn(u)).toBeCloseTo(0.56454, 5);
    expect(figureOf(u).n).toBe(168);
  });

  it('[AG4] weighs units by their squared length and gaps by their length', () => {
    const sum = total(coincidences(continuumOf(20, { a: 'x:2-7', b: '' }), ['x'])!.blocks);
    const { self } = layout(1);
    expect([...sum.subarray(self, self + 2)]).toEqual([15 + 20, 25]);
  });

  it('[AG5] takes labels apart where a coder gave words two of them, and says so', () => {
    const overlapping = continuumOf(60, { a: 'x:0-20 y:10-30', b: 'x:0-20 y:10-28' });
    const found = uAlphaFamily(overlapping);
    expect(reasonOf(found.u)).toBe('labels-overlap');
    expect(reasonOf(found.coding.coefficient)).toBe('labels-overlap');
    expect(numberIn(found.perLabel.get('x')!)).toBe(1);
    expect(numberIn(found.perLabel.get('y')!)).toBeGreaterThan(0.8);
    expect(numberIn(found.relevance)).toBeGreaterThan(0.8);
    const thinned = keepEarliestLongest(overlapping);
    expect(thinned.skipped).toBe(2);
    expect(numberIn(uAlphaFamily(thinned.continuum).u)).toBe(1);
  });

  it('[AG6] takes a discontinuous unit by its pieces, and unites those of one label that share characters', () => {
    const whole = uAlphaFamily(continuumOf(60, { a: 'x:0-10+20-30', b: 'x:0-10 x:20-30' }));
    expect(numberIn(whole.u)).toBe(1);
    const united = uAlphaFamily(continuumOf(60, { a: 'x:0-10 x:5-20', b: 'x:0-20 x:0-20' }));
    expect(numberIn(united.u)).toBe(1);
  });

  it('[AG7] says why there is no figure, in every degenerate case', () => {
    const none = uAlphaFamily(continuumOf(20, { a: '', b: '' }));
    expect(reasonOf(none.u)).toBe('nothing-marked');
    expect(reasonOf(none.coding.coefficient)).toBe('nothing-marked');
    const all = uAlphaFamily(continuumOf(20, { a: 'x:0-20', b: 'x:0-20' }));
    expect(reasonOf(all.u)).toBe('everything-marked');
    expect(reasonOf(all.relevance)).toBe('everything-marked');
    expect(reasonOf(uAlphaFamily(continuumOf(20, { a: 'x:0-5' })).u)).toBe('fewer-than-two-coders');
    expect(reasonOf(uAlphaFamily(continuumOf(0, { a: '', b: '' })).u)).toBe('no-text');
    const apart = uAlphaFamily(continuumOf(20, { a: 'x:0-5', b: 'x:10-15' }));
    expect(reasonOf(apart.coding.coefficient)).toBe('nothing-shared');
    expect(numberIn(uAlphaFamily(continuumOf(20, { a: 'x:0-1', b: '', c: '' })).u)).toBeCloseTo(0, 12);
    expect(numberIn(uAlphaFamily(continuumOf(20, { a: 'x:5-5', b: 'x:9-9' })).u)).toBe(0);
  });

  it('[AG8] a broken continuum is refused', () => {
    expect(() => uAlphaFamily(continuumOf(20, { a: 'x:0-21', b: '' }))).toThrow(RangeError);
    expect(() => uAlphaFamily(continuumOf(20, { a: 'x:9-8', b: '' }))).toThrow(RangeError);
    expect(() => uAlphaFamily({ ...continuumOf(20, { a: 'x:1-2' }), coders: ['b'] })).toThrow(RangeError);
  });

  it('[AG1] one unit a character makes ᵤα the alpha of characters', () => {
    const spread = continuumOf(40, { a: 'x:1-2 y:9-10 x:20-21', b: 'x:1-2 x:9-10 y:31-32', c: 'y:9-10' });
    const sum = total(coincidences(spread, ['x', 'y'])!.blocks);
    expect(numberIn(characterAlpha(sum, 2))).toBeCloseTo(numberIn(uAlphaFamily(spread).u), 12);
  });
});

describe('α_U', () => {
  it('[AG9] gives the figures of Krippendorff 2004, p. 254', () => {
    const { overall, labels } = alphaUnitizing(BOOK_2004);
    const c = figureOf(labels.get('c')!);
    expect(c.observed).toBeCloseTo(0.0144, 4);
    expect(c.expected).toBeCloseTo(0.0532, 4);
    expect(c.value).toBeCloseTo(0.7286, 4);
    const k = figureOf(labels.get('k')!);
    expect(k.observed).toBe(0);
    expect(k.expected).toBeCloseTo(0.049, 4);
    expect(k.value).toBe(1);
    expect(Math.abs(numberIn(overall) - 0.8591)).toBeLessThan(0.0005);
    expect(numberIn(overall)).toBeCloseTo(0.85867, 5);
  });

  it('[AG9] gives the figures of DKPro’s small case', () => {
    const small = continuumOf(10, { r0: 'A:1-9', r1: 'A:2-3 A:4-5 A:6-7' });
    const found = figureOf(alphaUnitizing(small).labels.get('A')!);
    expect(found.observed).toBeCloseTo(0.91, 4);
    expect(Math.abs(found.expected - 0.5351)).toBeLessThan(0.0001);
    expect(found.value).toBeCloseTo(-0.7003, 4);
  });

  it.each([
    ['5,6', '4,2', 26],
    ['5,6', '5,2', 16],
    ['5,6', '6,2', 10],
    ['5,6', '7,2', 8],
    ['5,6', '6,4', 2],
    ['225,70', '220,80', 50],
    ['370,30', '355,20', 850],
    ['gap 400,50', '400,20', 400],
    ['1,8', '2,1', 37],
    ['1,8', '4,1', 25],
    ['1,8', '6,1', 29],
    ['1,8', 'gap 3,1', 0],
    ['gap 9,2', 'gap 7,4', 0],
  ])('[AG9] the distance of %s and %s is %d', (a, b, distance) => {
    const section = (text: string) => {
      const [begin, size] = text.replace('gap ', '').split(',').map(Number) as [number, number];
      return { start: begin, end: begin + size, marked: !text.startsWith('gap') };
    };
    expect(sectionDistance(section(a), section(b))).toBe(distance);
    expect(sectionDistance(section(b), section(a))).toBe(distance);
  });

  it('[AG7] [AG9] says why there is no figure, and calls a single short unit and mere points chance', () => {
    expect(reasonOf(alphaUnitizing(continuumOf(20, { a: '', b: '', c: '' })).overall)).toBe('nothing-marked');
    expect(reasonOf(alphaUnitizing(continuumOf(20, { a: 'x:0-20', b: 'x:0-20' })).overall)).toBe(
      'everything-marked',
    );
    expect(reasonOf(alphaUnitizing(continuumOf(20, { a: 'x:0-2' })).overall)).toBe('fewer-than-two-coders');
    expect(numberIn(alphaUnitizing(continuumOf(20, { a: 'X:0-1', b: '', c: '' })).overall)).toBeCloseTo(
      0,
      12,
    );
    expect(numberIn(alphaUnitizing(continuumOf(20, { a: 'X:3-3', b: '', c: '' })).overall)).toBe(0);
  });

  it('[AG9] lets labels overlap each other', () => {
    const { overall } = alphaUnitizing(continuumOf(60, { a: 'x:0-20 y:10-30', b: 'x:0-20 y:10-30' }));
    expect(numberIn(overall)).toBe(1);
  });
});
