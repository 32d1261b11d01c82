import type { ArticleId, Moment, Person, PersonId, Role } from '@assay/shared/model';

/** A program acts by an API token and cannot sign in; the operator is the program that `serve` makes for its own host. */
export type PersonKind = 'person' | 'program' | 'operator';

/** Somebody with an account. `role` is the role in the team, or null for a guest of single articles. */
export interface Account {
  readonly person: Person;
  readonly kind: PersonKind;
  readonly role: Role | null;
  readonly joined: Moment;
  readonly lastSeen?: Moment;
}

/** A secret that stands for an account, by its hash. Moments are milliseconds here, for they are compared. */
export interface Session {
  readonly hash: string;
  readonly person: PersonId;
  readonly created: number;
  readonly seen: number;
  readonly expires: number;
}

/** The role that a link gives: in the team, or in one article. `usesLeft` null: as often as it likes until it expires. */
export interface Invite {
  readonly id: string;
  readonly role: Role;
  readonly article?: ArticleId;
  readonly creator: PersonId;
  readonly created: Moment;
  readonly expires: Moment;
  readonly usesLeft: number | null;
  readonly revoked: boolean;
}

export interface ApiToken {
  readonly id: string;
  readonly person: PersonId;
  readonly created: Moment;
  readonly lastUsed?: Moment;
}
