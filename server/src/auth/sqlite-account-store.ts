import { type ArticleId, PERSON_COLOURS, type Person, type PersonId, type Role } from '@assay/shared/model';
import { type Database, SequenceConflict, type SqlValue, type Statement } from '../storage/index.ts';
import type { AccountStore, ArticleRole, NewInvite, NewPerson } from './account-store.ts';
import { toMoment } from './clock.ts';
import type { Account, Invite, PersonKind, Session } from './records.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly kind: PersonKind;
  readonly role: Role | null;
  readonly joined: number;
  readonly seen: number | null;
}

interface InviteRow {
  readonly id: string;
  readonly role: Role;
  readonly article: string | null;
  readonly creator: string;
  readonly created: number;
  readonly expires: number;
  readonly uses_left: number | null;
  readonly revoked: number;
}

const SPEND_INVITE = `UPDATE invites SET uses_left = uses_left - 1
  WHERE hash = ? AND revoked = 0 AND expires > ? AND (uses_left IS NULL OR uses_left > 0)`;

/** Accounts in the one SQLite file. */
export class SqliteAccountStore implements AccountStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async teamName(): Promise<string | null> {
    const row = await this.#database.get<{ name: string }>('SELECT name FROM team');
    return row?.name ?? null;
  }

  async putSetupToken(hash: string, expires: number): Promise<void> {
    await this.#run('INSERT OR REPLACE INTO setup_token (id, hash, expires) VALUES (1, ?, ?)', hash, expires);
  }

  claimTeam(hash: string, now: number, team: string, owner: NewPerson, session: Session): Promise<boolean> {
    return this.#unlessSpent([
      {
        sql: `DELETE FROM setup_token WHERE hash = ? AND expires > ?
              AND NOT EXISTS (SELECT 1 FROM persons WHERE kind = 'person' AND role = 'owner')`,
        params: [hash, now],
        mustChange: true,
      },
      { sql: 'INSERT OR REPLACE INTO team (id, name, created) VALUES (1, ?, ?)', params: [team, now] },
      insertPerson(owner, now),
      insertSession(session),
    ]);
  }

  async hasOwner(): Promise<boolean> {
    const sql = `SELECT 1 AS found FROM persons WHERE kind = 'person' AND role = 'owner' LIMIT 1`;
    return (await this.#database.get(sql)) !== undefined;
  }

  async account(person: PersonId): Promise<Account | null> {
    const row = await this.#database.get<PersonRow>('SELECT * FROM persons WHERE id = ?', [person]);
    return row ? accountOf(row) : null;
  }

  async accounts(): Promise<readonly Account[]> {
    return (await this.#database.all<PersonRow>('SELECT * FROM persons ORDER BY number')).map(accountOf);
  }

  async people(): Promise<readonly Person[]> {
    return (await this.accounts()).map((account) => account.person);
  }

  async rolesOf(person: PersonId, article: ArticleId) {
    const row = await this.#database.get<{ team: Role | null; article: Role | null }>(
      `SELECT persons.role AS team, article_roles.role AS article FROM persons
       LEFT JOIN article_roles ON article_roles.person = persons.id AND article_roles.article = ?
       WHERE persons.id = ?`,
      [article, person],
    );
    return row ?? null;
  }

  articleRoles(person: PersonId): Promise<readonly ArticleRole[]> {
    return this.#database.all('SELECT article, role FROM article_roles WHERE person = ?', [person]);
  }

  async setTeamRole(person: PersonId, role: Role): Promise<void> {
    await this.#run('UPDATE persons SET role = ? WHERE id = ?', role, person);
  }

  async setArticleRole(person: PersonId, { article, role }: ArticleRole): Promise<void> {
    await this.#database.transaction([insertArticleRole(person, { article, role })]);
  }

  async addSession(session: Session): Promise<void> {
    await this.#database.transaction([insertSession(session)]);
  }

  async session(hash: string): Promise<Session | null> {
    return (await this.#database.get<Session>('SELECT * FROM sessions WHERE hash = ?', [hash])) ?? null;
  }

  async touchSession(hash: string, seen: number, expires: number): Promise<void> {
    await this.#database.transaction([
      { sql: 'UPDATE sessions SET seen = ?, expires = ? WHERE hash = ?', params: [seen, expires, hash] },
      {
        sql: 'UPDATE persons SET seen = ? WHERE id = (SELECT person FROM sessions WHERE hash = ?)',
        params: [seen, hash],
      },
    ]);
  }

  async endSession(hash: string): Promise<void> {
    await this.#run('DELETE FROM sessions WHERE hash = ?', hash);
  }

  async dropExpired(now: number): Promise<void> {
    await this.#run('DELETE FROM sessions WHERE expires <= ?', now);
  }

  async addInvite(invite: NewInvite): Promise<void> {
    const { id, hash, role, article, creator, created, expires, usesLeft } = invite;
    await this.#run(
      `INSERT INTO invites (id, hash, role, article, creator, created, expires, uses_left)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      hash,
      role,
      article ?? null,
      creator,
      created,
      expires,
      usesLeft,
    );
  }

  async invites(): Promise<readonly Invite[]> {
    const rows = await this.#database.all<InviteRow>('SELECT * FROM invites ORDER BY created, id');
    return rows.map(inviteOf);
  }

  async invite(hash: string): Promise<Invite | null> {
    const row = await this.#database.get<InviteRow>('SELECT * FROM invites WHERE hash = ?', [hash]);
    return row ? inviteOf(row) : null;
  }

  async revokeInvite(id: string): Promise<boolean> {
    return (await this.#run('UPDATE invites SET revoked = 1 WHERE id = ?', id)).changes > 0;
  }

  join(
    hash: string,
    now: number,
    person: NewPerson,
    role: ArticleRole | null,
    session: Session,
  ): Promise<boolean> {
    return this.#unlessSpent([
      { sql: SPEND_INVITE, params: [hash, now], mustChange: true },
      insertPerson(person, now),
      ...(role ? [insertArticleRole(person.id, role)] : []),
      insertSession(session),
    ]);
  }

  spendInvite(hash: string, now: number): Promise<boolean> {
    return this.#unlessSpent([{ sql: SPEND_INVITE, params: [hash, now], mustChange: true }]);
  }

  async addProgram(program: NewPerson, token: { id: string; hash: string }, now: number): Promise<void> {
    await this.#database.transaction([insertPerson(program, now), insertToken(program.id, token, now)]);
  }

  async addToken(person: PersonId, token: { id: string; hash: string }, now: number): Promise<void> {
    await this.#database.transaction([insertToken(person, token, now)]);
  }

  async tokenHolder(hash: string): Promise<{ person: PersonId; used: number | null } | null> {
    const sql = 'SELECT person, used FROM api_tokens WHERE hash = ? AND revoked = 0';
    return (await this.#database.get<{ person: PersonId; used: number | null }>(sql, [hash])) ?? null;
  }

  async touchToken(hash: string, used: number): Promise<void> {
    await this.#database.transaction([
      { sql: 'UPDATE api_tokens SET used = ? WHERE hash = ?', params: [used, hash] },
      {
        sql: 'UPDATE persons SET seen = ? WHERE id = (SELECT person FROM api_tokens WHERE hash = ?)',
        params: [used, hash],
      },
    ]);
  }

  async revokeTokens(person: PersonId): Promise<void> {
    await this.#run('UPDATE api_tokens SET revoked = 1 WHERE person = ?', person);
  }

  #run(sql: string, ...params: SqlValue[]) {
    return this.#database.run(sql, params);
  }

  /** False when a statement that must change something had nothing to change. */
  async #unlessSpent(statements: readonly Statement[]): Promise<boolean> {
    try {
      await this.#database.transaction(statements);
      return true;
    } catch (error) {
      if (error instanceof SequenceConflict) return false;
      throw error;
    }
  }
}

/** Colours go round in the order of joining. */
function insertPerson({ id, name, kind, role }: NewPerson, now: number): Statement {
  const colours = JSON.stringify(PERSON_COLOURS);
  return {
    sql: `INSERT INTO persons (id, number, name, colour, kind, role, joined)
          SELECT ?, next, ?, json_extract(?, '$[' || (next % ?) || ']'), ?, ?, ?
          FROM (SELECT COALESCE(MAX(number), -1) + 1 AS next FROM persons)`,
    params: [id, name, colours, PERSON_COLOURS.length, kind, role, now],
  };
}

function insertArticleRole(person: PersonId, { article, role }: ArticleRole): Statement {
  return {
    sql: 'INSERT OR REPLACE INTO article_roles (article, person, role) VALUES (?, ?, ?)',
    params: [article, person, role],
  };
}

function insertSession({ hash, person, created, seen, expires }: Session): Statement {
  return {
    sql: 'INSERT INTO sessions (hash, person, created, seen, expires) VALUES (?, ?, ?, ?, ?)',
    params: [hash, person, created, seen, expires],
  };
}

function insertToken(person: PersonId, { id, hash }: { id: string; hash: string }, now: number): Statement {
  return {
    sql: 'INSERT INTO api_tokens (id, hash, person, created) VALUES (?, ?, ?, ?)',
    params: [id, hash, person, now],
  };
}

function accountOf({ id, name, colour, kind, role, joined, seen }: PersonRow): Account {
  return {
    person: { id: id as PersonId, name, colour, ...(kind !== 'person' && { program: true }) },
    kind,
    role,
    joined: toMoment(joined),
    ...(seen !== null && { lastSeen: toMoment(seen) }),
  };
}

function inviteOf(row: InviteRow): Invite {
  return {
    id: row.id,
    role: row.role,
    ...(row.article !== null && { article: row.article as ArticleId }),
    creator: row.creator as PersonId,
    created: toMoment(row.created),
    expires: toMoment(row.expires),
    usesLeft: row.uses_left,
    revoked: row.revoked !== 0,
  };
}
