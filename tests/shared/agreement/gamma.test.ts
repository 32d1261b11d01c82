import {
  bestAlignment,
  type Continuum,
  cheapestAssignment,
  dissimilarity,
  GammaEstimate,
  gamma,
  type LabelledPiece,
  type Option,
  piecesOf,
  positionalDissimilarity,
} from '@assay/shared/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuumOf, figureOf, numberIn, reasonOf } from './examples.ts';

/** Fixtures 01, 02 and 04 of dkpro-statistics, made with pygamma-agreement 0.5.9 (α = β = Δ∅ = 1). */
const FIXTURES = [
  {
    continuum: continuumOf(16, { Ann1: 'a:1-5 b:6-10 a:11-15', Ann2: 'a:2-6 b:7-11 a:12-16' }),
    disorder: 0.0625,
    expected: 0.53697,
  },
  {
    continuum: continuumOf(35, { Ann1: 'a:1-5 b:6-10 a:20-24 b:30-34', Ann2: 'a:2-6 b:31-35' }),
    disorder: 0.7083333,
    expected: 1.63508,
  },
  {
    continuum: continuumOf(15, { Ann1: 'a:1-5 b:10-14', Ann2: 'a:2-6 b:11-15', Ann3: 'a:1-4 c:9-14' }),
    disorder: 0.4087564,
    expected: 1.198,
  },
];

/** The continuum of Alex, Paul and Suzan of Mathet et al. 2015, as in the tests of pygamma-agreement (with α = 3). */
const ALEX = continuumOf(60, {
  Alex: '1:2-9 2:11-17 5:24-30 6:32-36 6:36-44 7:44-60',
  Paul: '1:2-9 3:11-17 5:19-25 6:32-44',
  Suzan: '1:2-9 4:11-17 5:21-27 6:32-36 6:36-40 6:40-44',
});

/** The least cost of all partitions of three coders' units into tuples, each tried. */
function leastCost(units: readonly (readonly LabelledPiece[])[]): number {
  const first = units.findIndex((own) => own.length > 0);
  if (first < 0) return 0;
  const choices = units.map((own, coder) => (coder === first ? [own[0]!] : [undefined, ...own]));
  let least = Number.POSITIVE_INFINITY;
  for (const a of choices[0]!)
    for (const b of choices[1]!)
      for (const c of choices[2]!) {
        const tuple = [a, b, c];
        const pair = (i: number, j: number) => (tuple[i] && tuple[j] ? dissimilarity(tuple[i], tuple[j]) : 1);
        const rest = units.map((own, coder) => own.filter((unit) => unit !== tuple[coder]));
        least = Math.min(least, pair(0, 1) + pair(0, 2) + pair(1, 2) + leastCost(rest));
      }
  return least;
}

describe('the dissimilarity of units', () => {
  it.each([
    ['a:1-5', 'a:2-6', 0.0625, 0.0625],
    ['a:1-5', 'b:7-11', 2.25, 3.25],
    ['a:1-5', 'a:12-16', 7.5625, 7.5625],
    ['b:10-14', 'c:9-14', 0.01234568, 1.01234568],
    ['b:11-15', 'a:1-4', 9, 10],
  ])('[AG17] %s to %s: %f by place, %f in all', (first, second, place, all) => {
    const [[a], [b]] = piecesOf(continuumOf(20, { first, second })) as [[never], [never]];
    expect(positionalDissimilarity(a, b)).toBeCloseTo(place, 8);
    expect(dissimilarity(a, b)).toBeCloseTo(all, 8);
    expect(dissimilarity(b, a)).toBe(dissimilarity(a, b));
    expect(dissimilarity(a, b, { position: 3, category: 2, empty: 1 })).toBeCloseTo(
      3 * place + 2 * (all - place),
      7,
    );
  });

  it('[AG7] points are 0 apart at one place, and never NaN', () => {
    expect(positionalDissimilarity({ start: 3, end: 3 }, { start: 3, end: 3 })).toBe(0);
    expect(positionalDissimilarity({ start: 3, end: 3 }, { start: 4, end: 4 })).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(numberIn(gamma(continuumOf(20, { a: 'x:3-3 x:8-9', b: 'x:4-4' })).coefficient)).toBeLessThan(1);
  });
});

