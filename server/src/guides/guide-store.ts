import type { Guide, GuideId, PersonId } from '@assay/shared/model';

/** A version of a guide as it is kept. `person` is who made it, null where the server did; `made` is in milliseconds. */
export interface GuideVersion {
  readonly guide: Guide;
  readonly person: PersonId | null;
  readonly made: number;
}

/** Where the versions of guides are kept. */
export interface GuideStore {
  /** The newest version of every guide, in the order in which the guides were begun. */
  newest(): Promise<readonly GuideVersion[]>;
  /** One version, or the newest one; null when there is none. */
  read(guide: GuideId, version?: number): Promise<Guide | null>;
  /**
   * Adds a version. False, and nothing is kept, unless the newest one there is comes right before it: none for the
   * first version.
   */
  append(version: GuideVersion): Promise<boolean>;
  /** The guide that new articles go by; null when none was ever chosen. */
  forNewArticles(): Promise<GuideId | null>;
  /** Chooses that guide. */
  useForNewArticles(guide: GuideId): Promise<void>;
}
