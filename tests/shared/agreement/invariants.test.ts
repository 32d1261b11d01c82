import {
  alpha,
  alphaUnitizing,
  bestAlignment,
  type Coefficient,
  type Continuum,
  coincidences,
  gwetAC1,
  labelsOf,
  pairwiseF1,
  piecesOf,
  total,
  uAlphaFamily,
} from '@assay/shared/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuumOf, numberIn } from './examples.ts';

const LENGTH = 80;

/** A coder's units that may touch but do not overlap: gaps and lengths in turn. */
const disjointLine = fc
  .array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 9 }), fc.constantFrom('x', 'y', 'z')), {
    maxLength: 5,
  })
  .map((units) => {
    let position = 0;
    return units
      .filter(([gap, size]) => position + gap + size <= LENGTH)
      .map(([gap, size, label]) => {
        position += gap + size;
        return `${label}:${position - size}-${position}`;
      })
      .join(' ');
  });

const anyLine = fc
  .array(fc.tuple(fc.nat(LENGTH - 10), fc.nat(9), fc.constantFrom('x', 'y', 'z')), { maxLength: 5 })
  .map((units) => units.map(([start, size, label]) => `${label}:${start}-${start + size}`).join(' '));

function linesOf(line: fc.Arbitrary<string>): fc.Arbitrary<Continuum> {
  return fc
    .array(line, { minLength: 2, maxLength: 5 })
    .map((lines) => continuumOf(LENGTH, Object.fromEntries(lines.map((one, i) => [`c${i}`, one]))));
}

function coefficientsOf(continuum: Continuum): Coefficient[] {
  const family = uAlphaFamily(continuum);
  const unitizing = alphaUnitizing(continuum);
  return [
    family.u,
    family.relevance,
    family.coding.coefficient,
    ...[...family.labels.values()].map((one) => one.coefficient),
    ...family.perLabel.values(),
    unitizing.overall,
    ...unitizing.labels.values(),
  ];
}

function scaled(continuum: Continuum, by: number): Continuum {
  const units = continuum.units.map((unit) => ({
    ...unit,
    ranges: unit.ranges.map(({ start, end }) => ({ start: start * by, end: end * by })),
  }));
  return { ...continuum, length: continuum.length * by, units };
}

function close(a: Coefficient, b: Coefficient): void {
  if (a.kind === 'undefined' || b.kind === 'undefined') expect(a).toEqual(b);
  else expect(a.value).toBeCloseTo(b.value, 9);
}

