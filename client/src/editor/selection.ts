import { describe } from '@assay/shared/anchoring';
import type { TextRange } from '@assay/shared/model';
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type * as Y from 'yjs';
import type { ArticleSelection, HeldRange } from './article-editor.ts';
import { linearTextBetween, offsetOf, type Span } from './positions.ts';

const EMPTY: ArticleSelection = { empty: true, ranges: [], text: '' };

/** The selected stretch without white space at its ends; null when nothing else is selected. */
function trimmedSelection(doc: Node, { from, to }: Span): TextRange | null {
  const text = linearTextBetween(doc, { from, to });
  const start = offsetOf(doc, from) + text.length - text.trimStart().length;
  const end = start + text.trim().length;
  return start < end ? { start, end } : null;
}

/** What is selected, in linear offsets as they are, untrimmed. The same object as `before` when nothing changed. */
export function readSelection(state: EditorState, before: ArticleSelection | undefined): ArticleSelection {
  const { from, to, empty } = state.selection;
  if (empty) return EMPTY;
  const start = offsetOf(state.doc, from);
  const text = linearTextBetween(state.doc, { from, to });
  const end = start + text.length;
  const range = before?.ranges[0];
  if (range?.start === start && range.end === end && before?.text === text) return before;
  return { empty: start === end, ranges: start < end ? [{ start, end }] : [], text };
}

/** The selection held by identity, trimmed; a selection over several blocks is one range. */
export function holdSelection(state: EditorState, ytext: Y.Text): readonly HeldRange[] {
  const { selection, doc } = state;
  const range = selection.empty ? null : trimmedSelection(doc, selection);
  if (!range) return [];
  return describe(ytext, [range]).ranges.map(({ start, end }) => ({ start, end }));
}
