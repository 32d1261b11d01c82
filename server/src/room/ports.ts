import type { Guide, GuideId, Moment, Person, PersonId } from '@assay/shared/model';
import type { UpdateLog } from '../storage/index.ts';

export interface RoomLimits {
  /** Bytes of one update to a text. */
  readonly update: number;
  /** Bytes of a text document, with its history since the last snapshot. */
  readonly document: number;
  /** Milliseconds after which a room that nobody is in is let go. */
  readonly idle: number;
  /** Milliseconds from an edit of the text to the library's knowing of it. */
  readonly summaryDelay: number;
  /** Updates of a document since its last snapshot from which a new one is made. */
  readonly tail: number;
}

export const ROOM_LIMITS: RoomLimits = {
  update: 4 << 20,
  document: 64 << 20,
  idle: 30_000,
  summaryDelay: 2_000,
  tail: 500,
};

/** What rooms stand on. */
export interface RoomPorts {
  readonly log: UpdateLog;
  readonly limits: RoomLimits;
  personOf(id: PersonId): Promise<Person>;
  /** A version of a guide of the team's; null when there is none. */
  guideOf(id: GuideId, version: number): Promise<Guide | null>;
  now(): Moment;
  /** Told of what went wrong in the background and harmed nobody yet. */
  readonly report: (error: unknown) => void;
}
