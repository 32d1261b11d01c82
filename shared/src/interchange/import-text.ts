import { cleanText, type DraftBlock, type DraftInline, draftText } from './import-draft.ts';
import type { Draft } from './import-html.ts';

/** Lines narrower than this are lines on purpose: verse, an address, a by-line. */
const NARROWEST_WRAP = 40;
/** How full a wrapped line may be judged without the next word: lines are also wrapped by pixel width. */
const FULL_ENOUGH = 0.85;
const TITLE_LIMIT = 120;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Reads plain text: paragraphs at blank lines and form feeds. A single line end inside a paragraph was made by
 * wrapping when the next word would not have fitted any more; then the lines are joined. Otherwise it is kept as a
 * line break.
 */
export function draftFromText(source: string): Draft {
  const text = cleanText(source.replace(/^\uFEFF/, '').replace(/\r\n?|[\u2028\u0085]/g, '\n'));
  const blocks = text
    .split(/\n[ \t]*(?=\n)|\f|\u2029/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map(trimLine)
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
    .map(paragraphOf);
  return { blocks, title: headline(blocks) };
}

function trimLine(line: string): string {
  return line.replace(/[ \t\v]+/g, ' ').replace(/^ | $/g, '');
}

function paragraphOf(lines: readonly string[]): DraftBlock {
  const content: DraftInline[] = isWrapped(lines)
    ? [{ kind: 'text', text: lines.reduce(joinWrapped), formats: {} }]
    : lines.flatMap((text, at): DraftInline[] => {
        const words: DraftInline = { kind: 'text', text, formats: {} };
        return at === 0 ? [words] : [{ kind: 'break' }, words];
      });
  return { shape: { kind: 'paragraph' }, quote: 0, content };
}

/** Whether every line but the last is so full that the first word of the next had to go below. */
function isWrapped(lines: readonly string[]): boolean {
  const width = Math.max(...lines.map((line) => line.length));
  if (width < NARROWEST_WRAP) return false;
  return lines.slice(0, -1).every((line, at) => {
    const next = lines[at + 1] ?? '';
    const word = CJK.test(next[0] ?? '') ? 1 : next.split(' ', 1)[0]!.length;
    return line.length + 1 + word > width * FULL_ENOUGH;
  });
}

/** Chinese and Japanese lines are joined without a space. */
function joinWrapped(before: string, after: string): string {
  const tight = CJK.test(before.at(-1) ?? '') && CJK.test(after[0] ?? '');
  return `${before}${tight ? '' : ' '}${after}`;
}

/** A short first paragraph of one line, without a full stop, is the headline. */
function headline(blocks: readonly DraftBlock[]): string {
  const first = blocks.length > 1 ? blocks[0] : undefined;
  const text = first && first.content.length === 1 ? draftText(first) : '';
  return text.length <= TITLE_LIMIT && !/[.:;,]$/.test(text) ? text : '';
}
