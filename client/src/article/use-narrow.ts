import { useEffect } from 'react';
import { useStore } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** From this width on the margin has room beside the text. The same number stands in the style sheets. */
const WIDE = '(min-width: 62.5rem)';

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
