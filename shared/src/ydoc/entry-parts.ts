/** What the guards of entries are made of. */

/** Something with an id of its own, and often a moment at which it was made. */
export interface Entry {
  readonly id: string;
  readonly created?: string;
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const isText = (value: unknown): value is string => typeof value === 'string';

/** An id as the ledger made it. Its form was checked there; here it only names something. */
export const isName = (value: unknown): value is string => isText(value) && value !== '';

export function isMoment(value: unknown): boolean {
  return isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);
}

export function isBy(value: unknown): boolean {
  return isFields(value) && isName(value.by) && isMoment(value.at);
}

export const absentOr = (check: (value: unknown) => boolean, value: unknown) =>
  value === undefined || check(value);

export function isMade(value: Fields): boolean {
  return isName(value.creator) && isMoment(value.created);
}

export const nullOr = (check: (value: unknown) => boolean, value: unknown) => value === null || check(value);

export function isList(value: unknown, check: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((entry) => check(entry));
}