describe('the best alignment', () => {
  it.each(FIXTURES)('[AG17] has the disorder of pygamma-agreement: $disorder', ({ continuum, disorder }) => {
    const found = bestAlignment(piecesOf(continuum));
    expect(found.disorder).toBeCloseTo(disorder, 6);
    expect(found.exact).toBe(true);
  });

  it('[AG18] counts pairs of empty units too: .9606 for Alex, Paul and Suzan, not .8356', () => {
    const { disorder, exact, tuples } = bestAlignment(piecesOf(ALEX), { position: 3 });
    expect(disorder).toBeCloseTo(0.9606, 4);
    expect(exact).toBe(true);
    const emptyPairs = tuples.filter((tuple) => tuple.filter((unit) => unit < 0).length === 2).length;
    expect(disorder - emptyPairs / 3 / (16 / 3)).toBeCloseTo(0.8356, 4);
  });

  it('[AG17] has the disorder of pygamma-agreement with weights of its own: 1.0278', () => {
    const weighted = continuumOf(15, { Ann1: 'a:1-5 b:6-10 c:11-15', Ann2: 'a:2-7 b:8-12 a:11-15' });
    const { disorder } = bestAlignment(piecesOf(weighted), { position: 3, category: 2 });
    expect(disorder).toBeCloseTo(1.0277778, 6);
  });

  it('[AG17] has the least disorder of all, tried one by one', () => {
    const piece = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.constantFrom('x', 'y'));
    const own = fc
      .array(piece, { maxLength: 2 })
      .map((pieces) => pieces.map(([start, size, label]) => ({ start, end: start + size, label })));
    fc.assert(
      fc.property(fc.array(own, { minLength: 3, maxLength: 3 }), (units) => {
        const count = units.flat().length;
        const found = bestAlignment(units);
        expect(found.exact).toBe(true);
        if (count) expect(found.disorder).toBeCloseTo(leastCost(units) / 3 / (count / 3), 9);
      }),
      { numRuns: 80 },
    );
  });

  it('[AG7] of one coder, or nobody, has no disorder', () => {
    expect(bestAlignment([]).disorder).toBe(0);
    expect(bestAlignment(piecesOf(continuumOf(9, { a: 'x:0-3' }))).disorder).toBe(0);
  });

  it('[AG17] holds every unit exactly once, whatever overlaps', () => {
    const piece = fc
      .tuple(fc.nat(40), fc.nat(8), fc.constantFrom('x', 'y'))
      .map(([s, l, x]) => `${x}:${s}-${s + l}`);
    const line = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 4 }), (lines) => {
        const units = piecesOf(continuumOf(50, Object.fromEntries(lines.map((one, i) => [`c${i}`, one]))));
        const { tuples, disorder } = bestAlignment(units);
        for (const [coder, own] of units.entries()) {
          const used = tuples.map((tuple) => tuple[coder]!).filter((unit) => unit >= 0);
          expect(used.sort((a, b) => a - b)).toEqual(own.map((_, i) => i));
        }
        const count = units.flat().length;
        expect(disorder).toBeLessThanOrEqual(count ? units.length + 1e-9 : 0);
      }),
      { numRuns: 60 },
    );
  });

  it('[AG17] is the same however the coders are listed, where it is exact', () => {
    const { coders } = ALEX;
    const turned = { ...ALEX, coders: [coders[2]!, coders[0]!, coders[1]!] };
    expect(bestAlignment(piecesOf(turned)).disorder).toBeCloseTo(bestAlignment(piecesOf(ALEX)).disorder, 12);
  });

  it('[AG17] of many units is a good one and says that it is not proven', () => {
    const random = fc.sample(fc.array(fc.nat(3), { minLength: 120, maxLength: 120 }), {
      numRuns: 1,
      seed: 5,
    })[0]!;
    const line = (by: number) =>
      Array.from({ length: 30 }, (_, i) => `x:${i * 40 + random[by * 30 + i]!}-${i * 40 + 20}`).join(' ');
    const found = bestAlignment(
      piecesOf(continuumOf(1200, { a: line(0), b: line(1), c: line(2), d: line(3) })),
    );
    expect(found.exact).toBe(false);
    expect(found.tuples).toHaveLength(30);
  });
});

