import type { PointerEvent as ReactPointerEvent } from 'react';
import { type ArticleEditor, type End, snapped, withEndAt } from '../editor/index.ts';
import { dropReshaped, keepReshaped, showReshaped } from '../margin/index.ts';
import type { Desk } from './desk.ts';

/** So near to the edge of the window the page moves along, in pixels. */
const BORDER = 56;
const STRIDE = 14;

/** Drags an end of a mark by pointer or finger: the mark is shown as it would be, and changed once, on release. */
export function useExtentDrag(desk: Desk, editor: ArticleEditor, id: string, end: End) {
  return (event: ReactPointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    handle.focus({ preventScroll: true });
    handle.dataset.dragged = 'true';
    const edge = editor.edgeOf(id, end);
    const middle = edge ? edge.top + edge.height / 2 : event.clientY;
    followPointer(event.pointerId, {
      // The finger holds the knob, not the line: the line of words stays as far from it as it was.
      move: moveEnd(desk, editor, {
        id,
        end,
        left: (edge?.left ?? event.clientX) - event.clientX,
        top: middle - event.clientY,
      }),
      done(kept) {
        delete handle.dataset.dragged;
        if (kept) keepReshaped(desk.margin);
        else dropReshaped(desk.margin);
      },
    });
  };
}

interface Hold {
  readonly id: string;
  readonly end: End;
  /** From the pointer to the edge that it holds, in pixels. */
  readonly left: number;
  readonly top: number;
}

/** With Shift the end goes by whole words. */
function moveEnd({ margin, session }: Desk, editor: ArticleEditor, { id, end, left, top }: Hold) {
  return ({ clientX, clientY, shiftKey }: PointerEvent) => {
    scrollAlong(clientY);
    const offset = editor.offsetAt(clientX + left, clientY + top);
    if (offset === null) return;
    const text = session.linearText();
    const pieces = withEndAt(text, editor.piecesOf(id), end, offset);
    showReshaped(margin, id, shiftKey ? snapped(text, pieces) : pieces);
  };
}

function scrollAlong(clientY: number): void {
  if (clientY < BORDER) scrollBy({ top: -STRIDE, behavior: 'instant' });
  else if (clientY > visibleBottom() - BORDER) scrollBy({ top: STRIDE, behavior: 'instant' });
}

/** Where the text ends on the screen: on a narrow one the sheet of cards covers what is below. */
function visibleBottom(): number {
  return document.querySelector('.sheet')?.getBoundingClientRect().top ?? innerHeight;
}

interface Following {
  move(event: PointerEvent): void;
  done(kept: boolean): void;
}

/** Follows one pointer until it is released (kept), taken away, or Escape is pressed. */
function followPointer(pointer: number, { move, done }: Following): void {
  const listeners = new AbortController();
  const { signal } = listeners;
  const end = (kept: boolean) => {
    listeners.abort();
    done(kept);
  };
  const mine = (act: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointer) act(event);
  };
  const options = { signal, capture: true };
  addEventListener('pointermove', mine(move), options);
  addEventListener(
    'pointerup',
    mine(() => end(true)),
    options,
  );
  addEventListener(
    'pointercancel',
    mine(() => end(false)),
    options,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    },
    options,
  );
}
