import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';

/** Moves a position of the old document into the new one: -1 stays with what is before it, 1 with what comes after. */
export type Move = (position: number, side: -1 | 1) => number;

/**
 * Keeps the person's selection through somebody else's change. A caret stays behind the character before it, so that
 * a paragraph that another adds after one's own does not take the caret along; a range never grows at its edges. What
 * they were about to type keeps its formats.
 */
export function keepSelection(tr: Transaction, before: EditorState, move: Move): void {
  const { selection, storedMarks } = before;
  if (selection instanceof TextSelection) {
    const from = move(selection.from, selection.empty ? -1 : 1);
    const to = Math.max(from, move(selection.to, -1));
    const forward = selection.anchor <= selection.head;
    const [anchor, head] = [tr.doc.resolve(forward ? from : to), tr.doc.resolve(forward ? to : from)];
    tr.setSelection(TextSelection.between(anchor, head));
  }
  if (storedMarks) tr.setStoredMarks(storedMarks);
}
