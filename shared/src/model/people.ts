import type { PersonId } from './ids.ts';

/** From the most to the least powerful. A person holds one role in the team and may hold another in an article. */
export const ROLES = ['owner', 'moderator', 'editor', 'reviewer', 'commenter', 'viewer'] as const;

export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.includes(value as Role);
}

/** What everybody may know of somebody. `colour` is `#rrggbb`, given by the server. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly colour: string;
  /** Acts by a token of its own and is nobody in person; absent of people, and of whoever was recorded without it. */
  readonly program?: true;
}

/** A moment: ISO 8601 in UTC with milliseconds, by the server's clock, such as `2026-02-03T04:05:06.789Z`. */
export type Moment = string;

/** The colours given to people in turn: told apart on white and on near-black, none of them a label's hue at full strength. */
export const PERSON_COLOURS = [
  '#2f6fb3',
  '#b3462f',
  '#3d8a4e',
  '#8a4fa3',
  '#a3792a',
  '#2a8f8f',
  '#b03a75',
  '#5f6b7a',
  '#6a58c0',
  '#7a8a2a',
] as const;
