import { useState } from 'react';
import { useLocation } from 'wouter';
import { importArticle, wordsOf } from '../api/index.ts';
import { notify } from '../ui/index.ts';
import { SAMPLE_ARTICLE } from './sample-article.ts';

/** Brings in the sample article and opens it. */
export function useSampleImport() {
  const [, navigate] = useLocation();
  const [isPending, setPending] = useState(false);
  const importSample = async () => {
    if (isPending) return;
    setPending(true);
    try {
      const { id } = await importArticle(SAMPLE_ARTICLE);
      navigate(`/articles/${id}`);
    } catch (thrown) {
      notify({ tone: 'error', message: wordsOf(thrown) });
      setPending(false);
    }
  };
  return { importSample, isPending };
}
