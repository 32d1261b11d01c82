import type { Piece, Unit } from './continuum.ts';

/** What a mark became at a moment: its label and ranges from then on, or `null` where it was withdrawn. */
export interface MarkVersion {
  readonly mark: string;
  readonly coder: string;
  /** Milliseconds since 1970, or any other clock that only goes forward. */
  readonly at: number;
  readonly state: { readonly label: string; readonly ranges: readonly Piece[] } | null;
}

/**
 * The marks as they stood at `frozenAt`, the end of the blind phase, in which nobody saw the marks of others. What was changed
 * or withdrawn later, in the light of a discussion, is not what the reviewers saw independently, and does not count. Ranges
 * have to be in the text as it was then. Of versions of one moment the last listed counts.
 */
export function unitsAsOf(versions: readonly MarkVersion[], frozenAt: number): Unit[] {
  const latest = new Map<string, MarkVersion>();
  for (const version of versions) {
    const known = latest.get(version.mark);
    if (version.at <= frozenAt && (!known || version.at >= known.at)) latest.set(version.mark, version);
  }
  return [...latest.values()].flatMap(({ coder, state }) => (state ? [{ coder, ...state }] : []));
}
