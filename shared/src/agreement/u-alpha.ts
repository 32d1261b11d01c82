import { coincidences, layout, total } from './coincidences.ts';
import { type Continuum, labelsOf } from './continuum.ts';
import { type Coefficient, figure, type NoFigure, noFigure } from './result.ts';

/** A coefficient, and which share (0 … 1) of the marked matter it speaks of. */
export interface Covered {
  readonly coefficient: Coefficient;
  readonly coverage: number;
}

/** The u-alpha family of one continuum. All need one value per coder and character, but `relevance` and `perLabel`. */
export interface UAlphaFamily {
  /** ᵤα: the same passages and the same labels. */
  readonly u: Coefficient;
  /** |ᵤα: the same passages, whatever their labels. */
  readonly relevance: Coefficient;
  /** cuα: the same labels where two or more marked, and how much of what is marked that is. */
  readonly coding: Covered;
  /** Which share (0 … 1) of the continuum, coder by coder, is marked and pairable with what another marked. */
  readonly pairable: number;
  /** (k)uα: the same for each label k where it was given and others marked too. */
  readonly labels: ReadonlyMap<string, Covered>;
  /** ᵤα on a continuum of its own for each label, label against rest: what is meant where labels overlap each other. */
  readonly perLabel: ReadonlyMap<string, Coefficient>;
}

/**
 * The u-alpha family (Krippendorff, Mathet, Bouvry, Widlöcher 2016, Quality & Quantity 50; Krippendorff 2019, § 12.6).
 * Observed and expected disagreements are in characters times coders, as is `n`. Where a coder gave characters two labels,
 * `u`, `coding` and `labels` are undefined as `labels-overlap`; `relevance` unites what each coder marked, and `perLabel`
 * looks at each label alone.
 *
 * @throws RangeError on a broken continuum.
 */
export function uAlphaFamily(continuum: Continuum): UAlphaFamily {
  const labels = labelsOf(continuum);
  const perLabel = new Map(labels.map((label) => [label, uAlphaOf(continuum, [label])]));
  const relevance = uAlphaOf(continuum, 'any');
  const lack = lacking(continuum);
  const whole = coincidences(continuum, labels);
  if (lack || !whole) {
    const none = lack ?? noFigure('labels-overlap');
    const covered = { coefficient: none, coverage: 0 };
    return {
      u: none,
      relevance,
      coding: covered,
      pairable: 0,
      labels: new Map(labels.map((l) => [l, covered])),
      perLabel,
    };
  }
  const sum = total(whole.blocks);
  return {
    u: atPoints(uAlpha(sum, labels.length), continuum),
    relevance,
    coding: cuAlpha(sum, labels.length),
    pairable: add(rows(sum, labels.length + 1, 1)) / (continuum.coders.length * continuum.length),
    labels: new Map(labels.map((label, i) => [label, kuAlpha(sum, labels.length, i + 1)])),
    perLabel,
  };
}

function uAlphaOf(continuum: Continuum, labels: readonly string[] | 'any'): Coefficient {
  const found = coincidences(continuum, labels);
  const lack = lacking(continuum);
  if (lack) return lack;
  if (!found) return noFigure('labels-overlap');
  return atPoints(uAlpha(total(found.blocks), found.labels.length), continuum);
}

/** Marks that all are points, without a character, agree as chance would: 0, not undefined, as in DKPro Statistics. */
function atPoints(coefficient: Coefficient, { coders, length }: Continuum): Coefficient {
  const empty = coefficient.kind === 'undefined' && coefficient.reason === 'nothing-marked';
  return empty ? figure(0, 0, coders.length * length) : coefficient;
}

/** Why no unitizing coefficient can be computed at all, if so. */
export function lacking({ coders, length, units }: Continuum): NoFigure | undefined {
  if (coders.length < 2) return noFigure('fewer-than-two-coders');
  if (length === 0) return noFigure('no-text');
  if (!units.length) return noFigure('nothing-marked');
  return undefined;
}

/**
 * ᵤα from a sum of coincidences (2019, eq. 34): 1 − (N − Σ ℓ_cc) / (N − Σ ε_cc), with ε_ck = N (ℓ_c ℓ_k − [c = k] S_c) /
 * (N² − Σ S), where gaps put their length and units the square of it into S. On coincidences of `'any'` it is |ᵤα (eq. 35).
 * Disagreements and `n` in characters times coders.
 */
