import type { TextRange } from '@assay/shared/model';
import { type Spans, spansOf } from './spans.ts';

/** White space, punctuation and every kind of quotation mark; signs that mean something, as in `5 %`, are words. */
const NOISE = /[\s\p{Z}`´]|(?![%‰#@&§])\p{P}/u;
/** The words that lead into a content clause or an infinitive, when they stand alone. */
const LEAD_IN = /^(?:that|to)(?![\p{L}\p{N}'’‑-])/iu;
const LONGEST_LEAD_IN = 4;

/**
 * What of a mark is compared. Whether quotation marks, outer punctuation, outer white space, or one leading "that" or
 * "to" were marked too says nothing about the words meant; so they are left out at the edges of each piece (the word
 * only at the first), and pieces with nothing else between them are one. A mark of nothing else is compared as it is.
 */
export function comparedWords(text: string, marked: Spans): Spans {
  const pieces = marked.map((piece) => trimmed(text, piece)).filter(({ start, end }) => start < end);
  if (pieces.length === 0) return marked;
  const [first, ...rest] = pieces as [TextRange, ...TextRange[]];
  const withoutLeadIn = afterLeadIn(text, first);
  const kept = withoutLeadIn.start < withoutLeadIn.end ? [withoutLeadIn, ...rest] : rest;
  return joined(text, kept.length > 0 ? kept : pieces);
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  let [from, to] = [start, end];
  while (from < to && NOISE.test(text[from]!)) from++;
  while (to > from && NOISE.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

function afterLeadIn(text: string, piece: TextRange): TextRange {
  // One character more than the word, so that "today" is not taken for "to".
  const lead = LEAD_IN.exec(text.slice(piece.start, piece.start + LONGEST_LEAD_IN + 1));
  if (!lead || piece.start + lead[0].length > piece.end) return piece;
  return trimmed(text, { start: piece.start + lead[0].length, end: piece.end });
}

/** Closes the gaps that hold noise alone. */
function joined(text: string, pieces: readonly TextRange[]): Spans {
  return spansOf(
    pieces.map((piece, i) => {
      const next = pieces[i + 1];
      if (!next) return piece;
      const gap = trimmed(text, { start: piece.end, end: next.start });
      return gap.start === gap.end ? { start: piece.start, end: next.start } : piece;
    }),
  );
}
