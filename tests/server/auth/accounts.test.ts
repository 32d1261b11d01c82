import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArticleId, PERSON_COLOURS } from '@assay/shared/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ACCOUNT_TABLES,
  Accounts,
  ensureOperatorToken,
  readOperatorToken,
  SqliteAccountStore,
  UnusableName,
} from '../../../server/src/auth/index.ts';
import { type Database, openDatabase } from '../../../server/src/storage/index.ts';

const DAY = 24 * 60 * 60 * 1000;
const ARTICLE = 'article-one' as ArticleId;

let folder: string;
let database: Database;
let now: number;
let accounts: Accounts;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-accounts-'));
  database = await openDatabase(join(folder, 'assay.db'), [ACCOUNT_TABLES]);
  now = Date.parse('2026-02-03T04:05:06.789Z');
  accounts = new Accounts(new SqliteAccountStore(database), () => now);
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const withCookie = (secret: string | null) =>
  accounts.authenticate({ cookie: `a=b; assay_session=${secret}` });
const withToken = (secret: string) => accounts.authenticate({ authorization: `Bearer ${secret}` });

async function owner() {
  const secret = await accounts.setUp((await accounts.newSetupToken())!, 'The Desk', 'Olga');
  return (await withCookie(secret))!;
}

async function joined(role: 'editor' | 'reviewer' | 'viewer', name: string, article?: ArticleId) {
  const { secret } = await accounts.invite((await anyOwner()).id, role, { article });
  return (await accounts.join(secret, name))!;
}

async function anyOwner() {
  return (await accounts.members())[0]!.person;
}

describe('the set-up', () => {
  it('[AU1] makes one owner, once, and only by the newest link within its hour', async () => {
    const older = (await accounts.newSetupToken())!;
    const token = (await accounts.newSetupToken())!;
    expect(await accounts.setUp(older, 'T', 'Older')).toBeNull();
    expect(await accounts.setUp('guess', 'T', 'Guess')).toBeNull();
    const [first, second] = await Promise.all([
      accounts.setUp(token, 'T', 'One'),
      accounts.setUp(token, 'T', 'Two'),
    ]);
    expect([first, second].filter((session) => session !== null)).toHaveLength(1);
    expect(await accounts.newSetupToken()).toBeNull();
    expect((await accounts.members()).map(({ role }) => role)).toEqual(['owner']);
  });

  it('[AU1] refuses a link whose hour is over', async () => {
    const token = (await accounts.newSetupToken())!;
    now += 60 * 60 * 1000 + 1;
    expect(await accounts.setUp(token, 'T', 'Late')).toBeNull();
  });
});

describe('sessions', () => {
  it('[AU2] last as long as they are used, at most ninety days, and end at once when ended', async () => {
    const secret = await accounts.setUp((await accounts.newSetupToken())!, 'T', 'Olga');
    for (let day = 0; day < 80; day += 20) {
      expect((await withCookie(secret))?.person.name).toBe('Olga');
      now += 20 * DAY;
    }
    now += 9 * DAY;
    expect(await withCookie(secret)).not.toBeNull();
    now += 2 * DAY;
    expect(await withCookie(secret)).toBeNull();
  });

  it('[AU2] end without use', async () => {
    const secret = await accounts.setUp((await accounts.newSetupToken())!, 'T', 'Olga');
    now += 31 * DAY;
    expect(await withCookie(secret)).toBeNull();
  });

  it('[AU2] tell their connections when they end', async () => {
    const identity = await owner();
    const changes: unknown[] = [];
    accounts.onRightsChanged((change) => changes.push(change));
    await accounts.endSession(identity);
    expect(changes).toEqual([{ person: identity.person.id, session: identity.credential }]);
    expect(await accounts.stillCounts(identity)).toBeNull();
  });
});

