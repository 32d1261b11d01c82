import type { TextRange } from '@assay/shared/model';
import type { Candidate } from './candidates.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { hullOf, type Spans, spansOf } from './spans.ts';

/**
 * A correction by hand: these two marks always, or never, in one group. Of constraints that contradict each other the
 * later in the list holds. One that names a mark which is not there has no effect, nor has `together` between marks of
 * different labels, as long as that is so.
 */
export interface GroupConstraint {
  readonly kind: 'together' | 'apart';
  readonly marks: readonly [string, string];
}

/** What one reviewer says in a unit: the words of all of the reviewer's marks in it. */
export interface Face {
  readonly reviewer: string;
  readonly words: Spans;
}

/** Marks that are never parted: one, or several that were joined by hand. */
export interface Unit {
  readonly candidates: readonly Candidate[];
  readonly faces: readonly Face[];
  /** From the first to the last of the words. */
  readonly hull: TextRange;
  /** The units that this one may never be grouped with, by their place in the list. */
  readonly barred: ReadonlySet<number>;
}

/** Constraints by the marks they name. */
export class ConstraintIndex {
  readonly #byMark = new Map<string, number[]>();

  constructor(private readonly constraints: readonly GroupConstraint[]) {
    for (const [at, { marks }] of constraints.entries())
      for (const mark of marks) this.#byMark.set(mark, [...(this.#byMark.get(mark) ?? []), at]);
  }

  /** Those that name one of the marks, the latest first. */
  naming(marks: Iterable<string>): readonly GroupConstraint[] {
    if (this.#byMark.size === 0) return [];
    const places = new Set<number>();
    for (const mark of marks) for (const at of this.#byMark.get(mark) ?? []) places.add(at);
    return [...places].sort((a, b) => b - a).map((at) => this.constraints[at]!);
  }
}

/** The units of marks of one label, in the order of their first marks. */
export function unitsOf(candidates: readonly Candidate[], index: ConstraintIndex): Unit[] {
  const constraints = index.naming(candidates.map(({ mark }) => mark.id));
  if (constraints.length === 0) return candidates.map(unitOfOne);
  const places = new Map(candidates.map(({ mark }, at) => [mark.id, at]));
  const sets = new DisjointSets(candidates.length);
  const apart: (readonly [number, number])[] = [];
  const isBarred = (a: number, b: number) =>
    apart.some(([x, y]) => (sets.is(x, a) && sets.is(y, b)) || (sets.is(x, b) && sets.is(y, a)));
  for (const { kind, marks } of constraints) {
    const [a, b] = marks.map((mark) => places.get(mark));
    if (a === undefined || b === undefined || sets.is(a, b)) continue;
    if (kind === 'apart') apart.push([a, b]);
    else if (!isBarred(a, b)) sets.join(a, b);
  }
  return unitsOfSets(candidates, sets, apart);
}

const NOTHING_BARRED: ReadonlySet<number> = new Set();

function unitOfOne(candidate: Candidate): Unit {
  const faces = [{ reviewer: candidate.mark.reviewer, words: candidate.words }];
  return { candidates: [candidate], faces, hull: candidate.hull, barred: NOTHING_BARRED };
}

function unitsOfSets(
  candidates: readonly Candidate[],
  sets: DisjointSets,
  apart: readonly (readonly [number, number])[],
): Unit[] {
  const members = new Map<number, Candidate[]>();
  for (const [at, candidate] of candidates.entries())
    members.set(sets.rootOf(at), [...(members.get(sets.rootOf(at)) ?? []), candidate]);
  const unitOf = new Map([...members.keys()].map((root, unit) => [root, unit]));
  const barred = [...members].map(() => new Set<number>());
  for (const [a, b] of apart) {
    const [left, right] = [unitOf.get(sets.rootOf(a))!, unitOf.get(sets.rootOf(b))!];
    barred[left]!.add(right);
    barred[right]!.add(left);
  }
  return [...members.values()].map((list, unit) => ({
    candidates: list,
    faces: facesOf(list),
    hull: hullOf(spansOf(list.flatMap(({ words }) => words))),
    barred: barred[unit]!,
  }));
}

/** One face a reviewer, in the order of their first marks. */
export function facesOf(candidates: readonly Candidate[]): Face[] {
  const faces: { reviewer: string; words: Spans }[] = [];
  for (const { mark, words } of candidates) {
    const known = faces.find(({ reviewer }) => reviewer === mark.reviewer);
    if (known) known.words = spansOf([...known.words, ...words]);
    else faces.push({ reviewer: mark.reviewer, words });
  }
  return faces;
}
