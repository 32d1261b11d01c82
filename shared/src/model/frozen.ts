import type { Attributes, TextRange } from './annotation.ts';
import type { AnnotationId, PersonId } from './ids.ts';
import type { LabelId } from './label.ts';

/** A mark as it stood at one moment. `ranges` are UTF-16 units of the text as it was then, in text order. */
export interface FrozenMark {
  readonly id: AnnotationId;
  readonly creator: PersonId;
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
  readonly attributes: Attributes;
}

/**
 * The marks of an article as they stood at one moment, such as the end of the blind phase: what agreement is computed
 * from, whatever is changed later in the text or in the marks.
 */
export interface FrozenMarks {
  readonly text: {
    readonly sha256: string;
    /** UTF-16 units of the linear text. */
    readonly length: number;
    /** The blocks that have words, in text order. */
    readonly paragraphs: readonly TextRange[];
  };
  /** Who counts: everybody who was to mark, with marks or without, in the order in which they were named. */
  readonly reviewers: readonly PersonId[];
  readonly marks: readonly FrozenMark[];
}
