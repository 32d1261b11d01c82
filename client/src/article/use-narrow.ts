import { useEffect } from 'react';
import { useStore } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** From this width on the margin has room beside the text. The same number stands in the style sheets. */
const WIDE = '(min-width: 62.5rem)';

/** Whether the agenda covers the whole screen, so that nothing behind it can be reached. */
export function useCovered(desk: Desk): boolean {
  const open = useStore(desk.agenda.open);
  const composing = useStore(desk.margin.composing) !== null;
  return useStore(desk.narrow) && open && !composing;
}

/** Whether the margin has no room beside the text; kept in the desk. */
export function useNarrow(desk: Desk): boolean {
  useEffect(() => {
    const wide = matchMedia(WIDE);
    const look = () => desk.narrow.set(!wide.matches);
    look();
    wide.addEventListener('change', look);
    return () => wide.removeEventListener('change', look);
  }, [desk]);
  return useStore(desk.narrow);
}
