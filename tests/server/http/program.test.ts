import { join } from 'node:path';
import type { ArticleId } from '@assay/shared/model';
import { newId, sha256Hex } from '@assay/shared/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/src/storage/index.ts';
import { stockClient } from '../gateway/stock-client.ts';
import { bearer, Team } from './team.ts';

let team: Team;
let reviewer: Record<string, string>;
beforeAll(async () => {
  team = await Team.start();
  const { body } = await team.ask('POST', '/api/tokens', team.operator, {
    name: 'checker',
    role: 'reviewer',
  });
  reviewer = bearer(body.token);
});
afterAll(() => team.end());

function mark(id: string, sha256: string, start: number, end: number) {
  const annotation = { id: `mark-${id}`, label: 'claim', ranges: [{ start, end }] };
  return { id: `command-${id}`, type: 'annotation.create', annotation, text: { sha256 } };
}

/** How many rows of the log the disk has, by table. */
async function kept(folder: string): Promise<unknown> {
  const database = await openDatabase(join(folder, 'assay.db'), []);
  const tables = ['articles', 'originals', 'events', 'log', 'heads', 'snapshots'];
  const counts = tables.map((name) => `(SELECT count(*) FROM ${name}) AS ${name}`);
  const rows = await database.get(`SELECT ${counts.join(', ')}`, []);
  await database.close();
  return rows;
}

