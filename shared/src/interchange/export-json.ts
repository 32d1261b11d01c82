import { canonicalJson, sha256Hex, type TextRange } from '@assay/shared/model';
import type { ArticleExport, Exporter, Standing } from './export-article.ts';
import { codePointRanges } from './export-offsets.ts';

/** The version of the lossless form. A reader refuses a greater one. */
export const JSON_EXPORT_VERSION = 1;

/**
 * The lossless form: one JSON object, keys in code-unit order, two spaces of indent. `text.linear` is what every
 * range counts in, in UTF-16 units (`start`, `end`) and in code points (`codePoints`); `document` is the article in
 * its own schema. Withdrawn marks, tombstones and orphans are all there.
 */
export const jsonExporter: Exporter = {
  format: 'json',
  mediaType: 'application/json',
  extension: '.json',
  export: (input) => `${JSON.stringify(JSON.parse(canonicalJson(contents(input))), null, 2)}\n`,
  losses: (input) =>
    input.events ? [] : ['The record of who did what and when is not in this file: it holds the outcome.'],
};

function contents(input: ArticleExport): object {
  const { article, document, text, people, labels, changed, events } = input;
  const standing = standingWriter(input);
  return {
    assay: JSON_EXPORT_VERSION,
    article,
    changed,
    text: { linear: text, sha256: sha256Hex(text), characters: text.length },
    document: document.toJSON(),
    labels,
    people,
    annotations: input.annotations.map((one) => ({ ...one.annotation, standing: standing(one.standing) })),
    threads: input.threads.map((one) => ({
      ...one.thread,
      ...(one.standing && { standing: standing(one.standing) }),
    })),
    comments: input.threads.flatMap(({ comments }) => comments),
    events,
  };
}

/** Writes where things stand, with the words there, so that a reader can check its own counting. */
function standingWriter({ text, annotations, threads }: ArticleExport): (standing: Standing) => object {
  const all = [...annotations, ...threads].flatMap(({ standing }) => standing?.ranges ?? []);
  const codePoints = codePointRanges(text, all);
  const written = (range: TextRange) => ({
    start: range.start,
    end: range.end,
    codePoints: codePoints.get(range),
    exact: text.slice(range.start, range.end),
  });
  return ({ status, ranges }) => ({ status, ranges: ranges.map(written) });
}
