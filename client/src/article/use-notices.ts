import { useEffect } from 'react';
import type { ArticleSession } from '../session/index.ts';
import { notify } from '../ui/index.ts';

/** Shows what the session has to tell, each once. */
export function useNotices(session: ArticleSession): void {
  useEffect(() => {
    const show = () => {
      for (const notice of session.notices.get()) {
        session.dismiss(notice.id);
        notify({ tone: notice.tone, message: notice.message });
      }
    };
    show();
    return session.notices.subscribe(show);
  }, [session]);
}