describe('the cheapest assignment', () => {
  it('[AG17] costs as little as the best of all', () => {
    const cost = fc.option(fc.nat(20), { nil: undefined });
    const table = fc.array(fc.array(cost, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.nat(20), (rows, alone) => {
        const options = rows.map((row) =>
          row.flatMap((one, column): Option[] => (one === undefined ? [] : [{ column, cost: one }])),
        );
        const least = (row: number, used: readonly number[]): number =>
          row === rows.length
            ? 0
            : Math.min(
                alone + least(row + 1, used),
                ...options[row]!.filter(({ column }) => !used.includes(column)).map(
                  (option) => option.cost + least(row + 1, [...used, option.column]),
                ),
              );
        const columns = cheapestAssignment(options, 4, alone);
        const taken = [...columns].filter((column) => column >= 0);
        expect(new Set(taken).size).toBe(taken.length);
        const spent = [...columns].reduce(
          (sum, column, row) => sum + (column < 0 ? alone : rows[row]![column]!),
          0,
        );
        expect(spent).toBe(least(0, []));
      }),
      { numRuns: 300 },
    );
  });
});

describe('γ', () => {
  it.each(FIXTURES)(
    '[AG19] expects about the disorder of pygamma’s sampler: $expected',
    ({ continuum, expected }) => {
      const { coefficient } = gamma(continuum, { sampler: 'statistical', samples: 400 });
      expect(Math.abs(figureOf(coefficient).expected / expected - 1)).toBeLessThan(0.15);
    },
  );

  it('[AG19] is .44 to .47 for Alex, Paul and Suzan with shuffled continua', () => {
    for (const seed of [1, 2, 3]) {
      const { coefficient, exact } = gamma(ALEX, { position: 3, samples: 300, seed });
      expect(numberIn(coefficient)).toBeGreaterThan(0.44);
      expect(numberIn(coefficient)).toBeLessThan(0.47);
      expect(exact).toBe(true);
    }
  });

  it('[AG19] is the same for the same seed, in one go or in portions', () => {
    const estimate = new GammaEstimate(ALEX, { seed: 9 });
    expect(reasonOf(estimate.result().coefficient)).toBe('too-few-draws');
    for (let i = 0; i < 5; i++) estimate.draw(8);
    expect(estimate.result()).toEqual(gamma(ALEX, { seed: 9, samples: 40 }));
    expect(estimate.result().samples).toBe(40);
    expect(estimate.result().samplesNeeded).toBeGreaterThan(40);
    expect(gamma(ALEX, { seed: 10, samples: 40 }).coefficient).not.toEqual(estimate.result().coefficient);
  });

  it('[AG19] is 1 for coders who marked alike, overlaps and all', () => {
    const line = 'x:0-10 y:5-20 x:30-40+50-60';
    expect(numberIn(gamma(continuumOf(100, { a: line, b: line, c: line })).coefficient)).toBe(1);
  });

  it('[AG7] says why there is no γ', () => {
    const reason = (continuum: Continuum) => reasonOf(gamma(continuum).coefficient);
    expect(reason(continuumOf(20, { a: '', b: '' }))).toBe('nothing-marked');
    expect(reason(continuumOf(20, { a: 'x:0-4' }))).toBe('fewer-than-two-coders');
    expect(reason(continuumOf(20, { a: 'x:0-20', b: 'x:0-20' }))).toBe('everything-marked');
  });
});
