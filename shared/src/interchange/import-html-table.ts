import type { DraftShape } from './import-draft.ts';
import { attribute, type HtmlElement, MORE_THAN_WORDS } from './import-html-elements.ts';

/** The most lines that a cell of words has; one with more is a column of a page. */
const MOST_LINES = 12;
/** The most rows or columns that one cell is taken to run over. */
const MOST_SPANNED = 100;

/** What a table holds: words in cells, things that only stand beside each other, or one column without a head. */
export type TableContent = 'words' | 'more' | 'column';

/** Stops at the first element that is more than words, so that nested tables cost no repeated walks. */
export function tableContent(table: HtmlElement): TableContent {
  let widest = 0;
  let isHeaded = false;
  const open: { element: HtmlElement; lines: { count: number } }[] = [
    { element: table, lines: { count: 0 } },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    let width = 0;
    for (const child of next.element.childNodes) {
      if (!('tagName' in child)) continue;
      const tag = child.tagName;
      if (MORE_THAN_WORDS.has(tag)) return 'more';
      const isCell = tag === 'td' || tag === 'th';
      if (isCell) width++;
      if (tag === 'th') isHeaded = true;
      const lines = isCell ? { count: 0 } : next.lines;
      if (['p', 'br', 'li', 'div'].includes(tag) && ++lines.count > MOST_LINES) return 'more';
      open.push({ element: child, lines });
    }
    widest = Math.max(widest, width);
  }
  return widest > 1 || isHeaded ? 'words' : 'column';
}

/** Numbers the cells of one table as they are met, those that run over several rows or columns included. */
export class TableGrid {
  #row = -1;
  #col = 0;
  readonly #id: string;
  /** For each column, how many rows from here on a cell of an earlier row still covers. */
  readonly #covered: number[] = [];

  /** `id` tells the table from its neighbours. */
  constructor(id: string) {
    this.#id = id;
  }

  beginRow(): void {
    if (this.#row >= 0)
      for (const [col, rows] of this.#covered.entries()) this.#covered[col] = Math.max(rows - 1, 0);
    this.#row++;
    this.#col = 0;
  }

  cell(element: HtmlElement): DraftShape {
    while (this.#covered[this.#col]) this.#col++;
    const col = this.#col;
    const rows = spanned(element, 'rowspan');
    for (let width = spanned(element, 'colspan'); width > 0; width--) this.#covered[this.#col++] = rows;
    const header = element.tagName === 'th';
    return { kind: 'cell', table: this.#id, row: Math.max(this.#row, 0), col, header };
  }
}

function spanned(element: HtmlElement, name: string): number {
  const count = Number(attribute(element, name) ?? 1);
  return Number.isInteger(count) ? Math.min(Math.max(count, 1), MOST_SPANNED) : 1;
}
