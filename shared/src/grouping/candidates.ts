import type { LabelId, TextRange } from '@assay/shared/model';
import { comparedWords } from './compared-words.ts';
import { hullOf, type Spans, spansOf } from './spans.ts';

/** A mark as grouping sees it. `ranges` are UTF-16 offsets in the linear text, end exclusive, several for one in pieces. */
export interface GroupableMark {
  readonly id: string;
  readonly reviewer: string;
  readonly label: LabelId;
  readonly ranges: readonly TextRange[];
}

/** A mark made ready for comparing. */
export interface Candidate {
  readonly mark: GroupableMark;
  /** What was marked. */
  readonly marked: Spans;
  /** What of it is compared, and from where to where that reaches. */
  readonly words: Spans;
  readonly hull: TextRange;
}

/** Throws a RangeError for a mark that covers nothing, or anything outside the text. */
export function candidateOf(mark: GroupableMark, text: string): Candidate {
  const outside = mark.ranges.find(
    ({ start, end }) =>
      !(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length),
  );
  if (outside)
    throw new RangeError(
      `The mark ${mark.id} covers ${outside.start} to ${outside.end}, outside a text of ${text.length} units.`,
    );
  const marked = spansOf(mark.ranges);
  if (marked.length === 0) throw new RangeError(`The mark ${mark.id} covers nothing; leave it out.`);
  const words = comparedWords(text, marked);
  return { mark, marked, words, hull: hullOf(words) };
}

/** By where marks begin, then where they end, then by id: no two are equal. */
export function inTextOrder(a: Candidate, b: Candidate): number {
  return (
    a.marked[0]!.start - b.marked[0]!.start ||
    a.marked.at(-1)!.end - b.marked.at(-1)!.end ||
    (a.mark.id < b.mark.id ? -1 : 1)
  );
}
