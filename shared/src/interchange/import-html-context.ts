import type { DraftFormats, DraftShape } from './import-draft.ts';
import type { TableGrid } from './import-html-table.ts';

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
  readonly table: TableGrid | null;
  /** The cell around, and whether its words have begun. */
  readonly cell: DraftShape | null;
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
  cell: null,
  spoken: 0,
  edge: 'block',
};

/** The kind of block that words begin here. */
export function shapeHere(context: Context): DraftShape {
  const { level, verbatim, caption, figure, item, cell } = context;
  if (cell) return cell;
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
