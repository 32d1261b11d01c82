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

/** The top of the first line of a stretch of words, without asking for the others where that can be told. */
export function topOf(view: EditorView, { from, to }: Span): number | null {
  const [first] = lineBoxes(view, { from, to: Math.min(to, from + 1) });
  return first ? first.top : (boxOf(view, { from, to })?.top ?? null);
}

/** A jump over more screens than this is made at once. */
const FAR = 1.5;
/** So many frames later, what lies on the way has its true height. */
const SETTLING = 4;

/**
 * Brings a position into the middle of the screen, when it is not well on it already. Over a long way it jumps, and
 * corrects itself: blocks that were never in view have their true height only when they come near.
 */
export function bringIntoView(view: EditorView, pos: number): void {
  const { innerHeight, matchMedia } = windowOf(view);
  const element = elementAt(view, pos);
  const box = element?.getBoundingClientRect();
  if (!element || !box || isWellInView(view, element)) return;
  const isFar = Math.abs(box.top - innerHeight / 2) > FAR * innerHeight;
  const calm = isFar || matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
  if (isFar) settle(view, pos, SETTLING);
}

function settle(view: EditorView, pos: number, frames: number): void {
  windowOf(view).requestAnimationFrame(() => {
    if (view.isDestroyed || pos > view.state.doc.content.size) return;
    const element = elementAt(view, pos);
    // Where it arrived, nobody's own scrolling is taken back.
    if (element && !isWellInView(view, element))
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (frames > 1) settle(view, pos, frames - 1);
  });
}

function isWellInView(view: EditorView, element: Element): boolean {
  const { innerHeight } = windowOf(view);
  const { top, bottom } = element.getBoundingClientRect();
  return top >= innerHeight * 0.1 && bottom <= innerHeight * 0.9;
}

function elementAt(view: EditorView, pos: number): Element | null {
  const { node } = view.domAtPos(pos, 1);
  return node instanceof Element ? node : node.parentElement;
}

function windowOf(view: EditorView): Window {
  return view.dom.ownerDocument.defaultView ?? window;
}
