import type { Stretch } from './article-page.ts';

export interface Span extends Stretch {
  /** The key that marks it in review mode. */
  readonly key: 'c' | 'q' | 's';
}

interface Paragraph extends Stretch {}

function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.length > 80) found.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return found;
}

/** Moves both ends to where words begin and end. */
function wholeWords(text: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (from > 0 && /\S/.test(text[from - 1]!)) from--;
  while (to < text.length && /\S/.test(text[to]!)) to++;
  return { start: from, end: to };
}

/**
 * 25 spans of an article: for each of five pairs of neighbouring paragraphs a whole paragraph, two nested in it, one
 * that crosses its end into the next paragraph, and one that coincides with a nested one under another label.
 */
export function twentyFiveSpans(text: string): Span[] {
  const paragraphs = paragraphsOf(text);
  const spans: Span[] = [];
  for (let i = 0; spans.length < 25; i += 2) {
    const [one, next] = [paragraphs[i], paragraphs[i + 1]];
    if (!one || !next) throw new RangeError('The article is too short for 25 spans.');
    const length = one.end - one.start;
    const part = (from: number, to: number) =>
      wholeWords(text, {
        start: one.start + Math.round(length * from),
        end: one.start + Math.round(length * to),
      });
    const nested = part(0.2, 0.6);
    spans.push({ ...one, key: 'c' }, { ...nested, key: 'q' }, { ...part(0.3, 0.5), key: 's' });
    spans.push({
      ...wholeWords(text, { start: one.start + Math.round(length * 0.55), end: next.start + 40 }),
      key: 's',
    });
    spans.push({ ...nested, key: 'c' });
  }
  return spans;
}

/** The paragraphs that the spans lie in, first to last. */
export function markedParagraphs(text: string): readonly Stretch[] {
  return paragraphsOf(text).slice(0, 10);
}
