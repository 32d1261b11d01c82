/** Why a coefficient has no value. */
export type Reason =
  | 'fewer-than-two-coders'
  | 'no-text'
  | 'nothing-marked'
  | 'everything-marked'
  | 'nothing-shared'
  | 'labels-overlap'
  | 'nothing-to-compare'
  | 'nothing-judged-by-all'
  | 'one-value-only'
  | 'no-disorder-expected'
  | 'too-few-draws'
  | 'too-many-values';

/**
 * A coefficient that can be computed: `value` = 1 − `observed` / `expected`, both disagreements in the coefficient's own
 * unit, which its docstring names; `n` counts what was compared, as its docstring says. Never NaN, never infinite.
 */
export interface Figure {
  readonly kind: 'figure';
  readonly value: number;
  readonly observed: number;
  readonly expected: number;
  readonly n: number;
}

/** A coefficient that these data do not define, and why, for programs (`reason`) and for people (`why`). */
export interface NoFigure {
  readonly kind: 'undefined';
  readonly reason: Reason;
  readonly why: string;
}

export type Coefficient = Figure | NoFigure;

const WHY: Readonly<Record<Reason, string>> = {
  'fewer-than-two-coders': 'Agreement needs at least two reviewers.',
  'no-text': 'The text is empty.',
  'nothing-marked': 'Nobody marked anything, so there is nothing to agree about.',
  'everything-marked': 'Everybody marked everything alike, so chance cannot be told from agreement.',
  'nothing-shared': 'No two reviewers marked the same words, so their labels cannot be compared.',
  'labels-overlap': 'One reviewer gave the same words two labels. Look at each label on its own.',
  'nothing-to-compare': 'Nothing was judged by at least two reviewers.',
  'nothing-judged-by-all': 'Nothing was judged by every reviewer, which Fleiss’ κ needs.',
  'one-value-only': 'Everybody gave the same answer everywhere, so chance cannot be told from agreement.',
  'no-disorder-expected': 'Shuffled marks agree completely, so chance cannot be told from agreement.',
  'too-few-draws': 'Too few of the resamples have a value to give an interval.',
  'too-many-values': 'There are too many different answers to draw an interval from.',
};

export function noFigure(reason: Reason): NoFigure {
  return { kind: 'undefined', reason, why: WHY[reason] };
}

/** The figure of these disagreements. `expected` must be positive unless both are 0, which counts as chance level: 0. */
export function figure(observed: number, expected: number, n: number): Figure {
  const value = observed === 0 && expected === 0 ? 0 : 1 - observed / expected;
  return { kind: 'figure', value, observed, expected, n };
}

/**
 * Krippendorff's rule of thumb (2004, p. 241), to be drawn as lines beside a figure and its interval, never as a verdict: below
 * `tentative` no conclusions, from `reliable` on good ones.
 */
export const GUIDE_LINES = { tentative: 0.667, reliable: 0.8 } as const;
