import { type PersonId, ROLES, type Role } from '@assay/shared/model';
import { type Action, may } from '@assay/shared/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, type HttpPorts, routeTable } from '../../../server/src/http/index.ts';
import { bearer, Team } from './team.ts';

let team: Team;
let article: string;
const tokens = new Map<Role, Record<string, string>>();

beforeAll(async () => {
  team = await Team.start();
  await team.setUp();
  article = await team.article();
  for (const role of ROLES) {
    const { body } = await team.ask('POST', '/api/tokens', team.operator, { name: role, role });
    tokens.set(role, bearer(body.token));
  }
});
afterAll(() => team.end());

const table = routeTable({} as HttpPorts);
const guarded = table.filter(({ needs }) => needs !== 'anyone');

/** Every guarded route with every role: the table is the specification. */
const cells = guarded.flatMap((row) =>
  ROLES.map((role) => ({ ...row, role, row: `${row.method} ${row.path}` })),
);

function address(path: string): string {
  return path.replace('/articles/:id', `/articles/${article}`).replace(/:\w+/g, 'nothing-here');
}

describe('who may use which route', () => {
  it.each(cells)('[HT4] $row as $role', async ({ method, path, needs, role }) => {
    const allowed = needs === 'signed-in' || may({ person: 'x' as PersonId, role }, needs as Action);
    const { status, body } = await team.ask(
      method,
      address(path),
      tokens.get(role),
      method === 'POST' ? {} : undefined,
    );
    if (allowed) expect([401, 403]).not.toContain(status);
    else expect([status, body.error.code]).toEqual([403, 'not-allowed']);
  });

  it.each(guarded)('[HT4] $method $path without anybody', async ({ method, path }) => {
    for (const headers of [
      {},
      bearer('assay_0000000000000000000000000000000000000000000'),
      { cookie: 'assay_session=no' },
    ]) {
      const { status, body } = await team.ask(
        method,
        address(path),
        headers as never,
        method === 'POST' ? {} : undefined,
      );
      expect([status, body.error.code]).toEqual([401, 'not-signed-in']);
    }
  });

  it('[HT4] a guest of one article does not learn of another', async () => {
    const guest = await team.join('reviewer', 'Guest', article);
    const other = await team.article('Another.');
    expect((await team.ask('GET', `/api/articles/${article}/text`, guest)).status).toBe(200);
    for (const path of ['', '/text', '/export?format=json']) {
      const there = await team.ask('GET', `/api/articles/${other}${path}`, guest);
      const nowhere = await team.ask('GET', `/api/articles/nothing-here${path}`, guest);
      expect([there.status, there.text]).toEqual([404, nowhere.text]);
    }
    const { body } = await team.ask('GET', '/api/articles', guest);
    expect(body.articles.map(({ id }: { id: string }) => id)).toEqual([article]);
  });

  it('[HT12] a guest of one article does not learn who is in the team', async () => {
    const guest = await team.join('viewer', 'Visitor', article);
    const { status, body } = await team.ask('GET', '/api/members', guest);
    expect([status, body.error.code]).toEqual([403, 'not-allowed']);
    const list = (await team.ask('GET', '/api/articles', guest)).body;
    expect(list.people.map(({ name }: { name: string }) => name)).not.toContain('Olga');
  });

  it('[HT4] paths that only look like a route are none', async () => {
    for (const path of [
      '/api//members',
      '/api/members/',
      '/API/members',
      '/api/%2e/members',
      '/api/articles/..%2f..%2fetc',
    ])
      expect([path, await team.rawStatus(path, undefined, tokens.get('owner'))]).toEqual([path, 404]);
  });

  it('[HT4] the server does not start with a route that names no action', async () => {
    const nameless = { ...table[0]!, path: '/api/new', needs: 'whatever' as Action };
    await expect(createHttp({} as HttpPorts, [...table, nameless])).rejects.toThrow(/names no action/);
    await expect(createHttp({} as HttpPorts, [...table, table[0]!])).rejects.toThrow(/twice/);
  });
});
