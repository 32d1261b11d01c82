import { MAX_INDENT, MAX_QUOTE, schema } from '@assay/shared/article';
import type { Attrs, Node, NodeType } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';

/** A block with where it stands: `pos` is before it, `number` counts from the start of the article. */
export interface PlacedBlock {
  readonly node: Node;
  readonly pos: number;
  readonly number: number;
}

/** The blocks that the selection touches, rules included. */
export function selectedBlocks(state: EditorState): readonly PlacedBlock[] {
  const { $from, $to } = state.selection;
  const { doc } = state;
  const first = $from.index(0);
  const last = Math.max(first, $to.depth === 0 && !$to.nodeBefore ? first : $to.indexAfter(0) - 1);
  const blocks: PlacedBlock[] = [];
  doc.forEach((node, pos, number) => {
    if (number >= first && number <= last) blocks.push({ node, pos, number });
  });
  return blocks;
}

/** What a block keeps when it becomes another kind: where it stands, and what newer versions wrote on it. */
function keptAttributes({ type, attrs }: Node): Attrs {
  const { quote, indent, x } = attrs;
  if (type !== schema.nodes.unknown_block) return { quote, indent, x };
  // The kind that made it unknown goes; everything else on it stays.
  const { t, ...others } = (x ?? {}) as Record<string, unknown>;
  return { quote, indent, x: Object.keys(others).length > 0 ? others : null };
}

/** Makes a text block another kind in place: its characters, its quote and its indent stay. Cells stay cells. */
export function retype(tr: Transaction, { node, pos }: PlacedBlock, type: NodeType, attrs: Attrs = {}): void {
  if (!node.isTextblock || isCell(node)) return;
  const at = tr.mapping.map(pos);
  const wanted = { ...keptAttributes(node), ...attrs };
  if (node.hasMarkup(type, wanted)) return;
  if (node.type === type) tr.setNodeMarkup(at, null, wanted);
  else tr.setBlockType(at + 1, at + 1 + node.content.size, type, wanted);
}

/** Changes some attributes of a block in place; its kind, text and other attributes stay. */
export function reattribute(tr: Transaction, { node, pos }: PlacedBlock, attrs: Attrs): void {
  if (isCell(node)) return;
  const at = tr.mapping.map(pos);
  for (const [name, value] of Object.entries(attrs))
    if (node.attrs[name] !== value) tr.setNodeAttribute(at, name, value);
}

export function isCell(node: Node | null | undefined): boolean {
  return node?.type === schema.nodes.cell;
}

export function deeper(value: unknown, by: number, most: number): number {
  return Math.min(Math.max(Number(value) + by, 0), most);
}

export const deeperIndent = (node: Node, by: number) => deeper(node.attrs.indent, by, MAX_INDENT);
export const deeperQuote = (node: Node, by: number) => deeper(node.attrs.quote, by, MAX_QUOTE);

export function isListItem(node: Node | null | undefined): boolean {
  return node?.type === schema.nodes.list_item;
}
