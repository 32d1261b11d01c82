import {
  comparedWords,
  type GroupableMark,
  groupMarks,
  type Spans,
  similarity,
  spansOf,
} from '@assay/shared/grouping';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partition } from './notation.ts';

const TEXT = 'abcdefghij'.repeat(6);
const REVIEWERS = ['A', 'B', 'C', 'D', 'E'];

interface Entry {
  readonly id: string;
  readonly reviewer: string;
  readonly words: Spans;
}

/** Average linkage as its definition says it, looking at all pairs of clusters each time. */
function linkedByDefinition(marks: readonly GroupableMark[]): string[] {
  const clusters: Entry[][] = marks
    .map(({ id, reviewer, ranges }) => ({ id, reviewer, words: comparedWords(TEXT, spansOf(ranges)) }))
    .sort(
      (a, b) =>
        a.words[0]!.start - b.words[0]!.start ||
        a.words.at(-1)!.end - b.words.at(-1)!.end ||
        (a.id < b.id ? -1 : 1),
    )
    .map((entry) => [entry]);
  for (let best = bestPair(clusters); best; best = bestPair(clusters)) {
    clusters[best.a] = [...clusters[best.a]!, ...clusters[best.b]!];
    clusters.splice(best.b, 1);
  }
  return clusters
    .map((cluster) =>
      cluster
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort();
}

/** Clusters are in the order of their first marks, so the first of the best is the one that ties go to. */
function bestPair(clusters: readonly Entry[][]): { a: number; b: number } | null {
  let best: { a: number; b: number } | null = null;
  let most = 0.3 - 1e-9;
  for (let a = 0; a < clusters.length; a++)
    for (let b = a + 1; b < clusters.length; b++) {
      const average = averageOf(clusters[a]!, clusters[b]!);
      if (average <= most + (best ? 1e-9 : 0)) continue;
      best = { a, b };
      most = average;
    }
  return best;
}

/** 0 for clusters that may not be joined. */
function averageOf(a: readonly Entry[], b: readonly Entry[]): number {
  let sum = 0;
  for (const left of a)
    for (const right of b) {
      const alike = similarity(left.words, right.words);
      if (alike === 0 || left.reviewer === right.reviewer) return 0;
      sum += alike;
    }
  return sum / (a.length * b.length);
}

const ranges = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 16 })), { minLength: 1, maxLength: 2 })
  .map((pieces) => pieces.map(([start, size]) => ({ start, end: start + size })));
const marks = fc
  .array(fc.record({ reviewer: fc.constantFrom(...REVIEWERS), ranges }), { maxLength: 18 })
  .map((list) => list.map((one, n) => ({ ...one, id: `m${n}`, label: 'claim' })));

it('[GR3] groups are those of average linkage by its definition', () => {
  fc.assert(
    fc.property(marks, (list) => {
      const { groups } = groupMarks(list, TEXT, { reviewers: REVIEWERS });
      expect(partition(groups)).toEqual(linkedByDefinition(list));
    }),
    { numRuns: 2000 },
  );
});
