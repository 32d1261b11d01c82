import {
  alpha,
  bennettS,
  cohenKappa,
  fleissKappa,
  gwetAC1,
  kappaOnExactSpans,
  largestKappa,
  masi,
  type Ratings,
  scottPi,
  uAlphaFamily,
} from '@assay/shared/agreement';
import { describe, expect, it } from 'vitest';
import { continuumOf, figureOf, numberIn, reasonOf } from './examples.ts';

/** Items from words of one letter a coder, `-` for a missing value. */
function lettersOf(text: string): Ratings<string> {
  return text.split(' ').map((row) => [...row].map((letter) => (letter === '-' ? null : letter)));
}

function digitsOf(text: string): Ratings<number> {
  return lettersOf(text).map((row) => row.map((letter) => (letter === null ? null : Number(letter))));
}

/** The items of a table of counts, first coder by row. */
function itemsOf<V>(names: readonly V[], table: readonly (readonly number[])[]): V[][] {
  return table.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, () => [names[a]!, names[b]!])),
  );
}

/** Items by coder from rows a coder, turned into rows an item. */
function transposed<V>(rows: readonly (readonly V[])[]): V[][] {
  return rows[0]!.map((_, i) => rows.map((row) => row[i]!));
}

/** Krippendorff 2019, p. 290 (four coders in rows). */
const MISSING = transposed(digitsOf('123321412-- 1233224125- -3332342251 12332441251'));

/** Hayes & Krippendorff 2007, p. 84: 40 items, five coders. */
const HAYES = digitsOf(
  '112-2 1101- 2333- -00-0 000-0 000-0 102-1 1-20- 222-2 2111- -100- 0000- 1222- 33223 111-1 111-1 212-2 1233- ' +
    '1101- 000-0 0011- 00-00 2333- 0000- 12-22 0111- 00010 1212- 1122- 112-2 110-0 2121- 22-22 3222- 222-2 223-2 ' +
    '222-2 22-12 2222- 111-1',
);

/** Fleiss 1971, p. 379: 30 patients, six psychiatrists, five diagnoses. */
const FLEISS = digitsOf(
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 333335 ' +
    '111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555',
);

/** Artstein & Poesio 2008, pp. 558 and 568. */
const TWO = itemsOf(
  ['STAT', 'IReq'],
  [
    [20, 10],
    [20, 50],
  ],
);
const THREE = itemsOf(
  ['STAT', 'IReq', 'Chck'],
  [
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ],
);
const halfToChck = (a: string, b: string) => (a === b ? 0 : a === 'Chck' || b === 'Chck' ? 0.5 : 1);

describe('two coders', () => {
  it('[AG10] Cohen 1960, p. 45: κ = .492, at most .831', () => {
    const items = itemsOf(
      [1, 2, 3],
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
    );
    const kappa = figureOf(cohenKappa(items).coefficient);
    expect(1 - kappa.observed).toBeCloseTo(0.7, 12);
    expect(1 - kappa.expected).toBeCloseTo(0.41, 12);
    expect(kappa.value).toBeCloseTo(0.492, 3);
    expect(numberIn(largestKappa(items))).toBeCloseTo(0.831, 3);
  });

  it('[AG10] Artstein & Poesio 2008, p. 558: S = .4, π = .341, κ = .348', () => {
    expect(numberIn(bennettS(TWO).coefficient)).toBeCloseTo(0.4, 12);
    expect(numberIn(scottPi(TWO).coefficient)).toBeCloseTo(0.341, 3);
    expect(numberIn(cohenKappa(TWO).coefficient)).toBeCloseTo(0.348, 3);
  });

  it('[AG10] Artstein & Poesio 2008, p. 568: unweighted and weighted', () => {
    expect(numberIn(bennettS(THREE).coefficient)).toBeCloseTo(0.82, 3);
    expect(numberIn(scottPi(THREE).coefficient)).toBeCloseTo(0.7995, 4);
    expect(numberIn(cohenKappa(THREE).coefficient)).toBeCloseTo(0.8013, 4);
    expect(Math.abs(numberIn(alpha(THREE)) - 0.8)).toBeLessThan(0.001);
    expect(numberIn(alpha(THREE, halfToChck))).toBeCloseTo(0.8156, 4);
    expect(numberIn(cohenKappa(THREE, halfToChck).coefficient)).toBeCloseTo(0.8163, 4);
  });

  it('[AG11] counts the items that lack a value of either', () => {
    const { coefficient, excluded } = cohenKappa(lettersOf('AA BB AB A- -B --'));
    expect(excluded).toBe(3);
    expect(figureOf(coefficient).n).toBe(3);
  });

  it('[AG12] κ on exact spans comes with what it leaves out: perfect, of one mark in nine', () => {
    const text = 'The teacher wrote with chalk on the blackboard, then left.';
    const lines = {
      a: 'noun:4-11 noun:23-28 noun:36-46 verb:12-17 verb:53-57',
      b: 'noun:0-11 noun:23-28 noun:32-46 verb:12-22 verb:48-57',
    };
    const continuum = continuumOf(text.length, lines);
    const lone = kappaOnExactSpans(continuum, 'a', 'b');
    expect([lone.compared, lone.excluded]).toEqual([1, 8]);
    expect(reasonOf(lone.coefficient)).toBe('one-value-only');
    const verb = kappaOnExactSpans(
      continuumOf(text.length, { a: `${lines.a} verb:30-31`, b: `${lines.b} verb:30-31` }),
      'a',
      'b',
    );
    expect(numberIn(verb.coefficient)).toBe(1);
    expect([verb.compared, verb.excluded]).toEqual([2, 8]);
    expect(numberIn(uAlphaFamily(continuum).relevance)).toBeLessThan(0.7);
  });
});

