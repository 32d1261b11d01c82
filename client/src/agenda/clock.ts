import type { Session } from '@assay/shared/model';

/** Whole seconds that are left, negative when it is over. `now` is in milliseconds since 1970. */
export function secondsLeft({ started, seconds }: NonNullable<Session['timer']>, now: number): number {
  const gone = Math.floor((now - Date.parse(started)) / 1_000);
  // A clock that goes before the server's shows the whole time, not more.
  return seconds - Math.max(0, gone);
}

/** `1:05`, and over time `+0:07`. */
export function sayClock(seconds: number): string {
  const whole = Math.abs(seconds);
  const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return seconds < 0 ? `+${clock}` : clock;
}
