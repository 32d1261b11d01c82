import type { Coefficient } from '@assay/shared/agreement';

/** Says below a table why some of its figures are dashes. */
export function Dashes({ coefficients }: { readonly coefficients: readonly (Coefficient | null)[] }) {
  const reasons = new Set(coefficients.flatMap((one) => (one?.kind === 'undefined' ? [one.why] : [])));
  if (reasons.size === 0) return null;
  return <p className="agreement-note">No figure (–): {[...reasons].join(' ')}</p>;
}
