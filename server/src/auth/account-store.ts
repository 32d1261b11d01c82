import type { ArticleId, Person, PersonId, Role } from '@assay/shared/model';
import type { Account, Invite, PersonKind, Session } from './records.ts';

export interface NewPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly kind: PersonKind;
  readonly role: Role | null;
}

/** A role in one article that goes beside or against the role in the team. */
export interface ArticleRole {
  readonly article: ArticleId;
  readonly role: Role;
}

export interface NewInvite extends Omit<Invite, 'created' | 'expires' | 'revoked'> {
  readonly hash: string;
  readonly created: number;
  readonly expires: number;
}

/**
 * The port to where accounts are kept. Every write is durable when its promise settles, and all or nothing. Secrets
 * come here as hashes. What a method must not do twice it says by its boolean.
 */
export interface AccountStore {
  teamName(): Promise<string | null>;

  /** Replaces the set-up token, which only counts while nobody owns the team. */
  putSetupToken(hash: string, expires: number): Promise<void>;
  /** Spends the set-up token on the team and its owner, with their first session; false if it does not count (any more). */
  claimTeam(hash: string, now: number, team: string, owner: NewPerson, session: Session): Promise<boolean>;
  hasOwner(): Promise<boolean>;

  account(person: PersonId): Promise<Account | null>;
  accounts(): Promise<readonly Account[]>;
  people(): Promise<readonly Person[]>;
  /** The role in the team and, if there is one, in the article. */
  rolesOf(person: PersonId, article: ArticleId): Promise<{ team: Role | null; article: Role | null } | null>;
  articleRoles(person: PersonId): Promise<readonly ArticleRole[]>;
  setTeamRole(person: PersonId, role: Role): Promise<void>;
  setArticleRole(person: PersonId, role: ArticleRole): Promise<void>;

  addSession(session: Session): Promise<void>;
  session(hash: string): Promise<Session | null>;
  touchSession(hash: string, seen: number, expires: number): Promise<void>;
  endSession(hash: string): Promise<void>;
  dropExpired(now: number): Promise<void>;

  addInvite(invite: NewInvite): Promise<void>;
  invites(): Promise<readonly Invite[]>;
  invite(hash: string): Promise<Invite | null>;
  /** False when there is no such invitation. */
  revokeInvite(id: string): Promise<boolean>;
  /** Spends one use on a new person, with their first session; false if the invitation does not count (any more). */
  join(
    hash: string,
    now: number,
    person: NewPerson,
    role: ArticleRole | null,
    session: Session,
  ): Promise<boolean>;
  /** Spends one use on somebody who has an account; false as for `join`. */
  spendInvite(hash: string, now: number): Promise<boolean>;

  /** Adds a program with its token. */
  addProgram(program: NewPerson, token: { id: string; hash: string }, now: number): Promise<void>;
  addToken(person: PersonId, token: { id: string; hash: string }, now: number): Promise<void>;
  /** The account that a token stands for, or null. */
  tokenHolder(hash: string): Promise<{ person: PersonId; used: number | null } | null>;
  touchToken(hash: string, used: number): Promise<void>;
  revokeTokens(person: PersonId): Promise<void>;
}
