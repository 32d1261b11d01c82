import { type F1, f1, type NoFigure, type PairwiseF1, pairwiseF1 } from '@assay/shared/agreement';
import type { PersonId } from '@assay/shared/model';
import type { Prepared } from './prepare.ts';
import type { PairFigures } from './report.ts';

/** F1 of every pair who read the same articles: of several, from the sums of what they marked and share. */
export function pairsOf(articles: readonly Prepared[]): PairFigures[] {
  const found = new Map<string, PairwiseF1>();
  for (const { continuum } of articles)
    for (const cell of pairwiseF1(continuum)) {
      const key = JSON.stringify([cell.first, cell.second, cell.label]);
      const known = found.get(key);
      found.set(key, known ? added(known, cell) : cell);
    }
  return [...found.values()].map((cell) => ({
    ...cell,
    first: cell.first as PersonId,
    second: cell.second as PersonId,
  }));
}

function added(a: PairwiseF1, b: PairwiseF1): PairwiseF1 {
  return {
    ...a,
    exact: sum(a.exact, b.exact),
    half: sum(a.half, b.half),
    characters: sum(a.characters, b.characters),
  };
}

function sum(a: F1 | NoFigure, b: F1 | NoFigure): F1 | NoFigure {
  if (a.kind === 'undefined') return b;
  if (b.kind === 'undefined') return a;
  return f1(a.shared + b.shared, a.first + b.first, a.second + b.second);
}
