import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';

/** A position of a selection; -1 stays with what is before it, 1 with what comes after. */
export interface SelectionEdge {
  readonly position: number;
  readonly side: -1 | 1;
}

/** The two ends of a selection of text; none of any other. */
export function edgesOf({ selection }: EditorState): readonly SelectionEdge[] {
  if (!(selection instanceof TextSelection)) return [];
  return [
    { position: selection.from, side: selection.empty ? -1 : 1 },
    { position: selection.to, side: -1 },
  ];
}

/**
 * Keeps the person's selection through somebody else's change. A caret stays behind the character before it, so that
 * a paragraph that another adds after one's own does not take the caret along; a range never grows at its edges. What
 * they were about to type keeps its formats.
 */
export function keepSelection(tr: Transaction, before: EditorState, moved: readonly number[]): void {
  const { selection, storedMarks } = before;
  const [from, end] = moved;
  if (selection instanceof TextSelection && from !== undefined && end !== undefined) {
    const to = Math.max(from, end);
    const forward = selection.anchor <= selection.head;
    const [anchor, head] = [tr.doc.resolve(forward ? from : to), tr.doc.resolve(forward ? to : from)];
    tr.setSelection(TextSelection.between(anchor, head));
  }
  if (storedMarks) tr.setStoredMarks(storedMarks);
}
