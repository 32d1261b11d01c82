import { useEffect } from 'react';
import type { ArticleSession } from '../session/index.ts';

/** Asks before the window is closed while something is not on the server yet. */
export function useLeaveWarning(session: ArticleSession): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (session.saving.get().kind !== 'saved') event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [session]);
}
