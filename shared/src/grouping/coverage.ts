import type { TextRange } from '@assay/shared/model';
import type { Face } from './constraints.ts';
import { type Spans, spansOf } from './spans.ts';

/** A stretch that some of a group's reviewers marked, and who: in the order in which they are listed there. */
export interface Stretch extends TextRange {
  readonly by: readonly string[];
}

/** The words of several faces, cut wherever one of them begins or ends. */
export function stretchesOf(faces: readonly Face[]): Stretch[] {
  const cuts = faces.flatMap(({ words }, face) =>
    words.flatMap(({ start, end }) => [
      { at: start, face, opens: true },
      { at: end, face, opens: false },
    ]),
  );
  cuts.sort((a, b) => a.at - b.at);
  const open = new Set<number>();
  const stretches: Stretch[] = [];
  for (const [i, { at, face, opens }] of cuts.entries()) {
    if (opens) open.add(face);
    else open.delete(face);
    const end = cuts[i + 1]?.at ?? at;
    if (open.size === 0 || end === at) continue;
    stretches.push({ start: at, end, by: [...open].sort((a, b) => a - b).map((n) => faces[n]!.reviewer) });
  }
  return stretches;
}

/** What at least so many marked. */
export function coveredBy(stretches: readonly Stretch[], least: number): Spans {
  return spansOf(stretches.filter(({ by }) => by.length >= least));
}
