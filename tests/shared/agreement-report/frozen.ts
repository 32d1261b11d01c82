import type { MarkedArticle, ReportLabel } from '@assay/shared/agreement-report';
import type {
  AnnotationId,
  Attribute,
  Attributes,
  FrozenMark,
  PersonId,
  TextRange,
} from '@assay/shared/model';

/** Marks of one reviewer from `label:start-end` words, with ends excluded; `+` joins the pieces of one mark. */
export function marksOf(
  reviewer: string,
  line: string,
  attributes: readonly Attributes[] = [],
): FrozenMark[] {
  return line
    .split(/\s+/)
    .filter(Boolean)
    .map((word, i) => {
      const [label, places] = word.split(':') as [string, string];
      const ranges = places.split('+').map((place) => {
        const [start, end] = place.split('-').map(Number) as [number, number];
        return { start, end };
      });
      const id = `${reviewer}-${i}` as AnnotationId;
      return { id, creator: reviewer as PersonId, label, ranges, attributes: attributes[i] ?? {} };
    });
}

/** An article of paragraphs of ten characters, with a line break after each, and a line of marks for each reviewer. */
export function articleOf(
  length: number,
  lines: Record<string, string>,
  more: FrozenMark[] = [],
): MarkedArticle {
  const paragraphs: TextRange[] = [];
  for (let start = 0; start < length; start += 10)
    paragraphs.push({ start, end: Math.min(length, start + 9) });
  return {
    frozen: {
      text: { sha256: '', length, paragraphs },
      reviewers: Object.keys(lines) as PersonId[],
      marks: [...Object.entries(lines).flatMap(([reviewer, line]) => marksOf(reviewer, line)), ...more],
    },
  };
}

export function guideOf(labels: Record<string, readonly Attribute[]>): ReportLabel[] {
  return Object.entries(labels).map(([id, attributes]) => ({ id, attributes }));
}
