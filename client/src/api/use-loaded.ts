import { useCallback, useEffect, useState } from 'react';
import { wordsOf } from './errors.ts';

/** What a view shows while and after it asks the server. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'loaded'; readonly value: Value };

/**
 * Asks once per mount and again on `reload`; an answer that comes after the view has gone, or after a newer
 * question, is dropped. While it asks again, what was loaded stays. `ask` must keep its identity.
 */
export function useLoaded<Value>(ask: (signal: AbortSignal) => Promise<Value>) {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' });
  const [question, setQuestion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `question` asks again
  useEffect(() => {
    const abort = new AbortController();
    ask(abort.signal).then(
      (value) => !abort.signal.aborted && setLoaded({ kind: 'loaded', value }),
      (thrown) => !abort.signal.aborted && setLoaded({ kind: 'failed', message: wordsOf(thrown) }),
    );
    return () => abort.abort();
  }, [ask, question]);
  const reload = useCallback(() => setQuestion((count) => count + 1), []);
  return { loaded, reload };
}