describe('a program', () => {
  it('[HT11] dates an export by the last change of text or review', async () => {
    const id = await team.article('One fine day.');
    const at = `/api/articles/${id}`;
    const before = (await team.ask('GET', `${at}/export?format=json`, reviewer)).body.changed;
    const token = team.operator.authorization!.slice('Bearer '.length);
    const socketUrl = (article: string) => `${team.server.url.replace('http', 'ws')}/sync/${article}`;
    const editor = await stockClient({ socketUrl }, id as ArticleId, 'text', token);
    const watcher = await stockClient({ socketUrl }, id as ArticleId, 'text', token);
    editor.doc.getText('article').insert(4, ' very');
    await watcher.until((doc) => doc.getText('article').toString().includes('very'));
    const after = (await team.ask('GET', `${at}/export?format=json`, reviewer)).body;
    expect(after.text.linear).toContain('very');
    expect(after.changed > before).toBe(true);
    expect((await team.ask('GET', at, reviewer)).body.summary.changed).toBe(after.changed);
    editor.destroy();
    watcher.destroy();
  });

  it('[HT5] [EX39] imports, reads the text, marks by offsets, and exports what it marked, as a program', async () => {
    const source = { title: 'Harbour', content: '# A\n\nThe wall **fell** 😀 today.', format: 'markdown' };
    const made = await team.ask('POST', '/api/articles', team.operator, source);
    expect([made.status, made.body.title, made.body.characters]).toEqual([
      201,
      'Harbour',
      'A\nThe wall fell 😀 today.'.length,
    ]);
    const at = `/api/articles/${made.body.id}`;

    const { text, sha256 } = (await team.ask('GET', `${at}/text`, reviewer)).body;
    expect([text, sha256]).toEqual(['A\nThe wall fell 😀 today.', sha256Hex(text)]);

    const start = text.indexOf('The wall');
    const command = mark('one-harbour', sha256, start, start + 13);
    const done = await team.ask('POST', `${at}/commands`, reviewer, command);
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({
      ok: true,
      command: command.id,
      events: [{ seq: 2, type: 'annotation.created' }],
    });
    expect((await team.ask('POST', `${at}/commands`, reviewer, command)).body).toEqual(done.body);

    const w3c = await team.ask('GET', `${at}/export?format=w3c`, reviewer);
    expect(w3c.text).toContain('"exact": "The wall fell"');
    expect(w3c.headers.get('content-disposition')).toContain('filename="Harbour.');
    for (const format of ['json', 'html', 'w3c']) {
      const [one, two] = [
        await team.ask('GET', `${at}/export?format=${format}`, reviewer),
        await team.ask('GET', `${at}/export?format=${format}`, reviewer),
      ];
      expect(one.text).toContain('The wall');
      expect(one.text).toContain('checker');
      expect(one.text).toBe(two.text);
    }
    const [agent] = JSON.parse(w3c.text).first.items.map(({ creator }: { creator: object }) => creator);
    expect(agent).toMatchObject({ type: 'Software', name: 'checker' });
    expect(JSON.parse((await team.ask('GET', `${at}/export?format=json`, reviewer)).text)).toBeDefined();
    const { body } = await team.ask('GET', at, reviewer);
    expect([body.article.title, body.summary.annotations]).toEqual(['Harbour', 1]);
    const list = (await team.ask('GET', '/api/articles', reviewer)).body;
    expect(list.articles[0]).toMatchObject({ title: 'Harbour', annotations: 1 });
    expect(list.people.map(({ name }: { name: string }) => name)).toEqual(['checker']);
  });

  it('[IM16] is refused an article without words, under any title, and nothing is left behind', async () => {
    const sources = [
      { content: '' },
      { content: ' \n ', title: 'A title', format: 'text' },
      { content: '<img src="https://a.org/p.png"><script>x()</script>', title: 'A title', format: 'html' },
      { content: '', encoding: 'base64', fileName: 'a.md' },
    ];
    const before = await kept(team.folder);
    for (const source of sources) {
      const { status, body } = await team.ask('POST', '/api/articles', team.operator, source);
      expect([status, body]).toEqual([
        422,
        { error: { code: 'no-words', message: expect.stringMatching(/words/) } },
      ]);
    }
    expect(await kept(team.folder)).toEqual(before);
    await team.article();
    expect(await kept(team.folder)).not.toEqual(before);
  }, 120_000);

  it('[HT6] is refused with a code and a reason, and nothing happens', async () => {
    const at = `/api/articles/${await team.article()}`;
    const { sha256 } = (await team.ask('GET', `${at}/text`, reviewer)).body;
    const refusals: [object, number, string][] = [
      [mark('stale-text', 'f'.repeat(64), 0, 3), 409, 'stale-text'],
      [mark('far-away', sha256, 0, 9999), 422, 'bad-range'],
      [{ id: 'command-rename', type: 'article.rename', title: 'New' }, 403, 'not-allowed'],
      [
        { id: 'command-relabel', type: 'annotation.relabel', annotation: 'mark-nowhere', label: 'quote' },
        404,
        'not-found',
      ],
      [{ id: 'command-what', type: 'article.explode' }, 400, 'bad-command'],
    ];
    for (const [command, status, code] of refusals) {
      const refused = await team.ask('POST', `${at}/commands`, reviewer, command);
      expect([refused.status, refused.body.ok, refused.body.refusal.code]).toEqual([status, false, code]);
      expect(refused.body.error).toEqual(refused.body.refusal);
      expect(refused.body.refusal.message).toMatch(/\w+ \w+/);
    }
    expect((await team.ask('GET', at, reviewer)).body.summary.annotations).toBe(0);
  });

  it('[HT7] sends a file byte for byte, and the original is found again by its hash', async () => {
    const bytes = Buffer.from([0x93, 0x48, 0xe9, 0x94]);
    const source = { content: bytes.toString('base64'), encoding: 'base64', fileName: 'hé.txt' };
    const { body } = await team.ask('POST', '/api/articles', team.operator, source);
    expect([
      body.title,
      (await team.ask('GET', `/api/articles/${body.id}/text`, reviewer)).body.text,
    ]).toEqual(['hé', '“Hé”']);
    const { article } = (await team.ask('GET', `/api/articles/${body.id}`, reviewer)).body;
    expect(article.original).toEqual({
      format: 'text',
      bytes: 4,
      sha256: sha256Hex(new Uint8Array(bytes)),
      fileName: 'hé.txt',
    });
  });
});

