import type { LabelExample } from '@assay/shared/model';

type Marked = Pick<LabelExample, 'text' | 'marked'>;

/** An example as it is written: with square brackets around the words in question. */
export function toBracketed({ text, marked }: Marked): string {
  let at = 0;
  const pieces = marked.map(({ start, end }) => {
    const piece = `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
    return piece;
  });
  return pieces.join('') + text.slice(at);
}

/** Reads an example as it is written; a bracket without its other half is a sign of the text. */
export function fromBracketed(written: string): Marked {
  const marked: { start: number; end: number }[] = [];
  let text = '';
  let at = 0;
  for (const { 0: whole, 1: words, index } of written.matchAll(/\[([^[\]]+)\]/g)) {
    text += written.slice(at, index);
    marked.push({ start: text.length, end: text.length + words!.length });
    text += words;
    at = index + whole.length;
  }
  return { text: text + written.slice(at), marked };
}
