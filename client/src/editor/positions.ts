import type { TextRange } from '@assay/shared/model';
import type { Node } from 'prosemirror-model';

/** Where a block stands: the position before it, and the linear offset of its first unit. */
interface BlockStart {
  readonly node: Node;
  readonly pos: number;
  readonly offset: number;
}

const tables = new WeakMap<Node, readonly BlockStart[]>();

/** One row a block; made once per document, when somebody asks. */
function blockTable(doc: Node): readonly BlockStart[] {
  const known = tables.get(doc);
  if (known) return known;
  const rows: BlockStart[] = [];
  let offset = 0;
  doc.forEach((node, pos) => {
    rows.push({ node, pos, offset });
    offset += node.content.size + 1;
  });
  tables.set(doc, rows);
  return rows;
}

function lastRow(rows: readonly BlockStart[], isAtOrBefore: (row: BlockStart) => boolean): BlockStart {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isAtOrBefore(rows[middle]!)) low = middle;
    else high = middle - 1;
  }
  return rows[low]!;
}

/** The ProseMirror position of a linear offset (UTF-16 units); offsets past the end are the end. */
export function posOf(doc: Node, offset: number): number {
  const row = lastRow(blockTable(doc), (one) => one.offset <= offset);
  const inside = Math.min(Math.max(offset - row.offset, 0), row.node.content.size);
  return row.pos + (row.node.isLeaf ? 0 : 1) + inside;
}

/** The linear offset (UTF-16 units) of a ProseMirror position; one between blocks is the start of the next. */
export function offsetOf(doc: Node, pos: number): number {
  const row = lastRow(blockTable(doc), (one) => one.pos <= pos);
  const inside = pos - row.pos - (row.node.isLeaf ? 0 : 1);
  return row.offset + Math.min(Math.max(inside, 0), row.node.content.size);
}

/** A stretch of the document between two ProseMirror positions. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function spanOf(doc: Node, { start, end }: TextRange): Span {
  return { from: posOf(doc, start), to: posOf(doc, end) };
}

/** Calls `visit` with each block's part of a span, in order; blocks of which nothing is covered are left out. */
export function forEachBlockPart(doc: Node, { from, to }: Span, visit: (part: Span) => void): void {
  doc.nodesBetween(from, to, (node, pos) => {
    const start = Math.max(from, pos + 1);
    const end = Math.min(to, pos + 1 + node.content.size);
    if (start < end) visit({ from: start, to: end });
    return false;
  });
}

/** The linear text of a span: blocks joined by "\n". */
export function linearTextBetween(doc: Node, { from, to }: Span): string {
  const blocks: string[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    const start = Math.max(from - pos - 1, 0);
    const end = Math.min(to - pos - 1, node.content.size);
    blocks.push(start < end ? node.textBetween(start, end) : '');
    return false;
  });
  return blocks.join('\n');
}
