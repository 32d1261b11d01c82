import { type RefObject, useEffect } from 'react';
import { useStore } from '../store/index.ts';
import type { Awaited } from './margin.ts';
import { useMargin } from './use-margin.ts';

/** Gives the keyboard to an element when the page waits for that part of that entry. Scrolling is the page's affair. */
export function useAwaited(id: string, part: Awaited['part'], element: RefObject<HTMLElement | null>): void {
  const { awaited } = useMargin();
  const wanted = useStore(awaited, (value) => value?.id === id && value.part === part);
  useEffect(() => {
    if (!wanted || !element.current) return;
    element.current.focus({ preventScroll: part === 'card' });
    awaited.set(null);
  }, [wanted, awaited, element, part]);
}
