import type { LabelId } from '@assay/shared/model';
import { type Candidate, inTextOrder } from './candidates.ts';
import type { ConstraintIndex } from './constraints.ts';
import { DisjointSets } from './disjoint-sets.ts';

/**
 * Marks of one label that have to do with each other: each overlaps the next, or is named with it by a constraint. What
 * is marked elsewhere has no influence on how they are grouped.
 */
export interface Neighbourhood {
  readonly label: LabelId;
  /** In text order. */
  readonly candidates: readonly Candidate[];
}

/** Divides marks of any labels, in time that grows as sorting them does. */
export function neighbourhoodsOf(candidates: readonly Candidate[], index: ConstraintIndex): Neighbourhood[] {
  const sorted = [...candidates].sort(inTextOrder);
  const sets = new DisjointSets(sorted.length);
  joinOverlapping(sorted, sets);
  joinNamed(sorted, sets, index);
  const lists = new Map<number, Candidate[]>();
  for (const [at, candidate] of sorted.entries()) {
    const list = lists.get(sets.rootOf(at));
    if (list) list.push(candidate);
    else lists.set(at, [candidate]);
  }
  return [...lists.values()].map((list) => ({ label: list[0]!.mark.label, candidates: list }));
}

function joinOverlapping(sorted: readonly Candidate[], sets: DisjointSets): void {
  const reaches = new Map<LabelId, { at: number; end: number }>();
  const byHull = sorted.map((_, at) => at).sort((a, b) => sorted[a]!.hull.start - sorted[b]!.hull.start);
  for (const at of byHull) {
    const { mark, hull } = sorted[at]!;
    const reach = reaches.get(mark.label);
    if (reach && hull.start < reach.end) sets.join(reach.at, at);
    if (!reach || reach.end < hull.end) reaches.set(mark.label, { at, end: hull.end });
  }
}

function joinNamed(sorted: readonly Candidate[], sets: DisjointSets, index: ConstraintIndex): void {
  const constraints = index.naming(sorted.map(({ mark }) => mark.id));
  if (constraints.length === 0) return;
  const places = new Map(sorted.map(({ mark }, at) => [mark.id, at]));
  for (const { marks } of constraints) {
    const [a, b] = marks.map((mark) => places.get(mark));
    if (a === undefined || b === undefined || sorted[a]!.mark.label !== sorted[b]!.mark.label) continue;
    sets.join(a, b);
  }
}
