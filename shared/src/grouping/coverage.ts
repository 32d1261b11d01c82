import type { TextRange } from '@assay/shared/model';
import type { Face } from './constraints.ts';
import { type Spans, spansOf } from './spans.ts';

/** A stretch that some of a group's reviewers marked, and who: in the order in which they are listed there. */
export interface Stretch extends TextRange {
  readonly by: readonly string[];
}

/** The words of several faces, cut wherever one of them begins or ends. */
export function stretchesOf(faces: readonly Face[]): Stretch[] {
  const cuts = [...new Set(faces.flatMap(({ words }) => words.flatMap(({ start, end }) => [start, end])))];
  cuts.sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i]!;
    const by = faces.filter(({ words }) => words.some((word) => word.start <= start && end <= word.end));
    return by.length === 0 ? [] : [{ start, end, by: by.map(({ reviewer }) => reviewer) }];
  });
}

/** What at least so many marked. */
export function coveredBy(stretches: readonly Stretch[], least: number): Spans {
  return spansOf(stretches.filter(({ by }) => by.length >= least));
}
