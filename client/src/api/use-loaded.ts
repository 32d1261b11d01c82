import { useCallback, useEffect, useState } from 'react';
import { wordsOf } from './errors.ts';
import { serverAnswers } from './reach.ts';

/** What a view shows while and after it asks the server. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'loaded'; readonly value: Value };

/**
 * Asks once per mount, again on `reload`, when the person comes back to the window, and when the server stops or begins
 * to answer; an answer that comes after the view has gone, or after a newer question, is dropped. While it asks again, and if that fails, what was loaded
 * stays. `ask` must keep its identity.
 */
export function useLoaded<Value>(ask: (signal: AbortSignal) => Promise<Value>) {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' });
  const [question, setQuestion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `question` asks again
  useEffect(() => {
    const abort = new AbortController();
    ask(abort.signal).then(
      (value) => !abort.signal.aborted && setLoaded({ kind: 'loaded', value }),
      (thrown) =>
        !abort.signal.aborted &&
        setLoaded((last) => (last.kind === 'loaded' ? last : { kind: 'failed', message: wordsOf(thrown) })),
    );
    return () => abort.abort();
  }, [ask, question]);
  const reload = useCallback(() => setQuestion((count) => count + 1), []);
  useEffect(() => {
    const comeBack = () => document.visibilityState === 'visible' && reload();
    document.addEventListener('visibilitychange', comeBack);
    return () => document.removeEventListener('visibilitychange', comeBack);
  }, [reload]);
  useEffect(() => serverAnswers.subscribe(reload), [reload]);
  return { loaded, reload };
}
