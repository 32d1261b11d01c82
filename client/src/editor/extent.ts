import type { TextRange } from '@assay/shared/model';
import { type End, nextStop, snapToWords, type Unit } from './text-stops.ts';

/**
 * What a mark covers, as pieces of the linear text (UTF-16 units): in text order, none empty, none with white space at
 * its ends, with words of others between any two. Everything here takes such pieces and gives such pieces.
 */
export type Pieces = readonly TextRange[];

/** The range without white space at its ends; null when nothing else is in it. */
export function trimmed(text: string, { start, end }: TextRange): TextRange | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return words.trim() ? { start: from, end: from + words.trim().length } : null;
}

/** Any ranges made into pieces: what overlaps, touches, or has but white space between, is one. */
export function piecesOf(text: string, ranges: readonly TextRange[]): Pieces {
  const sorted = ranges
    .flatMap((range) => trimmed(text, range) ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: TextRange[] = [];
  for (const range of sorted) {
    const last = pieces.at(-1);
    const touches = last && !text.slice(last.end, range.start).trim();
    if (touches) pieces[pieces.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else pieces.push(range);
  }
  return pieces;
}

export function withWords(text: string, pieces: Pieces, added: TextRange): Pieces {
  return piecesOf(text, [...pieces, added]);
}

/** The pieces without the words of `taken`; none when that were all. */
export function withoutWords(text: string, pieces: Pieces, taken: TextRange): Pieces {
  const left = pieces.flatMap(({ start, end }) => [
    { start, end: Math.min(end, taken.start) },
    { start: Math.max(start, taken.end), end },
  ]);
  return piecesOf(
    text,
    left.filter(({ start, end }) => start < end),
  );
}

/** The whole with its first or last end at `offset`; at least one character stays of the piece there. */
export function withEndAt(text: string, pieces: Pieces, end: End, offset: number): Pieces {
  const number = end === 'start' ? 0 : pieces.length - 1;
  const piece = pieces[number];
  if (!piece) return pieces;
  const moved = { ...piece, [end]: within(text, piece, end, offset) };
  return piecesOf(
    text,
    pieces.map((one, i) => (i === number ? moved : one)),
  );
}

/** Keeps an end on its side of the piece: of the other end's character, however wide it is, nothing is lost. */
function within(text: string, piece: TextRange, end: End, offset: number): number {
  const between = Math.max(0, Math.min(text.length, offset));
  if (end === 'start') {
    const last = nextStop(text, piece.end, 'start', 'character', -1) ?? piece.start;
    return Math.min(between, Math.max(last, piece.start));
  }
  const first = nextStop(text, piece.start, 'end', 'character', 1) ?? piece.end;
  return Math.max(between, Math.min(first, piece.end));
}

/** The whole with its first or last end one character, word or sentence on (1) or back (-1); the same where it cannot. */
export function nudged(text: string, pieces: Pieces, end: End, unit: Unit, step: 1 | -1): Pieces {
  const piece = end === 'start' ? pieces[0] : pieces.at(-1);
  const stop = piece && nextStop(text, piece[end], end, unit, step);
  if (!piece || stop === null || stop === undefined) return pieces;
  const crosses = end === 'start' ? stop >= piece.end : stop <= piece.start;
  return crosses ? pieces : withEndAt(text, pieces, end, stop);
}

/** Every piece widened to whole words. */
export function snapped(text: string, pieces: Pieces): Pieces {
  return piecesOf(
    text,
    pieces.map((piece) => snapToWords(text, piece)),
  );
}

export function samePieces(a: Pieces, b: Pieces): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]!.start && end === b[i]!.end);
}
