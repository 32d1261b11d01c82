import type { Target, TextRange } from '@assay/shared/model';
import type * as Y from 'yjs';
import { holdUnits } from './held.ts';
import { unitsAt } from './offsets.ts';
import { isCodePointBoundary, quoteAt } from './quote.ts';

function checkRange({ start, end }: TextRange, text: string): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end)
    throw new RangeError(`Not a range: ${start} to ${end}.`);
  if (end > text.length)
    throw new RangeError(`The text has ${text.length} UTF-16 units; the range ends at ${end}.`);
  if (!isCodePointBoundary(text, start) || !isCodePointBoundary(text, end))
    throw new RangeError(`The range ${start} to ${end} cuts a character in two.`);
}

/**
 * Checks the ranges of one place. Throws a RangeError when there is none, when one is empty, outside the text or
 * cuts a code point, or when two overlap. Returns them in text order.
 */
export function sortedRanges(ranges: readonly TextRange[], text: string): readonly TextRange[] {
  if (ranges.length === 0) throw new RangeError('A place has at least one range.');
  for (const range of ranges) checkRange(range, text);
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  sorted.forEach((range, i) => {
    if (i > 0 && range.start < sorted[i - 1]!.end)
      throw new RangeError(`Two ranges of one place overlap at ${range.start}.`);
  });
  return sorted;
}

/**
 * The target that holds these ranges of the article (linear offsets, UTF-16 units) by the identity of their
 * characters, with the words found there. Nothing is trimmed. Throws a RangeError for a bad range (`sortedRanges`).
 */
export function describe(ytext: Y.Text, ranges: readonly TextRange[]): Target {
  const { text, units } = unitsAt(ytext, ranges);
  const sorted = sortedRanges(ranges, text);
  return {
    ranges: sorted.map((range) => ({
      ...holdUnits(units[ranges.indexOf(range)]!),
      quote: quoteAt(text, range),
    })),
  };
}
