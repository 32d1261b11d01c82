import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import type { ViewBand } from './visible-cards.ts';

/** The view moves on by steps of this many pixels, so that scrolling draws cards anew only now and then. */
const STEP = 200;

/** The part of an element that is on the screen, in its own pixels, coarsely. */
export function useViewBand(element: RefObject<HTMLElement | null>): ViewBand {
  const [band, setBand] = useState<ViewBand>({ top: 0, bottom: 1000 });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      if (!element.current) return;
      const top = Math.floor(-element.current.getBoundingClientRect().top / STEP) * STEP;
      const bottom = top + Math.ceil(innerHeight / STEP + 1) * STEP;
      setBand((before) => (before.top === top && before.bottom === bottom ? before : { top, bottom }));
    };
    const schedule = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', schedule, { passive: true, capture: true });
    addEventListener('resize', schedule);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', schedule, { capture: true });
      removeEventListener('resize', schedule);
    };
  }, [element]);
  return band;
}

/** The height of the window in pixels, followed. */
export function useScreenHeight(): number {
  return useSyncExternalStore(onResize, () => innerHeight);
}

function onResize(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}
