import { useEffect, useState } from 'react';
import { listMembers, type Member, useServerAnswers } from '../api/index.ts';

/** The team, asked for when it is wanted and the server answers; null until it is known, and for who may not know it. */
export function useMembers(wanted: boolean): readonly Member[] | null {
  const answers = useServerAnswers();
  const [members, setMembers] = useState<readonly Member[] | null>(null);
  const asks = wanted && answers && members === null;
  useEffect(() => {
    if (!asks) return;
    const abort = new AbortController();
    listMembers(abort.signal).then(
      (list) => !abort.signal.aborted && setMembers(list),
      // A guest of one article is not told who is in the team: those who are known from the article are enough then.
      () => {},
    );
    return () => abort.abort();
  }, [asks]);
  return members;
}
