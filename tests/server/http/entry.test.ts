import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Team } from './team.ts';

let team: Team;
beforeEach(async () => {
  team = await Team.start();
});
afterEach(() => team.end());

describe('coming in', () => {
  it('[HT1] a new server says that it is not set up, and is set up once', async () => {
    expect((await team.ask('GET', '/api/session')).body.error.code).toBe('not-set-up');
    const token = team.server.setupUrl!.split('#')[1];
    const wanted = { token, team: 'The Desk', name: 'Olga' };
    const done = await team.ask('POST', '/api/setup', {}, wanted);
    expect(done.status).toBe(200);
    expect((await team.ask('GET', '/api/session')).body.error.code).toBe('not-signed-in');
    const again = await team.ask('POST', '/api/setup', {}, wanted);
    expect([again.status, again.body.error.code]).toEqual([403, 'link-spent']);
  });

  it('[HT2] the session is a cookie that scripts cannot read and other sites cannot use', async () => {
    const token = team.server.setupUrl!.split('#')[1];
    const { headers } = await team.ask('POST', '/api/setup', {}, { token, team: 'T', name: 'Olga' });
    const parts = headers.get('set-cookie')!.split('; ');
    expect(parts[0]).toMatch(/^assay_session=[A-Za-z0-9_-]{43}$/);
    expect(parts).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']));
    expect(parts).not.toContain('Secure');
  });

  it('[HT1] an invite link shows what it offers and gives the role it was made with', async () => {
    const owner = await team.setUp();
    const made = await team.ask('POST', '/api/invites', owner, { role: 'reviewer', days: 7 });
    expect([made.status, made.body.link.startsWith(`${team.server.url}/join#`)]).toEqual([201, true]);
    const token = made.body.link.split('#')[1];
    const look = await team.ask('POST', '/api/join/look', {}, { token });
    expect(look.body).toEqual({ team: 'The Desk', role: 'reviewer', invitedBy: 'Olga' });
    const joined = await team.ask('POST', '/api/join', {}, { token, name: 'Rita', role: 'owner' });
    const cookie = joined.headers.get('set-cookie')!.split(';')[0]!;
    const { body } = await team.ask('GET', '/api/session', { cookie });
    expect(body).toMatchObject({ person: { name: 'Rita' }, role: 'reviewer', team: { name: 'The Desk' } });
    const names = (await team.ask('GET', '/api/members', owner)).body.members.map(
      (member: { person: { name: string } }) => member.person.name,
    );
    expect(names).toEqual(['Olga', 'Rita']);
    await team.ask('POST', '/api/session/end', { cookie }, {});
    expect((await team.ask('GET', '/api/session', { cookie })).status).toBe(401);
  });

  it('[HT1] nobody is invited as owner, to no role that is not one, and to no article that is not there', async () => {
    for (const role of ['owner', 'admin', '', null, ['viewer'], '__proto__'])
      expect((await team.ask('POST', '/api/invites', team.operator, { role })).status).toBe(400);
    const article = 'article-nowhere';
    expect((await team.ask('POST', '/api/invites', team.operator, { role: 'viewer', article })).status).toBe(
      404,
    );
    expect((await team.ask('GET', '/api/invites', team.operator)).body.invites).toEqual([]);
  });

  it('[HT1] whoever is signed in takes an invite without a new name, and ends invites', async () => {
    const owner = await team.setUp();
    const viewer = await team.join('viewer', 'Vera');
    const made = await team.ask('POST', '/api/invites', owner, { role: 'editor' });
    const token = made.body.link.split('#')[1];
    expect((await team.ask('POST', '/api/join', {}, { token })).status).toBe(400);
    expect((await team.ask('POST', '/api/join', viewer, { token })).status).toBe(200);
    expect((await team.ask('GET', '/api/session', viewer)).body.role).toBe('editor');
    expect((await team.ask('DELETE', `/api/invites/${made.body.id}`, owner)).status).toBe(200);
    expect((await team.ask('POST', '/api/join', {}, { token, name: 'X' })).body.error.code).toBe(
      'link-spent',
    );
  });
});

describe('where requests come from', () => {
  it('[HT3] a request under a foreign name is refused, whatever it asks for', async () => {
    for (const path of ['/', '/healthz', '/api/session', '/nowhere'])
      for (const host of ['evil.example', `evil.example:${new URL(team.server.url).port}`, '127.0.0.1:1'])
        expect(await team.rawStatus(path, host)).toBe(403);
    expect(await team.rawStatus('/healthz')).toBe(200);
  });

  it('[HT3] a page of another site cannot change anything, though the browser sends the cookie along', async () => {
    const owner = await team.setUp();
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of foreign) {
      const refused = await team.ask('POST', '/api/invites', { ...owner, ...headers } as never, {
        role: 'viewer',
      });
      expect([refused.status, refused.body.error.code]).toEqual([403, 'foreign-origin']);
      expect((await team.ask('POST', '/api/join/look', headers as never, { token: 'x' })).status).toBe(403);
    }
    const own = { ...owner, origin: team.server.url, 'sec-fetch-site': 'same-origin' };
    expect((await team.ask('POST', '/api/invites', own, { role: 'viewer' })).status).toBe(201);
    expect((await team.ask('GET', '/api/invites', owner)).body.invites).toHaveLength(1);
  });

  it('[HT3] a form of another site cannot send a body that is read', async () => {
    const headers = { ...(await team.setUp()), 'content-type': 'text/plain' };
    const refused = await team.ask('POST', '/api/invites', headers, '{"role":"viewer"}');
    expect([refused.status, refused.body.error.code]).toEqual([415, 'not-json']);
  });
});
