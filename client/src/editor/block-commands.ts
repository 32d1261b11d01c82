import { schema } from '@assay/shared/article';
import type { Attrs, Node, NodeType } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import {
  deeperIndent,
  deeperQuote,
  isCell,
  isListItem,
  type PlacedBlock,
  reattribute,
  retype,
  selectedBlocks,
} from './blocks.ts';

const { paragraph, heading, list_item, code_block, horizontal_rule } = schema.nodes;

/** A command that changes the selected blocks; not possible when nothing would change. */
function onBlocks(change: (tr: Transaction, block: PlacedBlock, state: EditorState) => void): Command {
  return (state, dispatch) => {
    const { tr } = state;
    for (const block of selectedBlocks(state)) change(tr, block, state);
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export function allBlocks(state: EditorState, holds: (node: Node) => boolean): boolean {
  const blocks = selectedBlocks(state).filter(({ node }) => node.isTextblock);
  return blocks.length > 0 && blocks.every(({ node }) => holds(node));
}

/** Makes the selected blocks this kind, or paragraphs when they all are of it already. */
function toggleKind(type: NodeType, attrs: Attrs, holds: (node: Node) => boolean): Command {
  return (state, dispatch) => {
    const off = allBlocks(state, holds);
    return onBlocks((tr, block) => retype(tr, block, off ? paragraph : type, off ? {} : attrs))(
      state,
      dispatch,
    );
  };
}

export const isHeading = (level: number) => (node: Node) =>
  node.type === heading && node.attrs.level === level;
export const isList = (kind: string) => (node: Node) => isListItem(node) && node.attrs.kind === kind;
export const isCode = (node: Node) => node.type === code_block;
export const isQuoted = (node: Node) => node.attrs.quote > 0;
export const isPlain = (node: Node) => node.type === paragraph;

export const toParagraph: Command = onBlocks((tr, block) => retype(tr, block, paragraph));
export const toHeading = (level: number) => toggleKind(heading, { level, indent: 0 }, isHeading(level));
export const toList = (kind: 'bullet' | 'ordered') => toggleKind(list_item, { kind }, isList(kind));
export const toCode = toggleKind(code_block, {}, isCode);

export const toggleQuote: Command = (state, dispatch) => {
  const off = selectedBlocks(state).every(({ node }) => isQuoted(node));
  return onBlocks((tr, block) =>
    reattribute(tr, block, { quote: off ? 0 : Math.max(1, block.node.attrs.quote) }),
  )(state, dispatch);
};

/** A list item goes at most one step deeper than the block before it; paragraphs and the like as deep as there is. */
export const indent: Command = onBlocks((tr, block, state) => {
  if (block.node.type === heading || !block.node.isTextblock) return;
  const before = block.number > 0 ? tr.doc.child(block.number - 1) : null;
  const isFirst = selectedBlocks(state)[0]!.number === block.number;
  const most = isListItem(block.node) ? (isListItem(before) ? before!.attrs.indent + 1 : 0) : 8;
  const wanted = deeperIndent(block.node, 1);
  if (wanted <= most || !isFirst) reattribute(tr, block, { indent: Math.min(wanted, most) });
});

/** One step back: less indent, then no list, then less quote. */
export const outdent: Command = onBlocks((tr, block) => {
  const { node } = block;
  if (node.attrs.indent > 0) reattribute(tr, block, { indent: deeperIndent(node, -1) });
  else if (isListItem(node)) retype(tr, block, paragraph);
  else if (node.attrs.quote > 0) reattribute(tr, block, { quote: deeperQuote(node, -1) });
});

/** The block at the caret, when the caret is in text. */
function caretBlock(state: EditorState): PlacedBlock | null {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth === 0) return null;
  return { node: $from.parent, pos: $from.before(), number: $from.index(0) };
}

/** Enter in an empty list item, quote or indented paragraph leaves it, one step a press. */
export const leaveEmptyBlock: Command = (state, dispatch) => {
  const block = caretBlock(state);
  if (!block || block.node.content.size > 0 || block.node.type === heading) return false;
  return outdent(state, dispatch);
};

/** Backspace at the start of a heading, list item, quote or code makes it plainer, before it joins anything. */
export const plainerAtStart: Command = (state, dispatch) => {
  const block = caretBlock(state);
  if (!block || state.selection.$from.parentOffset > 0) return false;
  const { node } = block;
  if (isListItem(node) || node.attrs.indent > 0) return outdent(state, dispatch);
  if (node.type === heading || node.type === code_block) return toParagraph(state, dispatch);
  return node.attrs.quote > 0 && outdent(state, dispatch);
};

/** What follows when a block is split: lists, quotes and indents go on, a heading or caption ends. */
function following(node: Node, atEnd: boolean): { type: NodeType; attrs: Attrs } {
  const { quote, indent } = node.attrs;
  if (isListItem(node)) return { type: list_item, attrs: { ...node.attrs, x: null } };
  if (node.type === heading && !atEnd) return { type: heading, attrs: { ...node.attrs, x: null } };
  return { type: paragraph, attrs: { quote, indent } };
}

/** Enter: the block in two. At the start of a heading, an empty paragraph before it. */
export const splitBlock: Command = (state, dispatch) => {
  const { tr } = state;
  if (!(state.selection instanceof TextSelection)) return false;
  tr.deleteSelection();
  const $at = tr.doc.resolve(tr.mapping.map(state.selection.from));
  if ($at.depth === 0) return false;
  const node = $at.parent;
  const atEnd = $at.parentOffset === node.content.size;
  if (node.type === heading && $at.parentOffset === 0 && !atEnd)
    tr.insert($at.before(), paragraph.create({ quote: node.attrs.quote }));
  else tr.split($at.pos, 1, [following(node, atEnd)]);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** A line break inside the block: a character in code, a break elsewhere. */
export const hardBreak: Command = (state, dispatch) => {
  const { parent, depth } = state.selection.$from;
  if (depth === 0) return false;
  const node = parent.type.spec.code ? schema.text('\n') : schema.nodes.hard_break.create();
  dispatch?.(state.tr.replaceSelectionWith(node, true).scrollIntoView());
  return true;
};

export const newlineInCode: Command = (state, dispatch) =>
  state.selection.$from.parent.type.spec.code ? hardBreak(state, dispatch) : false;

/** A rule in place of an empty paragraph, else behind the block; the caret goes on in text after it. */
export const insertRule: Command = (state, dispatch) => {
  const blocks = selectedBlocks(state);
  const last = blocks[blocks.length - 1]!;
  if (isCell(last.node)) return false;
  const { tr } = state;
  const isEmpty = last.node.isTextblock && last.node.content.size === 0;
  const end = last.pos + last.node.nodeSize;
  const rule = horizontal_rule.create({ quote: last.node.attrs.quote });
  if (isEmpty) tr.insert(last.pos, rule);
  else if (end < tr.doc.content.size) tr.insert(end, rule);
  else tr.insert(end, [rule, paragraph.create()]);
  const after = (isEmpty ? last.pos : end) + rule.nodeSize;
  tr.setSelection(TextSelection.near(tr.doc.resolve(after), 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};