describe('whatever was marked', () => {
  it('[AG7] every coefficient is a number of at most 1 or says why it is none', () => {
    fc.assert(
      fc.property(fc.oneof(linesOf(disjointLine), linesOf(anyLine)), (continuum) => {
        for (const one of coefficientsOf(continuum)) {
          if (one.kind === 'undefined') expect(one.why.length).toBeGreaterThan(10);
          else {
            for (const number of [one.value, one.observed, one.expected])
              expect(Number.isFinite(number)).toBe(true);
            expect(one.value).toBeLessThanOrEqual(1 + 1e-9);
            expect(Math.min(one.observed, one.expected)).toBeGreaterThanOrEqual(-1e-9);
          }
        }
      }),
    );
  });

  it('[AG24] coders who mark alike, something and not everything, agree at 1', () => {
    const line = disjointLine.filter((one) => one !== '');
    fc.assert(
      fc.property(line, fc.integer({ min: 2, max: 5 }), (one, coders) => {
        const continuum = continuumOf(
          LENGTH + 1,
          Object.fromEntries(Array.from({ length: coders }, (_, i) => [`c${i}`, one])),
        );
        expect(numberIn(uAlphaFamily(continuum).u)).toBeCloseTo(1, 9);
        expect(numberIn(uAlphaFamily(continuum).relevance)).toBeCloseTo(1, 9);
        expect(numberIn(alphaUnitizing(continuum).overall)).toBeCloseTo(1, 9);
        expect(bestAlignment(piecesOf(continuum)).disorder).toBeCloseTo(0, 9);
      }),
    );
  });

  it('[AG24] no coefficient depends on the order of the coders or of their marks', () => {
    fc.assert(
      fc.property(linesOf(disjointLine), (continuum) => {
        const turned = {
          ...continuum,
          coders: continuum.coders.toReversed(),
          units: continuum.units.toReversed(),
        };
        for (const [i, one] of coefficientsOf(turned).entries()) close(one, coefficientsOf(continuum)[i]!);
        const values = (one: Continuum) =>
          pairwiseF1(one)
            .map(({ characters, half, exact }) =>
              JSON.stringify([characters, half, exact].map((f) => 'value' in f && f.value)),
            )
            .sort();
        expect(values(turned)).toEqual(values(continuum));
      }),
    );
  });

  it('[AG24] |ᵤα does not see labels', () => {
    fc.assert(
      fc.property(
        linesOf(disjointLine),
        fc.array(fc.constantFrom('p', 'q', 'r'), { minLength: 30 }),
        (one, names) => {
          const renamed = { ...one, units: one.units.map((unit, i) => ({ ...unit, label: names[i]! })) };
          close(uAlphaFamily(renamed).relevance, uAlphaFamily(one).relevance);
        },
      ),
    );
  });

  it('[AG24] what compares lengths with lengths does not see the scale of the text', () => {
    fc.assert(
      fc.property(linesOf(disjointLine), fc.integer({ min: 2, max: 9 }), (one, by) => {
        const [small, large] = [uAlphaFamily(one), uAlphaFamily(scaled(one, by))];
        close(large.coding.coefficient, small.coding.coefficient);
        expect(large.coding.coverage).toBeCloseTo(small.coding.coverage, 9);
        for (const [label, { coefficient }] of small.labels)
          close(large.labels.get(label)!.coefficient, coefficient);
        const values = (cells: ReturnType<typeof pairwiseF1>) =>
          cells.map(({ characters }) => characters.kind === 'figure' && characters.value);
        expect(values(pairwiseF1(scaled(one, by)))).toEqual(values(pairwiseF1(one)));
      }),
    );
  });

  it('[AG21] blocks add up to the whole, wherever they are cut', () => {
    fc.assert(
      fc.property(
        linesOf(disjointLine),
        fc.uniqueArray(fc.integer({ min: 1, max: LENGTH - 1 })),
        (one, cuts) => {
          const labels = labelsOf(one);
          const borders = cuts.sort((a, b) => a - b);
          const [whole] = coincidences(one, labels)!.blocks;
          const sum = total(coincidences(one, labels, borders)!.blocks);
          for (const [i, value] of whole!.entries()) expect(sum[i]).toBeCloseTo(value, 6);
        },
      ),
    );
  });
});

describe('whatever was answered', () => {
  const value = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 4 });
  const ratings = fc
    .integer({ min: 2, max: 4 })
    .chain((coders) =>
      fc.array(fc.array(value, { minLength: coders, maxLength: coders }), { minLength: 1, maxLength: 12 }),
    );

  it('[AG24] α sees of numbers only what their metric means', () => {
    fc.assert(
      fc.property(ratings, (items) => {
        const mapped = (change: (n: number) => number) =>
          items.map((row) => row.map((n) => (n === null ? null : change(n))));
        close(
          alpha(
            mapped((n) => 7 - 3 * n),
            'interval',
          ),
          alpha(items, 'interval'),
        );
        close(
          alpha(
            mapped((n) => 4 * n),
            'ratio',
          ),
          alpha(items, 'ratio'),
        );
        close(
          alpha(
            mapped((n) => n ** 3),
            'ordinal',
          ),
          alpha(items, 'ordinal'),
        );
        close(alpha(mapped((n) => (n * 2) % 11)), alpha(items));
      }),
    );
  });

  it('[AG24] α and AC1 do not depend on the order of coders and items', () => {
    fc.assert(
      fc.property(ratings, (items) => {
        const turned = items.map((row) => row.toReversed()).toReversed();
        close(alpha(turned, 'ordinal'), alpha(items, 'ordinal'));
        close(gwetAC1(turned), gwetAC1(items));
      }),
    );
  });
});
