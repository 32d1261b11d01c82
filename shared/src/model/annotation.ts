import type { LabelId } from './guide.ts';
import type { AnnotationId, PersonId } from './ids.ts';
import type { Moment } from './people.ts';

/**
 * The words of a range when it was last anchored, as W3C's TextQuoteSelector: `prefix` and `suffix` are up to 32
 * UTF-16 units of the linear text before and after, shortened to whole code points.
 */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A stretch of the linear text: UTF-16 units, end exclusive, `0 <= start < end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of the article, held by the identity of its first and last character: `start` and `end` are Yjs
 * relative positions in the article's Y.Text (`Y.encodeRelativePosition`, base64), start with association 0 and
 * end with association -1, so that typing at either edge stays outside.
 */
export interface AnchoredRange {
  readonly start: string;
  readonly end: string;
  readonly quote: Quote;
}

/** Where an annotation or a passage thread points: one range, or several for a discontinuous span, in text order. */
export interface Target {
  readonly ranges: readonly AnchoredRange[];
}

export type AttributeValue = string | number | boolean | readonly string[];
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** One person's mark: a label on a target. `withdrawn` marks stay in the record and on no page. */
export interface Annotation {
  readonly id: AnnotationId;
  readonly label: LabelId;
  readonly target: Target;
  readonly attributes: Attributes;
  readonly creator: PersonId;
  readonly created: Moment;
  readonly modified: Moment;
  readonly status: 'active' | 'withdrawn';
  /** Who deleted the last of its words, and when; gone when they come back. */
  readonly orphaned?: { readonly by: PersonId; readonly at: Moment };
}
