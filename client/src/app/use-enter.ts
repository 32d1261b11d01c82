import { useState } from 'react';
import { useLocation } from 'wouter';
import { loadSession, wordsOf } from '../api/index.ts';

/** The way in: asks the server once at a time, then opens the library, or says why not. */
export function useEnter(ask: () => Promise<void>) {
  const [, navigate] = useLocation();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const enter = async () => {
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      await ask();
      await loadSession();
      navigate('/', { replace: true });
    } catch (thrown) {
      setError(wordsOf(thrown));
    }
    setPending(false);
  };
  return { enter, isPending, error };
}
