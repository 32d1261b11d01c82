import type { AnchoredRange, Annotation, Decision } from '@assay/shared/model';

/**
 * Whether what was settled is not what somebody marked: other words, another label, or nothing at all. What is left
 * contested overrules nobody; that one settles other details on the same words neither.
 */
export function overrules({ outcome, spans }: Decision, { label, target }: Annotation): boolean {
  if (outcome === 'contested') return false;
  return !spans.some((span) => span.label === label && samePlace(span.target.ranges, target.ranges));
}

function samePlace(a: readonly AnchoredRange[], b: readonly AnchoredRange[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end);
}
