import { type ArticleId, newId, type Person, type PersonId, ROLES, type Role } from '@assay/shared/model';
import type { AccountStore, NewPerson } from './account-store.ts';
import { type Clock, DAY, HOUR, MINUTE, toMoment } from './clock.ts';
import { type Credential, type CredentialHeaders, credentialOf } from './credentials.ts';
import { cleanName } from './names.ts';
import type { Account, Invite, Session } from './records.ts';
import { hashSecret, newSecret, TOKEN_PREFIX } from './secrets.ts';

/** A session ends after this long without a request, and in any case this long after it began. */
const SESSION_IDLE = 30 * DAY;
const SESSION_LIFE = 90 * DAY;
/** How often "last seen" is written at most. */
const TOUCH_INTERVAL = 5 * MINUTE;
const SETUP_LIFE = 1 * HOUR;

export const INVITE_DEFAULTS = { life: 14 * DAY, uses: 50 } as const;

/** Who sends a request, by the server's own knowledge. `role` is the role in the team; null for a guest of single articles. */
export interface Identity {
  readonly person: Person;
  readonly kind: Account['kind'];
  readonly role: Role | null;
  readonly via: Credential['via'];
  /** The hash of the session or token, so that its end can be told to its connections. */
  readonly credential: string;
}

/** What an invitation says to whoever holds its link. */
export interface InviteView {
  readonly team: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly article?: ArticleId;
}

/** Told when rights may have changed: of one person, or only of the connections of one session. */
export type RightsListener = (change: { readonly person: PersonId; readonly session?: string }) => void;

/** A name that nobody could read; the message is for whoever chose it. */
export class UnusableName extends Error {
  override name = 'UnusableName';
  constructor() {
    super('Please give a name of up to 80 letters.');
  }
}

/** People, programs, and what lets them in. Knows every secret only at the moment it is made or shown. */
export class Accounts {
  readonly #store: AccountStore;
  readonly #clock: Clock;
  readonly #listeners = new Set<RightsListener>();

