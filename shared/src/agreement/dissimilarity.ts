import type { Piece } from './continuum.ts';

/** A unit of γ: one piece of a mark. */
export interface LabelledPiece extends Piece {
  readonly label: string;
}

/** The weights of γ: how much place and label count, and what an empty unit costs. 1 each by default. */
export interface GammaWeights {
  readonly position?: number;
  readonly category?: number;
  readonly empty?: number;
}

export const EVEN_WEIGHTS: Required<GammaWeights> = { position: 1, category: 1, empty: 1 };

/**
 * d_pos (Mathet, Widlöcher & Métivier 2015): ((|Δstart| + |Δend|) / (sum of both lengths))², times the cost of an
 * empty unit. Two points at one place are 0 apart, at different places infinitely.
 */
export function positionalDissimilarity(a: Piece, b: Piece, empty = 1): number {
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  if (apart === 0) return 0;
  return empty * (apart / (a.end - a.start + (b.end - b.start))) ** 2;
}

/** The combined dissimilarity (2015): the weighted sum of that of places and of that of labels, 0 or `empty`. */
export function dissimilarity(
  a: LabelledPiece,
  b: LabelledPiece,
  { position, category, empty }: Required<GammaWeights> = EVEN_WEIGHTS,
): number {
  return position * positionalDissimilarity(a, b, empty) + (a.label === b.label ? 0 : category * empty);
}
