import type { GroupId, PersonId, SessionId } from './ids.ts';
import type { Moment } from './people.ts';

/** Somebody's presence in a review session. */
export interface Attendance {
  readonly person: PersonId;
  readonly joined: Moment;
  readonly left?: Moment;
  /** Whether the person's role lets them vote. */
  readonly votes: boolean;
}

/** A meeting in which groups are settled. Whoever leads it decides which item everybody is on. */
export interface Session {
  readonly id: SessionId;
  readonly creator: PersonId;
  readonly created: Moment;
  readonly presenter: PersonId;
  /** The item that the presenter is on. */
  readonly current: GroupId | null;
  readonly attendance: readonly Attendance[];
  /** Counts down from when it was started; null when there is none. */
  readonly timer: { readonly started: Moment; readonly seconds: number } | null;
  readonly ended?: Moment;
}

/** Who is in a session now. */
export function present({ attendance }: Session): readonly PersonId[] {
  return attendance.filter(({ left }) => left === undefined).map(({ person }) => person);
}
