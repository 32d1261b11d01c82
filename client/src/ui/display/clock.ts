import type { Readable } from '../../store/index.ts';

const MINUTE = 60_000;

/** The time in milliseconds, moving once a minute and only while somebody looks at it. */
export const minuteClock: Readable<number> = createClock();

function createClock(): Readable<number> {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => now,
    subscribe(listener) {
      listeners.add(listener);
      if (!timer) {
        now = Date.now();
        timer = setInterval(tick, MINUTE);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
