import { type Resolution, resolveAll } from '@assay/shared/anchoring';
import type { Annotation, FrozenMarks, TextRange } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import type * as Y from 'yjs';
import type { ArticleText } from './text-document.ts';

/** An active mark that has words, and where they stand. */
export interface StandingMark {
  readonly annotation: Annotation;
  readonly ranges: readonly TextRange[];
}

/** The active marks that have words left, in the order in which they were made: one walk over the article. */
export function standingMarks(ytext: Y.Text, annotations: Iterable<Annotation>): StandingMark[] {
  const active = [...annotations].filter(({ status }) => status === 'active');
  const places = resolveAll(
    ytext,
    active.map(({ target }) => target),
  );
  return active.flatMap((annotation, i) => {
    const { ranges }: Resolution = places[i]!;
    return ranges.length > 0 ? [{ annotation, ranges }] : [];
  });
}

/** Who counts: those who were to mark, in the order in which they were named, then whoever else did. */
export function reviewersOf({ workflow, annotations }: ReviewState): readonly Annotation['creator'][] {
  const active = [...annotations.values()].filter(({ status }) => status === 'active');
  return [...new Set([...workflow.reviewers, ...active.map(({ creator }) => creator)])];
}

/** The marks of a review as they stand in the text now. */
export function freeze(state: ReviewState, ytext: Y.Text, text: ArticleText): FrozenMarks {
  return {
    text: { sha256: text.sha256, length: text.linear.length, paragraphs: linesOf(text.linear) },
    reviewers: reviewersOf(state),
    marks: standingMarks(ytext, state.annotations.values()).map(({ annotation, ranges }) => {
      const { id, creator, label, attributes } = annotation;
      return { id, creator, label, ranges, attributes };
    }),
  };
}

/** The lines of a text that have words: its blocks, and what hard breaks part. */
function linesOf(linear: string): TextRange[] {
  const lines: TextRange[] = [];
  for (const { index, 0: line } of linear.matchAll(/[^\n]+/g))
    if (/\S/.test(line)) lines.push({ start: index, end: index + line.length });
  return lines;
}
