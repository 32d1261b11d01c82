import type { EditorView } from 'prosemirror-view';
import type { Span } from './positions.ts';

/** The boxes of the lines of a stretch of words, in client coordinates; empty where nothing is laid out. */
function lineBoxes(view: EditorView, { from, to }: Span): readonly DOMRect[] {
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  const range = view.dom.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

/** The box around a stretch of words; its top is that of the first line. Null when it has no place on the screen. */
export function boxOf(view: EditorView, span: Span): DOMRect | null {
  const boxes = lineBoxes(view, span);
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, boxes[0]!.top, right - left, bottom - boxes[0]!.top);
}

/** Brings a position into the middle of the screen, when it is not well on it already. */
export function bringIntoView(view: EditorView, pos: number): void {
  const { node } = view.domAtPos(pos, 1);
  const element = node instanceof Element ? node : node.parentElement;
  const box = element?.getBoundingClientRect();
  const { innerHeight, matchMedia } = view.dom.ownerDocument.defaultView ?? window;
  if (!element || !box || (box.top >= innerHeight * 0.1 && box.bottom <= innerHeight * 0.9)) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