describe('invitations', () => {
  it('[AU3] carry a role, count a limited number of times, and not after their end', async () => {
    await owner();
    const { secret } = await accounts.invite((await anyOwner()).id, 'editor', { uses: 2, life: DAY });
    expect(await accounts.lookAtInvite(secret)).toEqual({
      team: 'The Desk',
      role: 'editor',
      invitedBy: 'Olga',
    });
    const all = await Promise.all(['A', 'B', 'C'].map((name) => accounts.join(secret, name)));
    expect(all.filter((session) => session !== null)).toHaveLength(2);
    expect(await accounts.lookAtInvite(secret)).toBeNull();
    const late = await accounts.invite((await anyOwner()).id, 'viewer', { life: DAY });
    now += DAY + 1;
    expect(await accounts.join(late.secret, 'D')).toBeNull();
    expect((await accounts.members()).map(({ person }) => person.name).sort()).toEqual(
      ['Olga', ...['A', 'B', 'C'].filter((_, i) => all[i])].sort(),
    );
  });

  it('[AU3] count no more once they are revoked', async () => {
    await owner();
    const { id, secret } = await accounts.invite((await anyOwner()).id, 'viewer');
    expect((await accounts.invites()).map((invite) => invite.id)).toEqual([id]);
    expect([await accounts.revokeInvite(id), await accounts.revokeInvite('nobody')]).toEqual([true, false]);
    expect([await accounts.join(secret, 'A'), await accounts.lookAtInvite(secret)]).toEqual([null, null]);
    expect(await accounts.invites()).toEqual([]);
  });

  it('[AU4] into one article let a guest see that article alone', async () => {
    await owner();
    const guest = (await withCookie(await joined('reviewer', 'Guest', ARTICLE)))!;
    const other = 'article-two' as ArticleId;
    expect(guest.role).toBeNull();
    expect(await accounts.roleIn(guest.person.id, ARTICLE)).toBe('reviewer');
    expect(await accounts.roleIn(guest.person.id, other)).toBeNull();
    expect([...(await accounts.visible(guest, [ARTICLE, other]))]).toEqual([ARTICLE]);
  });

  it('[AU4] raise somebody who has an account, and never lower', async () => {
    await owner();
    const secret = await joined('reviewer', 'Rita');
    const me = async () => (await withCookie(secret))!;
    const link = async (role: 'editor' | 'viewer', article?: ArticleId) =>
      (await accounts.invite((await anyOwner()).id, role, { article })).secret;
    expect(await accounts.accept(await link('viewer'), await me())).toBe(true);
    expect((await me()).role).toBe('reviewer');
    await accounts.accept(await link('editor', ARTICLE), await me());
    expect([(await me()).role, await accounts.roleIn((await me()).person.id, ARTICLE)]).toEqual([
      'reviewer',
      'editor',
    ]);
    await accounts.accept(await link('editor'), await me());
    expect((await me()).role).toBe('editor');
  });
});

describe('programs', () => {
  it('[AU10] are known as programs to everybody, and people are not', async () => {
    await accounts.setUp((await accounts.newSetupToken())!, 'The Desk', 'Olga');
    await accounts.addProgram('nightly checker', 'reviewer');
    const [olga, checker] = await accounts.people();
    expect(olga).not.toHaveProperty('program');
    expect(checker).toMatchObject({ name: 'nightly checker', program: true });
    expect(await accounts.personOf(checker!.id)).toEqual(checker);
  });

  it('[AU5] act under a name of their own by a token, which no cookie can replace', async () => {
    const token = await accounts.addProgram('nightly checker', 'reviewer');
    expect(token).toMatch(/^assay_[A-Za-z0-9_-]{43}$/);
    expect(await withToken(token)).toMatchObject({
      kind: 'program',
      role: 'reviewer',
      person: { name: 'nightly checker' },
    });
    expect(await withToken(`${token}x`)).toBeNull();
    expect(await accounts.authenticate({ cookie: `assay_session=${token}` })).toBeNull();
    const session = await accounts.setUp((await accounts.newSetupToken())!, 'T', 'Olga');
    expect(
      await accounts.authenticate({ authorization: `Bearer ${session}`, cookie: `assay_session=${session}` }),
    ).toBeNull();
  });

  it('[AU6] the operator’s token lies in the data folder, for its owner’s eyes alone, and is replaced when it is lost', async () => {
    await ensureOperatorToken(accounts, folder);
    const first = (await readOperatorToken(folder))!;
    expect(statSync(join(folder, 'operator-token')).mode & 0o777).toBe(0o600);
    await ensureOperatorToken(accounts, folder);
    expect(await readOperatorToken(folder)).toBe(first);
    writeFileSync(join(folder, 'operator-token'), 'lost\n');
    await ensureOperatorToken(accounts, folder);
    const second = (await readOperatorToken(folder))!;
    expect([await withToken(first), (await withToken(second))?.kind]).toEqual([null, 'operator']);
    expect(await accounts.members()).toHaveLength(1);
  });
});

describe('what is stored', () => {
  it('[AU7] holds no secret that could be used', async () => {
    const setup = (await accounts.newSetupToken())!;
    const session = (await accounts.setUp(setup, 'T', 'Olga'))!;
    const invite = await accounts.invite((await anyOwner()).id, 'viewer');
    const token = await accounts.addProgram('P', 'viewer');
    await database.close();
    const file = readFileSync(join(folder, 'assay.db'), 'latin1');
    expect(file).toContain('Olga');
    for (const secret of [setup, session, invite.secret, token, token.slice('assay_'.length)])
      expect(file).not.toContain(secret);
    database = await openDatabase(join(folder, 'assay.db'), [ACCOUNT_TABLES]);
  });

  it('[AU8] gives colours in turn, and names without anything that hides, reorders or controls', async () => {
    await owner();
    for (const name of ['  A\u202e \n B\u200b ', '<svg onload=alert(1)>', 'Zoe\u0301'])
      await joined('viewer', name);
    const people = await accounts.people();
    expect(people.map(({ name }) => name)).toEqual(['Olga', 'A B', '<svg onload=alert(1)>', 'Zoé']);
    expect(people.map(({ colour }) => colour)).toEqual(PERSON_COLOURS.slice(0, 4));
    for (const name of ['', ' \u200b\u202e', 'x'.repeat(81), 'x'.repeat(10_000)])
      await expect(joined('viewer', name)).rejects.toThrow(UnusableName);
  });
});
