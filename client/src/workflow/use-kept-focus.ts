import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from '../store/index.ts';
import { useFlow, useReview } from './use-flow.ts';

/**
 * When the button that had the keyboard goes with its phase, the keyboard stays at the review's line instead of falling to
 * the top of the page. Nothing is scrolled.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  const flow = useFlow();
  const workflow = useReview((state) => state.workflow);
  const question = useStore(flow.question);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever one of these has changed the page
  useEffect(() => {
    if (question !== null) return;
    // After a closed dialog has given the keyboard back, if what opened it is still there.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const lost = document.activeElement === document.body && last.current?.isConnected === false;
        if (lost) place.current?.focus({ preventScroll: true });
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [workflow, question, place]);
}
