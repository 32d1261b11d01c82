import type { TextRange } from '@assay/shared/model';
import { ARTICLE_ROOT } from '@assay/shared/ydoc';
import * as Y from 'yjs';

/** An article of paragraphs written as lines, with ranges in brackets: `One [two] three\nfo[ur]`. */
export interface MarkedArticle {
  readonly doc: Y.Doc;
  readonly ytext: Y.Text;
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

export function articleOf(doc: Y.Doc): Y.Text {
  return doc.getText(ARTICLE_ROOT);
}

/** The offsets of `[…]` in a text and the text without them. */
export function bracketed(marked: string): { text: string; ranges: TextRange[] } {
  const ranges: TextRange[] = [];
  let text = '';
  let start = 0;
  for (const unit of marked) {
    if (unit === '[') start = text.length;
    else if (unit === ']') ranges.push({ start, end: text.length });
    else text += unit;
  }
  return { text, ranges };
}

export function seed(ytext: Y.Text, text: string): void {
  ytext.doc!.transact(() => {
    for (const line of text.split('\n')) {
      ytext.insertEmbed(ytext.length, new Y.Map());
      if (line) ytext.insert(ytext.length, line);
    }
  });
}

export function marked(notation: string): MarkedArticle {
  const { text, ranges } = bracketed(notation);
  const doc = new Y.Doc();
  const ytext = articleOf(doc);
  seed(ytext, text);
  return { doc, ytext, text, ranges };
}

/** The text with these ranges in brackets, as a line. Ranges must be in order. */
export function show(text: string, ranges: readonly TextRange[]): string {
  return [...ranges]
    .reverse()
    .reduce(
      (out, { start, end }) => `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`,
      text,
    );
}

/** Y.Text index of a linear offset: the first block's marker stands before everything. */
export function at(offset: number): number {
  return offset + 1;
}

/** Another copy of a document, with a client id of its own, and the way to bring both to the same state. */
export function peer(doc: Y.Doc): { doc: Y.Doc; ytext: Y.Text; sync: () => void } {
  const other = new Y.Doc();
  const sync = () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
  };
  sync();
  return { doc: other, ytext: articleOf(other), sync };
}