describe('every answer but a good one', () => {
  it('[HT8] is an error with a code and a message', async () => {
    const cases: [string, string, Record<string, string>, unknown, number][] = [
      ['GET', '/api/nowhere', {}, undefined, 404],
      ['GET', '/assets/nowhere.js', {}, undefined, 404],
      ['GET', '/nowhere.txt', {}, undefined, 404],
      ['POST', '/nowhere', {}, {}, 404],
      ['GET', `/api/articles/nothing-here`, team.operator, undefined, 404],
      ['GET', `/api/articles/..`, team.operator, undefined, 404],
      ['POST', '/api/articles', team.operator, '{"content":', 400],
      ['POST', '/api/articles', team.operator, { content: 7 }, 400],
      ['POST', '/api/articles', team.operator, { content: 'a', format: 'docx' }, 400],
      ['POST', '/api/articles', team.operator, { content: 'a'.repeat((5 << 20) + 1), format: 'text' }, 413],
      ['POST', '/api/tokens', team.operator, { name: 'x'.repeat(2 << 20), role: 'viewer' }, 413],
      ['POST', '/api/tokens', team.operator, { name: '\u200b', role: 'viewer' }, 400],
      ['GET', `/api/articles/${await team.article()}/export?format=docx`, team.operator, undefined, 400],
    ];
    for (const [method, path, headers, body, status] of cases) {
      const answer = await team.ask(method, path, headers, body);
      expect([path, answer.status]).toEqual([path, status]);
      expect(Object.keys(answer.body)).toEqual(['error']);
      expect(answer.body.error).toEqual({
        code: expect.stringMatching(/^[a-z-]+$/),
        message: expect.stringMatching(/\w/),
      });
    }
    expect(team.problems).toEqual([]);
  });

  it('[HT9] the page answers every other address, under a strict policy; its assets are kept for good, its worker is not', async () => {
    for (const path of ['/', '/setup', '/articles/x/marks/y', '/members?x=1']) {
      const { status, text, headers } = await team.ask('GET', path);
      expect([status, text.includes('<title>Assay'), headers.get('cache-control')]).toEqual([
        200,
        true,
        'no-cache',
      ]);
      const policy = headers.get('content-security-policy')!;
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ])
        expect(policy.split(';')).toContain(part);
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const worker = await team.ask('GET', '/sw.js');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-type')).toMatch(/^(?:text|application)\/javascript/);
    const asset = await team.ask('GET', '/assets/page-0a1b2c3d.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await team.ask('GET', '/api/session')).headers.get('cache-control')).toBe('no-store');
  });

  it('[HT13] what the page is made of goes out compressed to who takes that, and plain to who does not', async () => {
    const answers = await Promise.all(
      ['br, gzip', 'gzip', 'identity'].map((encoding) =>
        team.ask('GET', '/assets/page-0a1b2c3d.js', { 'accept-encoding': encoding }),
      ),
    );
    expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    for (const { status, headers } of answers) {
      expect(status).toBe(200);
      expect(headers.get('content-type')).toMatch(/javascript/);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('vary')).toMatch(/accept-encoding/i);
    }
  });

  it('[HT10] the description names every route, with its parts', async () => {
    const { body } = await team.ask('GET', '/api/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/articles',
        '/api/articles/{id}/text',
        '/api/articles/{id}/commands',
        '/healthz',
      ]),
    );
    const { schema } = body.paths['/api/articles'].post.requestBody.content['application/json'];
    expect(Object.keys(schema.properties)).toEqual([
      'title',
      'content',
      'encoding',
      'format',
      'fileName',
      'guide',
    ]);
    const version = body.paths['/api/guides/{guide}/versions/{version}'].get;
    expect(version.parameters.map(({ name }: { name: string }) => name)).toEqual(['guide', 'version']);
  });

  it('[HT14] reads what happened since it last asked', async () => {
    const id = await team.article('One fine day.');
    const at = `/api/articles/${id}/events`;
    const first = (await team.ask('GET', at, reviewer)).body;
    expect([first.events.map(({ type }: { type: string }) => type), first.more]).toEqual([
      ['article.created'],
      false,
    ]);
    await team.ask('POST', `/api/articles/${id}/commands`, team.operator, {
      id: 'command-lock',
      type: 'article.lock',
    });
    const next = (await team.ask('GET', `${at}?after=${first.upto}`, reviewer)).body;
    expect(next.events).toMatchObject([
      { seq: first.upto + 1, type: 'article.locked', command: 'command-lock' },
    ]);
    expect((await team.ask('GET', `${at}?after=${next.upto}`, reviewer)).body).toEqual({
      events: [],
      upto: next.upto,
      more: false,
    });
    expect((await team.ask('GET', `${at}?after=-1`, reviewer)).status).toBe(400);
  });

  it('[HT15] reads the marks of the end of marking and those of now, where it may', async () => {
    const id = await team.article('One fine day.');
    const at = `/api/articles/${id}`;
    const command = (who: Record<string, string>, wish: object) =>
      team.ask('POST', `${at}/commands`, who, { id: newId(), ...wish });
    const { sha256 } = (await team.ask('GET', `${at}/text`, reviewer)).body;
    const first = mark('agreement-1', sha256, 0, 3);
    expect((await command(reviewer, first)).status).toBe(200);
    expect((await team.ask('GET', `${at}/agreement`, reviewer)).body.error.code).toBe('wrong-phase');
    await command(team.operator, { type: 'review.move', to: 'discussing' });
    await command(reviewer, mark('agreement-2', sha256, 4, 8));
    const { before, after } = (await team.ask('GET', `${at}/agreement`, reviewer)).body;
    expect(before).toMatchObject({
      text: { sha256, length: 13 },
      marks: [{ label: 'claim', ranges: [{ start: 0, end: 3 }] }],
    });
    expect([before.marks.length, after.marks.length]).toEqual([1, 2]);
    await command(team.operator, { type: 'review.plan', plan: { agreementFor: 'moderators' } });
    expect((await team.ask('GET', `${at}/agreement`, reviewer)).status).toBe(403);
    expect((await team.ask('GET', `${at}/agreement`, team.operator)).status).toBe(200);
  });

  it('[HT16] tells each person in the library where they were named, and not before a reveal', async () => {
    const [one, two] = await Promise.all([team.join('reviewer', 'Ana'), team.join('reviewer', 'Ben')]);
    const me = (await team.ask('GET', '/api/session', two)).body.person.id;
    const says = async (id: string, body: string) => {
      const comment = { id: newId(), body, mentions: [me] };
      const wish = { type: 'comment.add', comment, thread: newId(), subject: { on: 'article' } };
      const answer = await team.ask('POST', `/api/articles/${id}/commands`, one, { id: newId(), ...wish });
      expect(answer.status).toBe(200);
      return comment.id;
    };
    const [open, blind] = [await team.article('One fine day.'), await team.article('Two fine days.')];
    const plan = { id: newId(), type: 'review.plan', plan: { blind: true } };
    await team.ask('POST', `/api/articles/${blind}/commands`, team.operator, plan);
    const told = await says(open, '@Ben look');
    await says(blind, '@Ben look');
    const mentions = async (who: Record<string, string>) => {
      const { articles } = (await team.ask('GET', '/api/articles', who)).body;
      return articles
        .filter(({ id }: { id: string }) => id === open || id === blind)
        .flatMap((line: { mentions: { comment: string }[] }) => line.mentions.map(({ comment }) => comment));
    };
    expect([await mentions(two), await mentions(one)]).toEqual([[told], []]);
  });
});
