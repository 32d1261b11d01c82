import type { Moment } from '@assay/shared/model';

/** What stands before and after a deadline's date and time. `now` in milliseconds. */
export function deadlineWords(
  at: Moment,
  now: number,
  reveals: boolean,
): { readonly before: string; readonly after: string } {
  if (Date.parse(at) <= now) return { before: 'The deadline was', after: '.' };
  return { before: 'Deadline:', after: reveals ? '. All marks are revealed then.' : '.' };
}