  constructor(store: AccountStore, clock: Clock = Date.now) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Calls back whenever somebody's rights may have changed; the result stops that. */
  onRightsChanged(listener: RightsListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async teamName(): Promise<string> {
    return (await this.#store.teamName()) ?? '';
  }

  hasOwner(): Promise<boolean> {
    return this.#store.hasOwner();
  }

  /** A new one-time token for the set-up, in place of any older one; null once somebody owns the team. */
  async newSetupToken(): Promise<string | null> {
    if (await this.#store.hasOwner()) return null;
    const token = newSecret();
    await this.#store.putSetupToken(hashSecret(token), this.#clock() + SETUP_LIFE);
    return token;
  }

  /** Makes the team and its owner; the session's secret, or null when the token does not count (any more). */
  async setUp(token: string, team: string, name: string): Promise<string | null> {
    const owner = newPerson(name, 'person', 'owner');
    const teamName = usable(team);
    const { secret, session } = this.#newSession(owner.id);
    const done = await this.#store.claimTeam(hashSecret(token), this.#clock(), teamName, owner, session);
    return done ? secret : null;
  }

  /** Who a request comes from, by cookie or Bearer token; null when it shows nothing that counts. */
  async authenticate(headers: CredentialHeaders): Promise<Identity | null> {
    const credential = credentialOf(headers);
    if (!credential) return null;
    const hash = hashSecret(credential.secret);
    const person = credential.via === 'token' ? await this.#byToken(hash) : await this.#bySession(hash);
    const account = person && (await this.#store.account(person));
    return account ? identityOf(account, credential.via, hash) : null;
  }

  /** Whether an identity that was established earlier still counts, and with what role in the team. */
  async stillCounts(identity: Identity): Promise<Identity | null> {
    const { credential, via } = identity;
    const person = via === 'token' ? await this.#byToken(credential) : await this.#bySession(credential);
    const account = person && (await this.#store.account(person));
    return account ? identityOf(account, via, credential) : null;
  }

  /** The role somebody holds in an article: the article's own if there is one, else the team's; null for none. */
  async roleIn(person: PersonId, article: ArticleId): Promise<Role | null> {
    const roles = await this.#store.rolesOf(person, article);
    return roles ? (roles.article ?? roles.team) : null;
  }

  /** Which of these articles somebody may see at all: every one for a member of the team, the named ones for a guest. */
  async visible(identity: Identity, articles: readonly ArticleId[]): Promise<ReadonlySet<ArticleId>> {
    if (identity.role !== null) return new Set(articles);
    const own = new Set((await this.#store.articleRoles(identity.person.id)).map((role) => role.article));
    return new Set(articles.filter((article) => own.has(article)));
  }

  people(): Promise<readonly Person[]> {
    return this.#store.people();
  }

  /** What everybody may know of somebody. Throws a RangeError when there is no such account. */
  async personOf(id: PersonId): Promise<Person> {
    const account = await this.#store.account(id);
    if (!account) throw new RangeError(`There is no account ${id}.`);
    return account.person;
  }

  /** Everybody with an account, in the order of joining. */
  members(): Promise<readonly Account[]> {
    return this.#store.accounts();
  }

  async endSession(identity: Identity): Promise<void> {
    if (identity.via !== 'session') return;
    await this.#store.endSession(identity.credential);
    this.#changed({ person: identity.person.id, session: identity.credential });
  }

  /** Makes an invitation; the secret of its link is known only now. */
  async invite(
    creator: PersonId,
    role: Exclude<Role, 'owner'>,
    options: { article?: ArticleId | undefined; life?: number; uses?: number | null } = {},
  ): Promise<{ id: string; secret: string }> {
    const secret = newSecret();
    const id = newId();
    const created = this.#clock();
    await this.#store.addInvite({
      id,
      hash: hashSecret(secret),
      role,
      ...(options.article && { article: options.article }),
      creator,
      created,
      expires: created + (options.life ?? INVITE_DEFAULTS.life),
      usesLeft: options.uses === undefined ? INVITE_DEFAULTS.uses : options.uses,
    });
    return { id, secret };
  }

  /** The invitations that still count. */
  async invites(): Promise<readonly Invite[]> {
    return (await this.#store.invites()).filter((invite) => this.#counts(invite));
  }

  revokeInvite(id: string): Promise<boolean> {
    return this.#store.revokeInvite(id);
  }

  /** What an invitation offers; null when it does not count (any more). Looking spends nothing. */
  async lookAtInvite(token: string): Promise<InviteView | null> {
    const invite = await this.#store.invite(hashSecret(token));
    if (!invite || !this.#counts(invite)) return null;
    const inviter = await this.#store.account(invite.creator);
    return {
      team: await this.teamName(),
      role: invite.role,
      invitedBy: inviter?.person.name ?? '',
      ...(invite.article && { article: invite.article }),
    };
  }

  /** Makes an account by an invitation; the session's secret, or null when the invitation does not count (any more). */
  async join(token: string, name: string): Promise<string | null> {
    const hash = hashSecret(token);
    const invite = await this.#store.invite(hash);
    if (!invite) return null;
    const person = newPerson(name, 'person', invite.article ? null : invite.role);
    const articleRole = invite.article ? { article: invite.article, role: invite.role } : null;
    const { secret, session } = this.#newSession(person.id);
    const joined = await this.#store.join(hash, this.#clock(), person, articleRole, session);
    return joined ? secret : null;
  }

  /** Gives an invitation's role to somebody who has an account. It never lowers a role. False as for `join`. */
  async accept(token: string, identity: Identity): Promise<boolean> {
    const hash = hashSecret(token);
    const invite = await this.#store.invite(hash);
    if (!invite || !(await this.#store.spendInvite(hash, this.#clock()))) return false;
    const { article, role } = invite;
    const { id } = identity.person;
    const held = article ? await this.roleIn(id, article) : identity.role;
    if (held !== null && ROLES.indexOf(held) <= ROLES.indexOf(role)) return true;
    if (article) await this.#store.setArticleRole(id, { article, role });
    else await this.#store.setTeamRole(id, role);
    this.#changed({ person: id });
    return true;
  }

  /** Makes a named identity for a program; its token is known only now. */
  async addProgram(name: string, role: Role, kind: 'program' | 'operator' = 'program'): Promise<string> {
    const secret = `${TOKEN_PREFIX}${newSecret()}`;
    const token = { id: newId(), hash: hashSecret(secret) };
    await this.#store.addProgram(newPerson(name, kind, role), token, this.#clock());
    return secret;
  }

  /** A new token for the operator's account, which is made if it is not there; earlier tokens of it end. */
  async newOperatorToken(): Promise<string> {
    const operator = (await this.#store.accounts()).find((account) => account.kind === 'operator');
    if (!operator) return this.addProgram('Operator', 'owner', 'operator');
    const { id } = operator.person;
    const secret = `${TOKEN_PREFIX}${newSecret()}`;
    await this.#store.revokeTokens(id);
    await this.#store.addToken(id, { id: newId(), hash: hashSecret(secret) }, this.#clock());
    return secret;
  }

  /** Drops sessions that have ended. */
  tidy(): Promise<void> {
    return this.#store.dropExpired(this.#clock());
  }

  async #byToken(hash: string): Promise<PersonId | null> {
    const holder = await this.#store.tokenHolder(hash);
    if (!holder) return null;
    const now = this.#clock();
    if (now - (holder.used ?? 0) > TOUCH_INTERVAL) await this.#store.touchToken(hash, now);
    return holder.person;
  }

  async #bySession(hash: string): Promise<PersonId | null> {
    const session = await this.#store.session(hash);
    const now = this.#clock();
    if (!session || session.expires <= now) return null;
    if (now - session.seen > TOUCH_INTERVAL)
      await this.#store.touchSession(hash, now, Math.min(now + SESSION_IDLE, session.created + SESSION_LIFE));
    return session.person;
  }

  #newSession(person: PersonId): { secret: string; session: Session } {
    const secret = newSecret();
    const now = this.#clock();
    return {
      secret,
      session: { hash: hashSecret(secret), person, created: now, seen: now, expires: now + SESSION_IDLE },
    };
  }

  #counts(invite: Invite): boolean {
    return !invite.revoked && invite.usesLeft !== 0 && invite.expires > toMoment(this.#clock());
  }

  #changed(change: Parameters<RightsListener>[0]): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function newPerson(name: string, kind: NewPerson['kind'], role: Role | null): NewPerson {
  return { id: newId<PersonId>(), name: usable(name), kind, role };
}

function usable(name: string): string {
  const clean = cleanName(name);
  if (clean === null) throw new UnusableName();
  return clean;
}

function identityOf({ person, kind, role }: Account, via: Credential['via'], credential: string): Identity {
  return { person, kind, role, via, credential };
}
