import type { Candidate } from './candidates.ts';
import { type ConstraintIndex, type Unit, unitsOf } from './constraints.ts';
import { Heap } from './heap.ts';
import { similarity } from './spans.ts';

/** The least intersection over union, on the average, that marks of one group have. */
export const LEAST_SIMILARITY = 0.3;

/** What is between two clusters: the similarities of all pairs of faces, added up. */
type Links = Map<number, number>;

interface Cluster {
  readonly units: readonly number[];
  readonly faces: number;
  readonly reviewers: readonly string[];
  readonly barred: ReadonlySet<number>;
  /** The place of its first unit: no two clusters have the same. */
  readonly first: number;
  readonly links: Links;
}

interface Pair {
  readonly average: number;
  /** The clusters' numbers, that which begins first before the other. */
  readonly a: number;
  readonly b: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Divides marks of one label, in text order, into groups that mean the same.
 *
 * The most similar two clusters become one until none are at least `LEAST_SIMILARITY` alike; of equals those that stand
 * first in the text. Clusters are as alike as their marks are on the average: a mark is judged by the group, neither by
 * the one member that happens to lie nearest (by which a row of marks, each a little further on, would become one
 * group) nor by the one that lies farthest (by which one reviewer's short mark would split what the others agree on). On
 * top of that every two marks of a group share at least a character, unless they were joined by hand; and no group has
 * two marks of one reviewer, unless likewise.
 *
 * Time grows with the pairs of marks that overlap, times the logarithm of their number.
 */
export function clusterMarks(candidates: readonly Candidate[], index: ConstraintIndex): Candidate[][] {
  if (candidates.length === 1) return [[...candidates]];
  const units = unitsOf(candidates, index);
  const clusters: (Cluster | null)[] = units.map(clusterOfUnit);
  const queue = new Heap<Pair>(bestFirst);
  linkOverlapping(units, clusters as Cluster[], queue);
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const [a, b] = [clusters[pair.a], clusters[pair.b]];
    if (a && b) merge(clusters, pair, queue);
  }
  return clusters
    .filter((cluster) => cluster !== null)
    .map((cluster) => cluster.units.flatMap((unit) => units[unit]!.candidates));
}

function clusterOfUnit({ faces, barred }: Unit, at: number): Cluster {
  const reviewers = faces.map(({ reviewer }) => reviewer);
  return { units: [at], faces: faces.length, reviewers, barred, first: at, links: new Map() };
}

function bestFirst(a: Pair, b: Pair): number {
  return b.average - a.average || a.first - b.first || a.second - b.second;
}

/** Links all units that overlap and may be grouped: one sweep through the text. */
function linkOverlapping(units: readonly Unit[], clusters: readonly Cluster[], queue: Heap<Pair>): void {
  const order = units.map((_, at) => at).sort((a, b) => units[a]!.hull.start - units[b]!.hull.start || a - b);
  let open: number[] = [];
  for (const at of order) {
    open = open.filter((other) => units[other]!.hull.end > units[at]!.hull.start);
    for (const other of open) {
      if (!mayJoin(clusters[at]!, clusters[other]!)) continue;
      const sum = similarityOfUnits(units[at]!, units[other]!);
      if (sum > 0) link(clusters, at, other, sum, queue);
    }
    open.push(at);
  }
}

function similarityOfUnits(a: Unit, b: Unit): number {
  let sum = 0;
  for (const left of a.faces) for (const right of b.faces) sum += similarity(left.words, right.words);
  return sum;
}

function mayJoin(a: Cluster, b: Cluster): boolean {
  if (b.reviewers.some((reviewer) => a.reviewers.includes(reviewer))) return false;
  return a.barred.size === 0 || !b.units.some((unit) => a.barred.has(unit));
}

function link(clusters: readonly (Cluster | null)[], x: number, y: number, sum: number, queue: Heap<Pair>) {
  const [left, right] = [clusters[x]!, clusters[y]!];
  left.links.set(y, sum);
  right.links.set(x, sum);
  const average = rounded(sum / (left.faces * right.faces));
  if (average < LEAST_SIMILARITY) return;
  const [a, b] = left.first < right.first ? [x, y] : [y, x];
  queue.push({ average, a, b, first: clusters[a]!.first, second: clusters[b]!.first });
}

/** So that averages that are equal are equal as numbers too, in whatever order they were added up. */
function rounded(average: number): number {
  return Math.round(average * 1e9) / 1e9;
}

/** Puts one cluster in the place of two. It is linked to what both were linked to: what overlaps every mark in it. */
function merge(clusters: (Cluster | null)[], pair: Pair, queue: Heap<Pair>): void {
  const [a, b] = [clusters[pair.a]!, clusters[pair.b]!];
  const merged: Cluster = {
    units: [...a.units, ...b.units],
    faces: a.faces + b.faces,
    reviewers: [...a.reviewers, ...b.reviewers],
    barred: b.barred.size === 0 ? a.barred : new Set([...a.barred, ...b.barred]),
    first: a.first,
    links: new Map(),
  };
  const at = clusters.push(merged) - 1;
  for (const [other, sum] of a.links) {
    const neighbour = clusters[other];
    if (other === pair.b || !neighbour) continue;
    const sumOfOther = b.links.get(other);
    if (sumOfOther !== undefined && mayJoin(merged, neighbour))
      link(clusters, at, other, sum + sumOfOther, queue);
  }
  clusters[pair.a] = clusters[pair.b] = null;
  for (const other of a.links.keys()) clusters[other]?.links.delete(pair.a);
  for (const other of b.links.keys()) clusters[other]?.links.delete(pair.b);
}
