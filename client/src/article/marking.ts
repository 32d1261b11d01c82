import type { LabelId } from '@assay/shared/model';
import type { ArticleEditor } from '../editor/index.ts';
import { clip, type Entry, labelOf, mark, withdrawEntry } from '../margin/index.ts';
import { announce, notify } from '../ui/index.ts';
import { type Desk, focusedEntry, openEntry, selecting } from './desk.ts';

/** Marks the selected words at once; the keyboard stays where it is, so that one can go on marking. */
export function markSelection(desk: Desk, label: LabelId): void {
  const { margin, session } = desk;
  const editor = selecting(desk);
  const ranges = editor?.heldSelection() ?? [];
  if (!editor || ranges.length === 0) {
    tellToSelect(labelOf(session, label).name);
    return;
  }
  desk.settledSelection.set(editor.selection.get().text);
  margin.composing.set(null);
  const twin = ownTwin(desk, editor, label);
  if (twin) {
    openEntry(desk, twin.id);
    announce(`You have marked this as ${labelOf(session, label).name} already`);
    return;
  }
  const words = editor.selection.get().text;
  const id = mark(session, label, ranges);
  margin.fresh.set(id);
  margin.focus(id);
  announce(`Marked as ${labelOf(session, label).name}: “${clip(words, 80)}”`);
  if (desk.narrow.get()) offerUndo(desk, id, labelOf(session, label).name);
}

let takeBackOffer: (() => void) | null = null;

/** Where the card is not in view, a short message says what happened and takes it back. One at a time. */
function offerUndo(desk: Desk, id: string, name: string): void {
  takeBackOffer?.();
  const undo = () => {
    const entry = desk.margin.entry(id);
    if (entry) withdrawEntry(desk.margin, entry);
  };
  takeBackOffer = notify({
    tone: 'success',
    message: `Marked as ${name}`,
    action: { label: 'Undo', run: undo },
  });
}

/** An active mark of one's own with this label on exactly these words: marking twice would only be a slip. */
function ownTwin(desk: Desk, editor: ArticleEditor, label: LabelId): Entry | undefined {
  const me = desk.session.me.get()?.id;
  const { from, to } = editor.view.state.selection;
  const words = editor.selection.get().text.trim();
  const marks = desk.margin.entries.get().flatMap((entry) => entry.group?.members ?? entry);
  return marks.find((entry) => {
    if (entry.label !== label || entry.creator !== me || entry.annotation?.status !== 'active') return false;
    const place = desk.margin.placements.get().get(entry.id);
    const [range, more] = place?.ranges ?? [];
    if (!range || more) return false;
    return range.from >= from && range.to <= to && place?.text.trim() === words;
  });
}

/** Begins a thread on the selected words; without any, an answer to what is in focus. */
export function commentHere(desk: Desk): void {
  const { margin } = desk;
  const editor = selecting(desk);
  const ranges = editor?.heldSelection() ?? [];
  const focused = focusedEntry(desk);
  if (!editor || ranges.length === 0) {
    if (focused) replyTo(desk, focused);
    else tellToSelect('Comment');
    return;
  }
  const words = editor.selection.get().text.trim();
  desk.settledSelection.set(editor.selection.get().text);
  margin.focus(null);
  margin.composing.set({ on: 'passage', ranges, words, lit: selectedRange(editor) });
  if (desk.narrow.get()) margin.sheetOpen.set(true);
}

export function replyTo(desk: Desk, entry: Entry): void {
  openEntry(desk, entry.id);
  desk.margin.awaited.set({ id: entry.id, part: 'reply' });
}

/** The selected words as the platform's range, whether or not the editor has the keyboard. */
function selectedRange({ view }: ArticleEditor): Range | null {
  const { from, to } = view.state.selection;
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range.collapsed ? null : range;
}

function tellToSelect(what: string): void {
  notify({ tone: 'info', message: `${what}: select words in the article first.` });
}
