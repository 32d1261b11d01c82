import { schema } from '@assay/shared/article';
import { Fragment, type Node, type Slice } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { hardBreak } from './block-commands.ts';
import { isCell } from './blocks.ts';

const { hard_break } = schema.nodes;

/** Whether the selection begins or ends in a cell and reaches beyond it. */
export function crossesCells({ selection: { $from, $to } }: EditorState): boolean {
  if ($from.depth === 0 || $to.depth === 0 || $from.sameParent($to)) return false;
  return isCell($from.parent) || isCell($to.parent);
}

/** Takes the selected words away and leaves the cells they stood in; blocks selected whole between tables go. */
function emptySelected(state: EditorState): Transaction {
  const { tr, selection, doc } = state;
  const { $from, $to, from, to } = selection;
  let end = $to.after(1);
  for (let number = $to.index(0); number >= $from.index(0); number--) {
    const node = doc.child(number);
    const start = end - node.nodeSize;
    const isEdge = start < from || end > to;
    if (!isEdge && !isCell(node)) tr.delete(start, end);
    else if (node.content.size > 0) tr.delete(Math.max(start + 1, from), Math.min(end - 1, to));
    end = start;
  }
  return tr.setSelection(TextSelection.create(tr.doc, from)).scrollIntoView();
}

export const deleteAcrossCells: Command = (state, dispatch) => {
  if (!crossesCells(state)) return false;
  dispatch?.(emptySelected(state));
  return true;
};

/** Typing over words of several cells puts the text into the first. */
export function typeAcrossCells(text: string): Command {
  return (state, dispatch) => {
    if (!crossesCells(state)) return false;
    dispatch?.(emptySelected(state).insertText(text));
    return true;
  };
}

/** What is pasted into a cell becomes lines of it. */
export function pasteIntoCell(slice: Slice): Command {
  return (state, dispatch) => {
    if (!isCell(state.selection.$from.parent) || slice.content.childCount < 2) return false;
    const lines: Node[] = [];
    slice.content.forEach((block) => {
      if (lines.length > 0) lines.push(hard_break.create());
      lines.push(...block.children);
    });
    const tr = crossesCells(state) ? emptySelected(state) : state.tr.deleteSelection();
    const at = tr.selection.from;
    tr.insert(at, Fragment.from(lines));
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(at))).scrollIntoView());
    return true;
  };
}

export const breakInCell: Command = (state, dispatch) => {
  if (!isCell(state.selection.$from.parent)) return false;
  if (crossesCells(state)) dispatch?.(emptySelected(state));
  else hardBreak(state, dispatch);
  return true;
};

/** Tab: into the next cell (1) or the one before (-1) of the same table, with its words selected. */
export function toCell(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    if (!isCell($from.parent)) return false;
    const next = state.doc.maybeChild($from.index(0) + direction);
    if (!next || !isCell(next) || next.attrs.table !== $from.parent.attrs.table) return false;
    const start = direction > 0 ? $from.after(1) + 1 : $from.before(1) - 1 - next.content.size;
    const { tr } = state;
    dispatch?.(
      tr.setSelection(TextSelection.create(tr.doc, start, start + next.content.size)).scrollIntoView(),
    );
    return true;
  };
}

/**
 * Backspace at the start of a block (-1), Delete at its end (1), where it or its neighbour is a cell: cells are never
 * joined. An empty paragraph beside a table goes; otherwise the caret steps over.
 */
export function stepOverCellEdge(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!empty || $from.depth === 0) return false;
    const { parent } = $from;
    if ($from.parentOffset !== (direction < 0 ? 0 : parent.content.size)) return false;
    const neighbour = state.doc.maybeChild($from.index(0) + direction);
    if (!isCell(parent) && !isCell(neighbour)) return false;
    const { tr } = state;
    const goes = !isCell(parent) && parent.content.size === 0;
    if (goes) tr.delete($from.before(1), $from.after(1));
    const edge = direction < 0 ? $from.before(1) : goes ? $from.before(1) : $from.after(1);
    if (neighbour) tr.setSelection(TextSelection.near(tr.doc.resolve(edge), direction));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
