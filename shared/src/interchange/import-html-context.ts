import type { DefaultTreeAdapterTypes } from 'parse5';
import type { DraftFormats, DraftShape } from './import-draft.ts';
import { MANY_LINES } from './import-html-elements.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** A list item being read; its first words make the item, later blocks of it are paragraphs at its indent. */
interface Item {
  readonly list: 'bullet' | 'ordered';
  readonly indent: number;
  used: boolean;
}

/** A figure being read; the caption may come before or after its picture. */
export interface Figure {
  readonly shape: { kind: 'figure'; src: string; alt: string };
  captioned: boolean;
}

/** A table row that becomes one paragraph. `separate`: another cell began since the last words. */
export interface Row {
  hasWords: boolean;
  separate: boolean;
}

/** What the elements around a place say about the words there. */
export interface Context {
  readonly formats: DraftFormats;
  readonly quote: number;
  readonly list: { readonly kind: 'bullet' | 'ordered'; readonly indent: number } | null;
  readonly item: Item | null;
  readonly level: number;
  readonly verbatim: boolean;
  readonly figure: Figure | null;
  readonly caption: boolean;
  readonly table: { counted: boolean } | null;
  readonly row: Row | null;
  /** How many `q` elements are around. */
  readonly spoken: number;
  /** What the edge of a block element means here: a new block, or merely a space or a line within the open one. */
  readonly edge: 'block' | 'space' | 'line';
}

export const TOP: Context = {
  formats: {},
  quote: 0,
  list: null,
  item: null,
  level: 0,
  verbatim: false,
  figure: null,
  caption: false,
  table: null,
  row: null,
  spoken: 0,
  edge: 'block',
};

/** The kind of block that words begin here. */
export function shapeHere(context: Context): DraftShape {
  const { level, verbatim, caption, figure, item } = context;
  if (level > 0) return { kind: 'heading', level };
  if (verbatim) return { kind: 'code_block' };
  if (caption && figure) {
    figure.captioned = true;
    return figure.shape;
  }
  if (!item) return { kind: 'paragraph' };
  if (item.used) return { kind: 'paragraph', indent: item.indent + 1 };
  item.used = true;
  return { kind: 'list_item', list: item.list, indent: item.indent };
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name && !attr.prefix)?.value;
}

/**
 * Whether each cell of a table row holds no more than one line of words, as in a table of data. Rows of tables
 * that lay out a page hold paragraphs, lists and further tables. Stops at the first such element, so that nested
 * tables cost no repeated walks.
 */
export function isPlainRow(row: HtmlElement): boolean {
  for (const cell of row.childNodes) {
    if (!('tagName' in cell)) continue;
    let lines = 0;
    const open = [cell];
    for (let element = open.pop(); element; element = open.pop()) {
      for (const child of element.childNodes) {
        if (!('tagName' in child)) continue;
        if (MANY_LINES.has(child.tagName)) return false;
        if ((child.tagName === 'p' || child.tagName === 'br') && ++lines > 1) return false;
        open.push(child);
      }
    }
  }
  return true;
}
