import { segmentsOf, union } from '@assay/shared/agreement';
import type { TextRange } from '@assay/shared/model';
import type { Prepared } from './prepare.ts';
import type { ParagraphHeat } from './report.ts';
import { alphaByLabel, FAMILY, type Sums } from './sums.ts';

interface Stretch extends TextRange {
  /** Whether not everybody gave the same labels here. */
  readonly contested: boolean;
}

/** How far the readers of each paragraph are apart, in text order. `sums`: those of the article by paragraph. */
export function heatOf(article: Prepared, sums: readonly Sums[], labels: number): ParagraphHeat[] {
  const stretches = markedStretches(article);
  let from = 0;
  return article.frozen.text.paragraphs.map(({ start, end }, i) => {
    let [marked, contested] = [0, 0];
    while (from < stretches.length && stretches[from]!.end <= start) from++;
    for (let at = from; at < stretches.length && stretches[at]!.start < end; at++) {
      const stretch = stretches[at]!;
      const size = Math.min(stretch.end, end) - Math.max(stretch.start, start);
      marked += size;
      if (stretch.contested) contested += size;
    }
    const alpha = alphaOf(sums[i]!, labels);
    return { start, end, marked, contested, share: end > start ? contested / (end - start) : 0, alpha };
  });
}

function alphaOf(sums: Sums, labels: number): ParagraphHeat['alpha'] {
  return sums.together ? FAMILY.together(sums, labels).coefficient : alphaByLabel(sums.each);
}

/** What anybody marked, cut wherever a mark begins or ends, in text order. */
function markedStretches({ continuum }: Prepared): Stretch[] {
  const coders = continuum.coders.length;
  const numbers = new Map([...new Set(continuum.units.map(({ label }) => label))].map((one, i) => [one, i]));
  const edges = segmentsOf(continuum, (label) => numbers.get(label)).flatMap((track) =>
    [...numbers.values()].flatMap((number) =>
      union(track.filter(({ label }) => label === number)).flatMap(({ start, end }) => [
        { at: start, number, by: 1 },
        { at: end, number, by: -1 },
      ]),
    ),
  );
  edges.sort((a, b) => a.at - b.at);
  const given = new Int32Array(numbers.size);
  const stretches: Stretch[] = [];
  let position = 0;
  for (const { at, number, by } of edges) {
    if (at > position && given.some((count) => count > 0))
      stretches.push({
        start: position,
        end: at,
        contested: given.some((count) => count > 0 && count < coders),
      });
    given[number]! += by;
    position = at;
  }
  return stretches;
}
