import type { TextRange } from '@assay/shared/model';

/** By what the end of a mark moves at a time. */
export type Unit = 'character' | 'word' | 'sentence';

/** One end of a stretch of words. */
export type End = 'start' | 'end';

const segmenters = new Map<Unit, Intl.Segmenter>();

function segmenterOf(unit: Unit): Intl.Segmenter {
  const known = segmenters.get(unit);
  if (known) return known;
  const granularity = unit === 'character' ? 'grapheme' : unit;
  const made = new Intl.Segmenter(undefined, { granularity });
  segmenters.set(unit, made);
  return made;
}

/** Joins two words into one when it stands alone between them: `well-known`, `l’État`. */
const JOINT = /^[-‐‑'’_]$/u;

/** Signs that belong to the number they touch. */
const BEFORE_NUMBER = /[$€£¥#§+−-]$/u;
const AFTER_NUMBER = /^[%‰°$€£¥]/u;

/** The words of a line with what is glued to them, by the Unicode rules; offsets in the line. */
function wordsOf(line: string): TextRange[] {
  const words: TextRange[] = [];
  for (const { segment, index, isWordLike } of segmenterOf('word').segment(line)) {
    if (!isWordLike) continue;
    const end = index + segment.length;
    const last = words.at(-1);
    if (last && JOINT.test(line.slice(last.end, index))) words[words.length - 1] = { start: last.start, end };
    else words.push({ start: index, end });
  }
  return words.map((word) => withNumberSigns(line, word));
}

function withNumberSigns(line: string, { start, end }: TextRange): TextRange {
  const words = line.slice(start, end);
  const before = /^\p{N}/u.test(words) && BEFORE_NUMBER.test(line.slice(0, start)) ? 1 : 0;
  const after = /\p{N}$/u.test(words) && AFTER_NUMBER.test(line.slice(end)) ? 1 : 0;
  return { start: start - before, end: end + after };
}

function trimmedSegments(line: string, unit: 'character' | 'sentence'): TextRange[] {
  const found: TextRange[] = [];
  for (const { segment, index } of segmenterOf(unit).segment(line)) {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    if (start < end) found.push({ start, end });
  }
  return found;
}

function segmentsOf(line: string, unit: Unit): TextRange[] {
  return unit === 'word' ? wordsOf(line) : trimmedSegments(line, unit);
}

/** The line of the linear text around an offset: its first offset and the one of its line break, or of the end. */
function lineAround(text: string, offset: number): TextRange {
  const end = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end };
}

/**
 * The next offset from `offset` (UTF-16 units of the linear text), forwards (1) or backwards (-1), at which a
 * character, word or sentence has this end; white space has none. Null where there is none left.
 */
export function nextStop(text: string, offset: number, end: End, unit: Unit, step: 1 | -1): number | null {
  let line = lineAround(text, offset);
  for (;;) {
    const stops = segmentsOf(text.slice(line.start, line.end), unit).map((one) => one[end] + line.start);
    const found = step > 0 ? stops.find((stop) => stop > offset) : stops.findLast((stop) => stop < offset);
    if (found !== undefined) return found;
    const next = step > 0 ? line.end + 1 : line.start - 1;
    if (next < 0 || next > text.length) return null;
    line = lineAround(text, next);
  }
}

const CLOSING_OR_SPACE = /^[\s.,;:!?…)\]}»”–—]+/u;
const OPENING_OR_SPACE = /[\s,;:([{«“–—]+$/u;

/** The word that an offset stands inside of. */
function wordAt(text: string, offset: number): TextRange | undefined {
  const line = lineAround(text, offset);
  const inLine = offset - line.start;
  const word = wordsOf(text.slice(line.start, line.end)).find(
    ({ start, end }) => start < inLine && inLine < end,
  );
  return word && { start: word.start + line.start, end: word.end + line.start };
}

/**
 * The stretch widened to whole words, without punctuation that belongs to words outside of it: closing signs at its
 * start, opening signs and commas at its end. Quotation marks that it already has on their side of the words stay.
 */
export function snapToWords(text: string, range: TextRange): TextRange {
  const start = wordAt(text, range.start)?.start ?? range.start;
  const end = wordAt(text, range.end)?.end ?? range.end;
  const words = text.slice(start, end);
  const from = start + (CLOSING_OR_SPACE.exec(words)?.[0].length ?? 0);
  const to = end - (OPENING_OR_SPACE.exec(words)?.[0].length ?? 0);
  return from < to ? { start: from, end: to } : range;
}
