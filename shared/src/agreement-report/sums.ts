import {
  type Coefficient,
  type Covered,
  coincidences,
  cuAlpha,
  figure,
  kuAlpha,
  lacking,
  layout,
  type NoFigure,
  noFigure,
  total,
  uAlpha,
} from '@assay/shared/agreement';
import type { LabelId } from '@assay/shared/model';
import type { Prepared } from './prepare.ts';

/** The coincidences that every coefficient of the u-alpha family is computed from, part by part; sums of parts too. */
export interface Sums {
  /** Of all labels at once; `null` where a reviewer gave the same words two of them. */
  readonly together: Float64Array | null;
  /** Of everything marked as one label. */
  readonly any: Float64Array;
  /** Of each label against the rest, one after the other. */
  readonly each: Float64Array;
}

/** The coincidences of an article by its paragraphs. */
export function sumsByParagraph({ continuum, borders }: Prepared, labels: readonly LabelId[]): Sums[] {
  const together = coincidences(continuum, labels, borders);
  const any = coincidences(continuum, 'any', borders)!;
  const each = labels.map((label) => coincidences(continuum, [label], borders)!);
  return any.blocks.map((block, i) => ({
    together: together?.blocks[i] ?? null,
    any: block,
    each: joined(each.map(({ blocks }) => blocks[i]!)),
  }));
}

function joined(vectors: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(vectors.length * ONE);
  for (const [i, vector] of vectors.entries()) all.set(vector, i * ONE);
  return all;
}

const ONE = layout(1).size;

/** The sum of parts. Without parts there is nothing in it. */
export function sumOf(parts: readonly Sums[], labels: number): Sums {
  const together = parts.map((part) => part.together);
  const nothing = new Float64Array(layout(labels).size);
  return {
    together: together.every((part) => part !== null) ? total([nothing, ...together]) : null,
    any: total([new Float64Array(ONE), ...parts.map((part) => part.any)]),
    each: total([new Float64Array(labels * ONE), ...parts.map((part) => part.each)]),
  };
}

/** Why no coefficient of these articles can have a value, if so. */
export function lackOf(articles: readonly Prepared[]): NoFigure | null {
  const lacks = articles.map(({ continuum }) => lacking(continuum) ?? null);
  if (lacks.length === 0) return noFigure('nothing-to-compare');
  return lacks.includes(null) ? null : lacks[0]!;
}

/** ᵤα of the label of that number, from 0. */
export function labelAlpha(each: Float64Array, number: number): Coefficient {
  return uAlpha(each.subarray(number * ONE, (number + 1) * ONE), 1);
}

/** ᵤα of each label against the rest, together. A label that nobody, or everybody everywhere, gave adds nothing to it. */
export function alphaByLabel(each: Float64Array): Coefficient {
  const found = Array.from({ length: each.length / ONE }, (_, i) => labelAlpha(each, i));
  const figures = found.filter((one) => one.kind === 'figure');
  if (figures.length === 0)
    return (
      found.find((one) => one.kind === 'undefined' && one.reason === 'everything-marked') ??
      found[0] ??
      noFigure('nothing-marked')
    );
  const add = (of: 'observed' | 'expected') => figures.reduce((sum, one) => sum + one[of], 0);
  return figure(add('observed'), add('expected'), figures[0]!.n);
}

const OVERLAP: Covered = { coefficient: noFigure('labels-overlap'), coverage: 0 };

/** Every coefficient of sums, each with the part of the sums that it comes from: what a resample has to add up. */
export const FAMILY = {
  together: (sums: Sums, labels: number): Covered =>
    sums.together ? whole(uAlpha(sums.together, labels)) : OVERLAP,
  byLabel: (sums: Sums): Covered => whole(alphaByLabel(sums.each)),
  passages: (sums: Sums): Covered => whole(uAlpha(sums.any, 1)),
  coding: (sums: Sums, labels: number): Covered => (sums.together ? cuAlpha(sums.together, labels) : OVERLAP),
  labelAlpha: (sums: Sums, _labels: number, label: number): Covered => whole(labelAlpha(sums.each, label)),
  labelCoding: (sums: Sums, labels: number, label: number): Covered =>
    sums.together ? kuAlpha(sums.together, labels, label + 1) : OVERLAP,
} as const;

export type FamilyName = keyof typeof FAMILY;

/** Which of the sums a coefficient comes from. */
export const SOURCE: Readonly<Record<FamilyName, keyof Sums>> = {
  together: 'together',
  byLabel: 'each',
  passages: 'any',
  coding: 'together',
  labelAlpha: 'each',
  labelCoding: 'together',
};

function whole(coefficient: Coefficient): Covered {
  return { coefficient, coverage: 1 };
}
