import type { Coefficient, Continuum, Figure, Unit } from '@assay/shared/agreement';
import { expect } from 'vitest';

/** Units of one coder from `label:start-end` words, with ends excluded; `+` joins the pieces of one unit. */
export function unitsOf(coder: string, line: string): Unit[] {
  return line
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [label, places] = word.split(':') as [string, string];
      const ranges = places.split('+').map((place) => {
        const [start, end] = place.split('-').map(Number) as [number, number];
        return { start, end };
      });
      return { coder, label, ranges };
    });
}

/** A continuum from a line of units for each coder. */
export function continuumOf(length: number, lines: Record<string, string>): Continuum {
  const coders = Object.keys(lines);
  return { length, coders, units: coders.flatMap((coder) => unitsOf(coder, lines[coder]!)) };
}

/** The figure, or a failed test that says what is missing. */
export function figureOf(coefficient: Coefficient): Figure {
  if (coefficient.kind !== 'figure') throw new Error(`undefined: ${coefficient.reason}`);
  for (const value of [coefficient.value, coefficient.observed, coefficient.expected, coefficient.n])
    expect(value).toSatisfy(Number.isFinite);
  return coefficient;
}

export function numberIn(coefficient: Coefficient): number {
  return figureOf(coefficient).value;
}

/** Why a coefficient has no value; fails where it has one. */
export function reasonOf(coefficient: Coefficient): string {
  if (coefficient.kind !== 'undefined') throw new Error(`a figure: ${coefficient.value}`);
  expect(coefficient.why).toMatch(/^[A-Z].*\.$/);
  return coefficient.reason;
}

/** Krippendorff 2019, Fig. 12.11, p. 340: three coders, L = 60 (there 1-based with ends included, here half-open). */
export const BOOK = continuumOf(60, {
  alex: '1:0-7 2:7-13 5:30-32 6:32-37 6:37-44 7:44-60',
  paul: '1:0-7 3:7-13 5:13-21 6:32-44',
  suzan: '1:0-7 4:7-13 5:13-21 6:32-37 6:37-41 6:41-44',
});

/** Krippendorff 2004, p. 254: the continuum of 300 characters from 150, moved to 0. */
export const BOOK_2004 = continuumOf(300, {
  first: 'c:75-145 c:220-250 k:30-90 k:150-200',
  second: 'c:70-150 c:205-225 c:250-270 k:30-90 k:150-200',
});
