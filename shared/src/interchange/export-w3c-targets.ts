import { quoteAt } from '@assay/shared/anchoring';
import type { Target, TextRange } from '@assay/shared/model';
import type { ArticleExport, Standing } from './export-article.ts';
import { codePointRanges } from './export-offsets.ts';
import { iri, type JsonLd } from './export-w3c-terms.ts';

/** Writes the W3C target of a place: one SpecificResource, or several where it has several pieces. */
export type TargetWriter = (target: Target, standing: Standing) => JsonLd | readonly JsonLd[];

/**
 * Each piece has a TextQuoteSelector and a TextPositionSelector (code points of the linear text), two ways to say the
 * same. Several selectors on one target are alternatives, so several pieces are several targets (Web Annotation Data
 * Model, 4 and 4.2). What has no place any more keeps the words it was put on, without a position.
 */
export function targetWriter({ article, text, annotations, threads }: ArticleExport): TargetWriter {
  const source = iri('article', article.id);
  const ranges = [...annotations, ...threads].flatMap(({ standing }) => standing?.ranges ?? []);
  const codePoints = codePointRanges(text, ranges);
  const here = (range: TextRange) => [
    { type: 'TextQuoteSelector', ...quoteAt(text, range) },
    { type: 'TextPositionSelector', ...codePoints.get(range)! },
  ];
  const resource = (selector: JsonLd | readonly JsonLd[]): JsonLd => ({
    type: 'SpecificResource',
    source,
    selector,
  });
  return (target, standing) => {
    const pieces =
      standing.status === 'orphaned'
        ? target.ranges.map(({ quote }) => resource({ type: 'TextQuoteSelector', ...quote }))
        : standing.ranges.map((range) => resource(here(range)));
    return pieces.length === 1
      ? pieces[0]!
      : pieces.length === 0
        ? resource({ type: 'TextQuoteSelector', exact: '' })
        : pieces;
  };
}

/** What the standard cannot say of a place: that its words changed, or went. Nothing for one that is exact. */
export function standingMembers(target: Target, { status }: Standing): JsonLd {
  if (status === 'exact') return {};
  return {
    'assay:standing': status,
    'assay:markedWords': target.ranges.map(({ quote }) => quote.exact),
  };
}
