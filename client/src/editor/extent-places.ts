import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { ReshapedMark } from './article-editor.ts';
import { type Pieces, samePieces } from './extent.ts';
import { drawnPieces } from './mark-decorations.ts';
import { markById } from './mark-index.ts';
import { marksOf } from './mark-plugin.ts';
import { offsetOf, type Span } from './positions.ts';
import type { End } from './text-stops.ts';

/** Where a mark is drawn now, in positions of the document; empty when it is nowhere. */
function spansOf(state: EditorState, id: string): readonly Span[] {
  const { index, emphasis } = marksOf(state);
  const one = markById(index, id);
  return one ? drawnPieces(one, emphasis) : [];
}

function offsetsOf({ doc }: EditorState, spans: readonly Span[]): Pieces {
  return spans.map(({ from, to }) => ({ start: offsetOf(doc, from), end: offsetOf(doc, to) }));
}

export function piecesOfMark(state: EditorState, id: string): Pieces {
  return offsetsOf(state, spansOf(state, id));
}

/** The mark being reshaped, in offsets; the same object as `before` when nothing changed. */
export function readReshaped(state: EditorState, before: ReshapedMark | null = null): ReshapedMark | null {
  const { reshaped } = marksOf(state).emphasis;
  if (!reshaped) return null;
  const pieces = offsetsOf(state, reshaped.pieces);
  return before?.id === reshaped.id && samePieces(before.pieces, pieces)
    ? before
    : { id: reshaped.id, pieces };
}

export function offsetAt(view: EditorView, left: number, top: number): number | null {
  const { dom } = view;
  const box = dom.getBoundingClientRect();
  // Beside the text its nearest line is meant.
  const inside = { left: Math.min(Math.max(left, box.left + 1), box.right - 1), top };
  const found = view.posAtCoords(inside);
  return found ? offsetOf(view.state.doc, found.pos) : null;
}

/** Beside the first or the last character: the edge is its own, also where the line breaks there. */
export function edgeOf(view: EditorView, id: string, end: End): DOMRect | null {
  const spans = spansOf(view.state, id);
  const span = end === 'start' ? spans[0] : spans.at(-1);
  if (!span) return null;
  const { left, top, bottom } =
    end === 'start' ? view.coordsAtPos(span.from, 1) : view.coordsAtPos(span.to, -1);
  return new DOMRect(left, top, 0, bottom - top);
}
