import { type Continuum, checkContinuum, type Unit } from './continuum.ts';
import type { Ratings } from './ratings.ts';
import { type Coefficient, noFigure } from './result.ts';
import { cohenKappa } from './two-coders.ts';

/** κ of the labels on the spans that two coders marked exactly alike, never without how many marks that leaves out. */
export interface ExactSpans {
  readonly coefficient: Coefficient;
  /** Spans that both marked exactly. */
  readonly compared: number;
  /** Spans that only one of them marked exactly so: they say nothing in the coefficient, however far they disagree. */
  readonly excluded: number;
  readonly items: Ratings<readonly string[]>;
}

/**
 * Cohen's κ of the sets of labels that two coders gave to the same exact span. Take it as what it is: of the marks that are not
 * identical it knows nothing, so that a pair who rarely mark the same words can reach 1. Ask |ᵤα or F1 for those.
 *
 * @throws RangeError on a broken continuum.
 */
export function kappaOnExactSpans(continuum: Continuum, first: string, second: string): ExactSpans {
  checkContinuum(continuum);
  const [a, b] = [first, second].map((coder) =>
    labelsBySpan(continuum.units.filter((one) => one.coder === coder)),
  );
  const spans = [...new Set([...a!.keys(), ...b!.keys()])].sort();
  const items = spans.map((span) => [a!.get(span) ?? null, b!.get(span) ?? null]);
  const { coefficient, excluded } = cohenKappa(items);
  const none = spans.length === 0 ? noFigure('nothing-marked') : coefficient;
  return { coefficient: none, compared: spans.length - excluded, excluded, items };
}

function labelsBySpan(units: readonly Unit[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const unit of units) {
    const labels = new Set(found.get(spanKey(unit))).add(unit.label);
    found.set(spanKey(unit), [...labels].sort());
  }
  return found;
}

/** What two units have in common exactly if they cover the same ranges. */
export function spanKey({ ranges }: Unit): string {
  return [...ranges]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end }) => `${start}-${end}`)
    .join('+');
}
