import type { Moment } from '@assay/shared/model';

/** Milliseconds since 1970; replaced in tests of expiry. */
export type Clock = () => number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function toMoment(milliseconds: number): Moment {
  return new Date(milliseconds).toISOString();
}