describe('Krippendorff’s α', () => {
  it('[AG13] 2004, p. 230, and 2019, p. 290: with missing values, in four metrics', () => {
    const letters = alpha(lettersOf('BB-B LLPL PPPP PPPP LLLL BLPC CCCC BBLB LLLL -FFF --BB --P-'));
    expect(figureOf(letters).observed).toBeCloseTo(0.2, 3);
    expect(figureOf(letters).expected).toBeCloseTo(0.779, 3);
    expect(numberIn(letters)).toBeCloseTo(0.743, 3);
    expect(numberIn(alpha(MISSING))).toBeCloseTo(0.743421052631579, 12);
    expect(numberIn(alpha(MISSING, 'interval'))).toBeCloseTo(0.849, 3);
    expect(numberIn(alpha(MISSING, 'ratio'))).toBeCloseTo(0.797, 3);
    expect(numberIn(alpha(MISSING, 'ordinal'))).toBeCloseTo(0.815, 3);
  });

  it('[AG13] 2004, p. 224: .095; Hayes & Krippendorff 2007: .7598', () => {
    const found = figureOf(alpha(lettersOf('10 11 01 00 00 01 00 01 00 00')));
    expect(found.observed).toBeCloseTo(0.4, 12);
    expect(found.expected).toBeCloseTo(0.442, 3);
    expect(found.value).toBeCloseTo(0.095, 3);
    expect(Math.abs(numberIn(alpha(HAYES, 'ordinal')) - 0.7598)).toBeLessThan(0.0001);
  });

  it('[AG14] sets of labels differ by MASI', () => {
    expect(masi(['A'], ['A', 'B'])).toBeCloseTo(1 / 6, 12);
    expect(masi(['A', 'B'], ['B', 'C'])).toBeCloseTo(4 / 9, 12);
    expect(masi(['A'], ['B'])).toBe(1);
    expect(masi(['A', 'B'], ['A', 'B'])).toBe(0);
    expect(masi([], [])).toBe(0);
    expect(masi([], ['A'])).toBe(1);
    const near: string[][][] = [
      [['A'], ['A', 'B']],
      [['B'], ['B']],
      [['C'], ['C']],
    ];
    const far: string[][][] = [
      [['A'], ['C', 'D']],
      [['B'], ['B']],
      [['C'], ['C']],
    ];
    expect(numberIn(alpha(near, masi))).toBeGreaterThan(numberIn(alpha(far, masi)));
    expect(numberIn(alpha(near, masi))).toBeGreaterThan(numberIn(alpha(near)));
  });

  it('[AG7] says why there is no figure', () => {
    expect(reasonOf(alpha([]))).toBe('nothing-to-compare');
    expect(reasonOf(alpha(lettersOf('A- -B')))).toBe('nothing-to-compare');
    expect(reasonOf(alpha(lettersOf('AA AA')))).toBe('one-value-only');
    expect(() => alpha(lettersOf('AB'), 'interval')).toThrow(RangeError);
  });
});

