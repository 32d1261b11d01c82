import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { chainShift, type Pin, type RunningColumn } from './running-column.ts';
import type { ViewBand } from './visible-cards.ts';

interface RunParts {
  /** Sticks below the page's bars; its parent is the whole column. */
  readonly pane: RefObject<HTMLElement | null>;
  /** The chain of cards, moved within the pane. */
  readonly list: RefObject<HTMLElement | null>;
  readonly column: RunningColumn;
  readonly pin: Pin | null;
}

/** How long, in ms, the chain glides to another place when it is not scrolled there. */
const GLIDE = 260;

/** Moves the chain of a running column as the page is scrolled. What of the chain is in or near the pane, coarsely. */
export function useRun({ pane, list, column, pin }: RunParts): ViewBand {
  const [band, setBand] = useState<ViewBand>({ top: 0, bottom: 0 });
  const move = useCallback(() => {
    if (!pane.current || !list.current) return;
    const shift = shiftIn(pane.current, column, pin);
    list.current.style.transform = `translateY(${shift}px)`;
    const next = bandAt(-shift, column.pane);
    setBand((before) => (before.top === next.top && before.bottom === next.bottom ? before : next));
  }, [pane, list, column, pin]);
  useLayoutEffect(move, [move]);
  useGlide(list, pin);
  useEffect(() => {
    let frame = 0;
    const schedule = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        // The cards that come into the pane are to be there in the same frame.
        flushSync(move);
      });
    };
    addEventListener('scroll', schedule, { passive: true, capture: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', schedule, { capture: true });
    };
  }, [move]);
  return band;
}

/** Lets the chain glide to where another card in focus wants it. */
function useGlide(list: RefObject<HTMLElement | null>, pin: Pin | null): void {
  const last = useRef(pin);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element || last.current?.top === pin?.top) return;
    last.current = pin;
    element.dataset.gliding = '';
    const timer = setTimeout(() => delete element.dataset.gliding, GLIDE);
    return () => clearTimeout(timer);
  }, [list, pin]);
}

/** Where the chain's beginning is to stand in the pane. */
function shiftIn(pane: HTMLElement, column: RunningColumn, pin: Pin | null): number {
  const stuckAt = Number.parseFloat(getComputedStyle(pane).top) || 0;
  const at = stuckAt - pane.parentElement!.getBoundingClientRect().top;
  const here = Math.min(Math.max(at, 0), Math.max(0, column.length - column.pane));
  return Math.round(chainShift(column, here, pin) - here);
}

/** A pane's height more on either side, in steps of a quarter of it, so that scrolling draws cards only now and then. */
function bandAt(top: number, pane: number): ViewBand {
  const step = Math.max(1, pane / 4);
  const from = Math.floor(top / step) * step;
  return { top: from - pane, bottom: from + step + 2 * pane };
}
