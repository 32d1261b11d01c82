const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The text with each half of a torn surrogate pair replaced by U+FFFD: Yjs cannot carry such halves. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd');
}

/** Whether cutting between these two UTF-16 units would tear a surrogate pair. */
export function tearsPair(before: number, after: number): boolean {
  return (before & 0xfc00) === 0xd800 && (after & 0xfc00) === 0xdc00;
}

/** The number of code points before a UTF-16 offset. An offset inside a pair counts the whole pair as not passed. */
export function toCodePointOffset(text: string, utf16: number): number {
  let count = 0;
  for (let i = 0; i < utf16; count++) {
    i += tearsPair(text.charCodeAt(i), text.charCodeAt(i + 1)) ? 2 : 1;
    if (i > utf16) return count;
  }
  return count;
}

/** The UTF-16 offset of a code point. Throws a RangeError past the end. */
export function fromCodePointOffset(text: string, codePoints: number): number {
  let offset = 0;
  for (let n = 0; n < codePoints; n++) {
    if (offset >= text.length) throw new RangeError(`The text has fewer than ${codePoints} code points.`);
    offset += tearsPair(text.charCodeAt(offset), text.charCodeAt(offset + 1)) ? 2 : 1;
  }
  return offset;
}

/**
 * Turns many UTF-16 offsets into code point offsets in one pass: `convert` must be called with offsets that do not
 * fall. For exports of thousands of selectors, where counting from the start each time would be quadratic.
 */
export function codePointCounter(text: string): (utf16: number) => number {
  let at = 0;
  let count = 0;
  return (utf16) => {
    if (utf16 < at) throw new RangeError('Offsets must be given in rising order.');
    while (at < utf16) {
      const width = tearsPair(text.charCodeAt(at), text.charCodeAt(at + 1)) ? 2 : 1;
      if (at + width > utf16) break;
      at += width;
      count++;
    }
    return count;
  };
}

let segmenter: Intl.Segmenter | undefined;

/** The time that segmenting takes grows faster than the text, and no word goes over a line end. */
function wordsOfLine(line: string): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  let words = 0;
  for (const segment of segmenter.segment(line)) if (segment.isWordLike) words++;
  return words;
}

/** Words by the Unicode rules, so that languages without spaces count too. */
export function wordCount(text: string): number {
  return wordCounter()(text);
}

/** Counts the words of a text that changes, as `wordCount` does: a line that was there the last time is not counted again. */
export function wordCounter(): (text: string) => number {
  let known: ReadonlyMap<string, number> = new Map();
  return (text) => {
    const lines = new Map<string, number>();
    let words = 0;
    for (const line of text.split('\n')) {
      const count = lines.get(line) ?? known.get(line) ?? wordsOfLine(line);
      lines.set(line, count);
      words += count;
    }
    known = lines;
    return words;
  };
}
