import type { AnnotationId, PersonId } from './ids.ts';
import type { LabelId } from './label.ts';
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

/**
 * What a mark says about itself under one name. A list holds several words in the order given. A `Target` is a place
 * in the article: the held ends of its pieces and the words they had, as a mark's own place is kept.
 */
export type AttributeValue = string | number | boolean | readonly string[] | Target;
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
  /** Made when marking was over, in sight of the marks of others. */
  readonly late?: true;
  /** Who deleted the last of its words, and when; gone when they come back. */
  readonly orphaned?: { readonly by: PersonId; readonly at: Moment };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isAnchoredRange(value: unknown): value is AnchoredRange {
  if (!isFields(value) || !isFields(value.quote)) return false;
  const { exact, prefix, suffix } = value.quote;
  return [value.start, value.end, exact, prefix, suffix].every(isText);
}

/** Whether data has the form of a target. Whether its ends stand in an article, only the article can tell. */
export function isTarget(value: unknown): value is Target {
  return isFields(value) && Array.isArray(value.ranges) && value.ranges.every(isAnchoredRange);
}

export function isAttributeValue(value: unknown): value is AttributeValue {
  if (Array.isArray(value)) return value.every(isText);
  return isText(value) || typeof value === 'boolean' || Number.isFinite(value) || isTarget(value);
}