export function uAlpha(sum: Float64Array, labels: number): Coefficient {
  const { values, self } = layout(labels);
  const marginals = rows(sum, values, 0);
  const n = add(marginals);
  if (n === 0) return noFigure('nothing-to-compare');
  if (marginals[0] === n) return noFigure('nothing-marked');
  const squares = add(marginals.map((one) => one * one));
  const expected = (n * (n * n - squares)) / (n * n - add(sum.subarray(self, self + values)));
  if (n * n - squares <= 1e-9 * n * n) return noFigure('everything-marked');
  return figure(n - diagonal(sum, values, 0), expected, n);
}

/**
 * cuα from a sum of coincidences (2019, eqs. 36–37): as ᵤα, on the coincidences of marked with marked matter alone. A
 * unit's pairable length is the mean, over the other coders, of how much of it they marked: then no unit pairs with
 * itself and ε stays positive for any number of coders. (With the square of each pair's share instead, or with the union of the
 * others, Fig. 12.11 comes to .7256 or .7283, not the .724 reported, and units that few of many share make ε negative.) Coverage is the share of the marked matter that is pairable.
 * Disagreements and `n` in characters times coders.
 */
export function cuAlpha(sum: Float64Array, labels: number): Covered {
  const { values, pairable } = layout(labels);
  const marginals = rows(sum, values, 1);
  const n = add(marginals);
  const marked = add(rows(sum, values, 0).slice(1));
  const coverage = marked ? n / marked : 0;
  if (n === 0) return { coefficient: noFigure(marked ? 'nothing-shared' : 'nothing-marked'), coverage };
  const squares = add(marginals.map((one) => one * one));
  if (n * n - squares <= 1e-9 * n * n) return { coefficient: noFigure('one-value-only'), coverage };
  const expected = (n * (n * n - squares)) / (n * n - add(sum.subarray(pairable, pairable + values)));
  return { coefficient: figure(n - diagonal(sum, values, 1), expected, n), coverage };
}

/**
 * (k)uα of the label of that number (from 1) from a sum of coincidences (2019, eq. 38): 1 − (ε*_k / ℓ*_k) (ℓ*_k − ℓ*_kk) /
 * (ε*_k − ε*_kk). Observed and expected are shares of the label's pairable matter, 0 … 1, which is `n`, in characters times
 * coders. Coverage is the share of the label's matter that is pairable.
 */
export function kuAlpha(sum: Float64Array, labels: number, label: number): Covered {
  const { values, pairable } = layout(labels);
  const marginals = rows(sum, values, 1);
  const n = add(marginals);
  const own = marginals[label - 1]!;
  const all = rows(sum, values, 0)[label]!;
  const coverage = all ? own / all : 0;
  if (own === 0) return { coefficient: noFigure(all ? 'nothing-shared' : 'nothing-marked'), coverage };
  if (n - own <= 1e-9 * n) return { coefficient: noFigure('one-value-only'), coverage };
  const observed = (own - sum[label * values + label]!) / own;
  const other = own * (n - own);
  const expected = other / (own * n - sum[pairable + label]!);
  return { coefficient: figure(observed, expected, own), coverage };
}

/**
 * Krippendorff's nominal alpha with every character as a unit of coding, from a sum of coincidences: the same as ᵤα but for
 * ε_ck = (ℓ_c ℓ_k − [c = k] ℓ_c) / (N − 1), which takes neighbouring characters for independent. Near ᵤα on real articles.
 */
export function characterAlpha(sum: Float64Array, labels: number): Coefficient {
  const { values } = layout(labels);
  const marginals = rows(sum, values, 0);
  const n = add(marginals);
  if (n === 0) return noFigure('nothing-to-compare');
  if (marginals[0] === n) return noFigure('nothing-marked');
  const squares = add(marginals.map((one) => one * one));
  if (n * n - squares <= 1e-9 * n * n) return noFigure('everything-marked');
  return figure(n - diagonal(sum, values, 0), (n * n - squares) / (n - 1), n);
}

function rows(sum: Float64Array, values: number, from: number): number[] {
  return Array.from({ length: values - from }, (_, c) =>
    add(sum.subarray((c + from) * values + from, (c + from + 1) * values)),
  );
}

function diagonal(sum: Float64Array, values: number, from: number): number {
  let trace = 0;
  for (let c = from; c < values; c++) trace += sum[c * values + c]!;
  return trace;
}

function add(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
