const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** English, as the rest of the tool's words. Numbers and dates follow the same language. */
const LANGUAGE = 'en';

const relative = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });
const day = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'full', timeStyle: 'short' });

/**
 * A moment as people say it: relative within a week, else the day; what lies less than a minute ahead is a clock that is
 * behind. `now` in milliseconds.
 */
export function describeMoment(at: string, now: number): string {
  const time = Date.parse(at);
  const since = now - time;
  const distance = Math.abs(since);
  if (distance < MINUTE) return 'just now';
  if (distance < HOUR) return relative.format(-Math.round(since / MINUTE), 'minute');
  if (distance < DAY) return relative.format(-Math.round(since / HOUR), 'hour');
  if (distance < 7 * DAY) return relative.format(-Math.round(since / DAY), 'day');
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? day : dayAndYear).format(time);
}

/** The whole date and time in the person's own time zone. */
export function fullMoment(at: string): string {
  return full.format(Date.parse(at));
}
