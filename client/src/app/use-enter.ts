import { useState } from 'react';
import { useLocation } from 'wouter';
import { loadSession, wordsOf } from '../api/index.ts';

/** The way in: asks the server once at a time, then goes to the library or another path, or says why not. */
export function useEnter(ask: () => Promise<void>, path = '/') {
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
      navigate(path, { replace: true });
    } catch (thrown) {
      setError(wordsOf(thrown));
    }
    setPending(false);
  };
  return { enter, isPending, error };
}
