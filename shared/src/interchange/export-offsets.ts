import { codePointCounter } from '@assay/shared/article';
import type { TextRange } from '@assay/shared/model';

/**
 * The ranges counted in code points instead of UTF-16 units, as W3C's TextPositionSelector demands (Web Annotation
 * Data Model, 4.2.5). Looked up by the range object itself. One pass over the text for all of them.
 */
export function codePointRanges(
  text: string,
  ranges: readonly TextRange[],
): ReadonlyMap<TextRange, TextRange> {
  const count = codePointCounter(text);
  const offsets = [...new Set(ranges.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const codePoints = new Map(offsets.map((offset) => [offset, count(offset)]));
  return new Map(
    ranges.map((range) => [range, { start: codePoints.get(range.start)!, end: codePoints.get(range.end)! }]),
  );
}
