/** Milliseconds: no attempt sooner, none later. */
export const RETRY_BOUNDS = { least: 500, most: 10_000 } as const;

/**
 * How long to wait before an attempt, in ms: "full jitter" (Brooker, "Exponential Backoff And Jitter", AWS
 * Architecture Blog, 2015) over a span that doubles with each failure in a row, so that a thousand pages do not come
 * back to a restarted server at one moment. `failures` counts from 1; `random` is in [0, 1).
 */
export function retryDelay(failures: number, random: number): number {
  const { least, most } = RETRY_BOUNDS;
  const span = Math.min(most, least * 2 ** Math.min(failures, 16));
  return least + random * (span - least);
}
