import type { TextRange } from '@assay/shared/model';
import {
  type ArticleEditor,
  type End,
  nudged,
  type Pieces,
  samePieces,
  snapped,
  type Unit,
  withoutWords,
  withWords,
} from '../editor/index.ts';
import { announce, notify } from '../ui/index.ts';
import { takeValue } from './details/acts.ts';
import type { Entry } from './entry.ts';
import type { Aim, Margin } from './margin.ts';
import { changeExtent, rightsOn } from './wishes.ts';
import { clip } from './words.ts';

/** The editor and the entry, when this person may say which words the entry covers. */
function reshapable(margin: Margin, id: string): { editor: ArticleEditor; entry: Entry } | null {
  const editor = margin.editor.get();
  const entry = margin.entry(id);
  return editor && entry && rightsOn(margin.session, entry).reshape ? { editor, entry } : null;
}

function keep(margin: Margin, id: string, pieces: Pieces): boolean {
  const found = reshapable(margin, id);
  if (!found?.entry.annotation || samePieces(found.editor.piecesOf(id), pieces)) return false;
  const ranges = found.editor.hold(pieces);
  if (ranges.length > 0) changeExtent(margin.session, found.entry.annotation.id, ranges);
  return ranges.length > 0;
}

/** The selected words; null, with a word on what to do, when there are none. */
function selectedIn(editor: ArticleEditor): { range: TextRange; words: string } | null {
  const { ranges, text } = editor.selection.get();
  if (ranges[0]) return { range: ranges[0], words: clip(text.trim(), 60) };
  notify({ tone: 'info', message: 'Select words in the article first.' });
  return null;
}

/** Adds the selected words to a mark; one whose own words are gone stands on them from then on. */
export function addSelection(margin: Margin, id: string): boolean {
  const found = reshapable(margin, id);
  const selected = found && selectedIn(found.editor);
  if (!found || !selected) return false;
  const text = margin.session.linearText();
  const { entry } = found;
  const pieces = withWords(text, found.editor.piecesOf(id), selected.range);
  const kept = keep(margin, id, pieces);
  if (!kept) notify({ tone: 'info', message: 'These words are part of the mark already.' });
  else announce(`${entry.status === 'orphaned' ? 'Put back on' : 'Added'}: “${selected.words}”`);
  return kept;
}

/** Takes the selected words out of a mark; the last ones stay, for that would be withdrawing it. */
export function takeSelectionOut(margin: Margin, id: string): void {
  const found = reshapable(margin, id);
  const selected = found && selectedIn(found.editor);
  if (selected) takeOut(margin, id, selected.range, selected.words);
}

/** Takes one of several pieces out of a mark. */
export function removePiece(margin: Margin, id: string, piece: TextRange): void {
  takeOut(margin, id, piece, clip(margin.session.linearText().slice(piece.start, piece.end), 60));
}

function takeOut(margin: Margin, id: string, range: TextRange, words: string): void {
  const pieces = reshapable(margin, id)?.editor.piecesOf(id) ?? [];
  const left = withoutWords(margin.session.linearText(), pieces, range);
  if (left.length === 0)
    notify({ tone: 'info', message: 'These are all its words. Withdraw the mark instead.' });
  else announce(keep(margin, id, left) ? `Taken out: “${words}”` : 'These words are not part of the mark');
}

/** Widens a mark to whole words; while its ends are being moved, only what is shown. */
export function snapMark(margin: Margin, id: string): void {
  const editor = reshapable(margin, id)?.editor;
  if (!editor) return;
  const pieces = snapped(margin.session.linearText(), editor.piecesOf(id));
  if (editor.reshaped.get()) editor.reshape({ id, pieces });
  else announce(keep(margin, id, pieces) ? 'Widened to whole words' : 'It stands on whole words already');
}

/** Shows a mark with an end moved; nothing is changed before `keepReshaped`. */
export function showReshaped(margin: Margin, id: string, pieces: Pieces): void {
  const editor = reshapable(margin, id)?.editor;
  if (editor && !samePieces(editor.piecesOf(id), pieces)) editor.reshape({ id, pieces });
}

export function nudgeEnd(margin: Margin, id: string, end: End, unit: Unit, step: 1 | -1): void {
  const pieces = margin.editor.get()?.piecesOf(id) ?? [];
  showReshaped(margin, id, nudged(margin.session.linearText(), pieces, end, unit, step));
}

/** Makes what is shown so, with one command. Whether there was anything to change. */
export function keepReshaped(margin: Margin): boolean {
  const editor = margin.editor.get();
  const reshaped = editor?.reshaped.get();
  if (!editor || !reshaped) return false;
  editor.reshape(null);
  return keep(margin, reshaped.id, reshaped.pieces);
}

/** Shows the mark as it is again. Whether there was anything to give up. */
export function dropReshaped(margin: Margin): boolean {
  const editor = margin.editor.get();
  if (!editor?.reshaped.get()) return false;
  editor.reshape(null);
  return true;
}

/** Asks for words in the article: for another piece of a mark, or for a mark that has lost its own. */
export function aimAt(margin: Margin, aim: Aim): void {
  margin.aim.set(aim);
  margin.composing.set(null);
  margin.sheetOpen.set(false);
  margin.editor.get()?.focus();
}

/** The words are chosen. */
export function takeAim(margin: Margin): void {
  const aim = margin.aim.get();
  if (aim?.attribute) takeValue(margin, aim.id, aim.attribute);
  if (!aim || aim.attribute || !addSelection(margin, aim.id)) return;
  margin.aim.set(null);
  margin.focus(aim.id);
}
