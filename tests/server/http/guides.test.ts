import { DEFAULT_GUIDE, type Guide, type GuideChange } from '@assay/shared/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Team } from './team.ts';

let team: Team;
let owner: Record<string, string>;
beforeAll(async () => {
  team = await Team.start();
  owner = await team.setUp();
});
afterAll(() => team.end());

const rename = (name: string): GuideChange => ({ type: 'guide.rename', name });

async function begin(name: string, from?: object): Promise<Guide> {
  return (await team.ask('POST', '/api/guides', owner, { name, from })).body.guide;
}

function change(guide: Guide, ...changes: readonly GuideChange[]) {
  return team.ask('POST', `/api/guides/${guide.id}/changes`, owner, { version: guide.version, changes });
}

describe('the guides of a team', () => {
  it('[GU18] a team begins with one guide, whole, for new articles', async () => {
    const viewer = await team.join('viewer', 'Vera');
    const { guides } = (await team.ask('GET', '/api/guides', viewer)).body;
    expect(guides[0]).toMatchObject({ id: DEFAULT_GUIDE.id, version: 1, forNewArticles: true });
    expect(guides[0].labels.map(({ letter }: { letter: string }) => letter)).toEqual(['C', 'Q', 'S']);
    const { guide } = (await team.ask('GET', `/api/guides/${DEFAULT_GUIDE.id}`, viewer)).body;
    expect(guide).toEqual(JSON.parse(JSON.stringify(DEFAULT_GUIDE)));
  });

  it('[GU19] changes make one new version together, and every version can be read as it was', async () => {
    const first = await begin('Desk');
    expect(first).toMatchObject({ version: 1, name: 'Desk', labels: DEFAULT_GUIDE.labels });
    const changes = [rename('The desk'), { type: 'label.retire', label: 'speculation' } as const];
    const second = (await change(first, ...changes)).body.guide;
    expect([second.version, second.name]).toEqual([2, 'The desk']);
    expect((await change(second, rename('The desk'))).body.guide).toEqual(second);
    for (const guide of [first, second]) {
      const at = `/api/guides/${guide.id}/versions/${guide.version}`;
      expect((await team.ask('GET', at, owner)).body.guide).toEqual(guide);
    }
    expect((await team.ask('GET', `/api/guides/${first.id}`, owner)).body.guide).toEqual(second);
    const copy = await begin('Another', { id: first.id, version: 1 });
    expect([copy.version, copy.labels]).toEqual([1, first.labels]);
  });

  it('[GU20] of two who change the same version, one is told, and nothing of theirs is kept by half', async () => {
    const first = await begin('Contested');
    const answers = await Promise.all([change(first, rename('Mine')), change(first, rename('Yours'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const told = answers.find(({ status }) => status === 409)!.body.error;
    expect([told.code, told.message]).toEqual(['moved-on', expect.stringMatching(/newest version is now 2/)]);
    const kept = answers.find(({ status }) => status === 200)!.body.guide;
    expect((await team.ask('GET', `/api/guides/${first.id}`, owner)).body.guide).toEqual(kept);
  });

  it('[GU21] a change that breaks a rule, or has another form, is refused with the rest of its version', async () => {
    const guide = await begin('Strict');
    const broken = guide.labels.map(({ id }): GuideChange => ({ type: 'label.retire', label: id }));
    const refused = await change(guide, rename('Gone'), ...broken);
    expect([refused.status, refused.body.error.code]).toEqual([422, 'bad-change']);
    expect(refused.body.error.message).toMatch(/at least one label/);
    const strange = await change(guide, Object.assign(rename('Gone'), { more: 1 }));
    expect([strange.status, strange.body.error.code]).toEqual([400, 'bad-request']);
    expect((await team.ask('GET', `/api/guides/${guide.id}`, owner)).body.guide).toEqual(guide);
    for (const path of ['no-such-guide', `${guide.id}/versions/2`, `${guide.id}/versions/1.5`])
      expect((await team.ask('GET', `/api/guides/${path}`, owner)).status).toBe(404);
  });

  it('[GU19] guides and the choice among them survive a restart', async () => {
    const guide = await begin('Kept');
    const { folder } = team;
    await team.ask('POST', `/api/guides/${guide.id}/use`, owner);
    await team.server.close();
    team = await Team.start(folder);
    const { guides } = (await team.ask('GET', '/api/guides', owner)).body;
    const used = guides.filter(({ forNewArticles }: { forNewArticles: boolean }) => forNewArticles);
    expect(used).toMatchObject([{ id: guide.id, name: 'Kept' }]);
    expect(guides.map(({ id }: { id: string }) => id)).toContain(DEFAULT_GUIDE.id);
  });

  it('[GU23] a new article goes by the newest version of the guide in use, or by the one it names', async () => {
    const first = await begin('In use');
    await team.ask('POST', `/api/guides/${first.id}/use`, owner);
    await change(first, rename('In use now'));
    const named = { id: first.id, version: 1 };
    for (const [guide, expected] of [
      [undefined, 2],
      [named, 1],
      [{ id: DEFAULT_GUIDE.id }, 1],
    ] as const) {
      const { body } = await team.ask('POST', '/api/articles', owner, { content: 'Words.', guide });
      const made = (await team.ask('GET', `/api/articles/${body.id}`, owner)).body;
      expect([made.guide.id, made.guide.version]).toEqual([guide?.id ?? first.id, expected]);
    }
    const nowhere = { content: 'Words.', guide: { id: first.id, version: 9 } };
    const refused = await team.ask('POST', '/api/articles', owner, nowhere);
    expect([refused.status, refused.body.error.code]).toEqual([404, 'not-found']);
  });

  it('[GU24] a moderator moves an article to another version, by which marks are then taken', async () => {
    const moderator = await team.join('moderator', 'Mo');
    const article = await team.article('One two three.');
    const first = await begin('Moving');
    const { guide } = (
      await change(first, { type: 'label.change', label: 'claim', set: { name: 'Statement' } })
    ).body;
    const answersTo = (body: object) =>
      team.ask('POST', `/api/articles/${article}/commands`, moderator, body);
    const bind = { type: 'article.bind-guide', guide: { id: guide.id, version: guide.version } };
    expect((await answersTo({ ...bind, id: 'bind-command-1' })).body.events).toMatchObject([
      { type: 'guide.bound' },
    ]);
    const nowhere = { id: 'bind-command-2', ...bind, guide: { id: guide.id, version: 7 } };
    expect((await answersTo(nowhere)).status).toBe(404);
    const { body } = await team.ask('GET', `/api/articles/${article}`, moderator);
    expect(body.guide).toEqual(guide);
  });
});