describe('many coders', () => {
  it('[AG15] Fleiss 1971, p. 379: κ = .430, and that of each diagnosis', () => {
    const { overall, categories, excluded } = fleissKappa(FLEISS);
    expect(1 - figureOf(overall).observed).toBeCloseTo(0.5556, 4);
    // Fleiss goes on with shares rounded to three digits; without that his .2201 is .2199, and his .248 is .245.
    expect(Math.abs(1 - figureOf(overall).expected - 0.2201)).toBeLessThan(0.0002);
    expect(numberIn(overall)).toBeCloseTo(0.43, 3);
    const printed = { 1: 0.248, 2: 0.248, 3: 0.517, 4: 0.47, 5: 0.565 };
    for (const [category, value] of Object.entries(printed))
      expect(Math.abs(numberIn(categories.get(Number(category))!) - value)).toBeLessThan(0.005);
    const exact = [0.245, 0.245, 0.52, 0.471, 0.566];
    for (const [i, value] of exact.entries()) expect(numberIn(categories.get(i + 1)!)).toBeCloseTo(value, 3);
    expect(excluded).toBe(0);
  });

  it('[AG11] Fleiss’ κ counts the items that it cannot use', () => {
    const { overall, excluded } = fleissKappa(lettersOf('AAA BBB AB- ABB'));
    expect(excluded).toBe(1);
    expect(figureOf(overall).n).toBe(3);
  });

  it('[AG16] Gwet’s AC1 and AC2 are those of irrCAC, also where one value is nearly all', () => {
    const skewed = itemsOf(
      [1, 2],
      [
        [80, 7],
        [8, 5],
      ],
    );
    expect(numberIn(gwetAC1(skewed))).toBeCloseTo(0.808, 12);
    expect(numberIn(cohenKappa(skewed).coefficient)).toBeLessThan(0.4);
    const likert = itemsOf(
      [1, 2, 3, 4],
      [
        [20, 5, 1, 0],
        [4, 15, 6, 1],
        [0, 5, 18, 4],
        [0, 1, 3, 12],
      ],
    );
    expect(numberIn(gwetAC1(likert))).toBeCloseTo(0.58046, 5);
    expect(1 - figureOf(gwetAC1(likert)).expected).toBeCloseTo(0.247294552169898, 12);
    const weight = (a: number, b: number) => 1 - ((a - b) / 3) ** 2;
    expect(numberIn(gwetAC1(likert, { weight }))).toBeCloseTo(0.84028, 5);
  });

  it('[AG16] Gwet’s AC1 takes missing values: of one, only the frequencies; and categories that nobody chose', () => {
    const whole = figureOf(gwetAC1(lettersOf('AA AB BB')));
    const more = figureOf(gwetAC1(lettersOf('AA AB BB A-')));
    expect(more.observed).toBe(whole.observed);
    expect(more.n).toBe(3);
    expect(more.expected).not.toBe(whole.expected);
    expect(numberIn(gwetAC1(lettersOf('AA AA'), { categories: ['A', 'B'] }))).toBe(1);
  });

  it('[AG7] says why there is no figure, of kappas and AC1', () => {
    expect(reasonOf(cohenKappa(lettersOf('A-')).coefficient)).toBe('nothing-to-compare');
    expect(reasonOf(cohenKappa(lettersOf('AA AA')).coefficient)).toBe('one-value-only');
    expect(reasonOf(bennettS(lettersOf('AA AA')).coefficient)).toBe('one-value-only');
    expect(reasonOf(largestKappa(lettersOf('A-')))).toBe('nothing-to-compare');
    expect(reasonOf(fleissKappa(lettersOf('AAA AAA')).overall)).toBe('one-value-only');
    expect(reasonOf(fleissKappa([]).overall)).toBe('fewer-than-two-coders');
    expect(reasonOf(fleissKappa(lettersOf('A- -B')).overall)).toBe('nothing-judged-by-all');
    expect(reasonOf(gwetAC1(lettersOf('AA AA')))).toBe('one-value-only');
    expect(reasonOf(gwetAC1(lettersOf('A-')))).toBe('nothing-to-compare');
    expect(() => cohenKappa(lettersOf('AAA'))).toThrow(RangeError);
  });
});
