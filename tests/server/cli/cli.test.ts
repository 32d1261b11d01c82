import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASSAY } from '../../support/real-server.ts';

let folder: string;
let data: string;
let server: Serving;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-cli-'));
  data = join(folder, 'data');
  server = await serve('--port', '0');
}, 120_000);
afterAll(async () => {
  await server.stop('SIGKILL');
  rmSync(folder, { recursive: true });
});

interface Serving {
  readonly ready: { url: string; setup?: string; pid: number };
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

function start(words: readonly string[], env: Record<string, string>): ChildProcess {
  const { ASSAY_TOKEN: _, ASSAY_SERVER: __, PUBLIC_URL: ___, ...inherited } = process.env;
  return spawn(process.execPath, [ASSAY, ...words], {
    cwd: folder,
    env: { ...inherited, ASSAY_DATA_DIR: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function serve(...words: string[]): Promise<Serving> {
  const child = start(['serve', '--json', ...words], {});
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { ready: JSON.parse(line), stop };
}

interface Done {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function assay(words: readonly string[], env: Record<string, string> = {}): Promise<Done> {
  const child = start(words, env);
  let [out, err] = ['', ''];
  child.stdout!.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr!.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

describe('the command line', () => {
  it('[CL6] refuses a data folder that another server works on, and leaves that one alone', async () => {
    const second = await assay(['serve', '--port', '0']);
    expect(second.code).toBe(1);
    expect(second.err).toContain('Another server works on');
    expect(await assay(['invite', '--role', 'viewer'])).toMatchObject({ code: 0 });
  });

  it('[CL1] says in one line where the server is and how to set it up', () => {
    expect(server.ready.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(server.ready.setup).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/setup#[\w-]{43}$/);
    expect(server.ready.pid).toBeGreaterThan(1);
    expect(statSync(join(data, 'operator-token')).mode & 0o777).toBe(0o600);
  });

  it('[CL2] imports a file, makes a token and an invite, and exports', async () => {
    writeFileSync(join(folder, 'wall.md'), '# The wall\n\nIt **fell**.\n');
    const imported = await assay(['import', 'wall.md']);
    const article = JSON.parse(imported.out);
    expect([imported.code, article]).toEqual([0, { id: article.id, title: 'The wall', characters: 17 }]);
    expect(
      JSON.parse((await assay(['import', 'wall.md', '--title', 'T', '--format', 'text'])).out).title,
    ).toBe('T');

    const { token } = JSON.parse((await assay(['token', '--name', 'nightly', '--role', 'viewer'])).out);
    const invite = await assay(['invite', '--role', 'reviewer', '--article', article.id]);
    expect(JSON.parse(invite.out).link).toMatch(/\/join#[\w-]{43}$/);

    const mine = { ASSAY_TOKEN: token, ASSAY_DATA_DIR: join(folder, 'elsewhere') };
    const where = ['--server', server.ready.url];
    const written = await assay(
      ['export', article.id, '--format', 'html', '--out', 'out.html', ...where],
      mine,
    );
    const printed = await assay(['export', article.id, '--format', 'html', ...where], mine);
    expect([written.code, written.out, printed.code]).toEqual([0, '', 0]);
    expect(readFileSync(join(folder, 'out.html'), 'utf8').trimEnd()).toBe(printed.out.trimEnd());
    expect(printed.out).toContain('The wall');
    const refused = await assay(['invite', '--role', 'viewer', ...where], mine);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(/viewer, does not allow/);
  });

  it('[CL3] says what to do about what it cannot do', async () => {
    writeFileSync(join(folder, 'empty.html'), '<title>News</title><script>app()</script>');
    const elsewhere = { ASSAY_DATA_DIR: join(folder, 'nothing-here') };
    const cases: [string[], Record<string, string>, number, RegExp][] = [
      [['import', 'missing.txt'], {}, 1, /There is no file missing\.txt/],
      [['import', 'empty.html', '--title', 'T'], {}, 1, /no words.*open it in a browser/],
      [['export', 'nothing-here', '--format', 'json'], {}, 1, /no such article/],
      [['invite', '--role', 'viewer'], elsewhere, 1, /--token or ASSAY_TOKEN/],
      [['invite', '--role', 'viewer', '--server', 'http://127.0.0.1:9'], {}, 1, /assay serve/],
      [['invite', '--role', 'viewer', '--token', 'assay_nonsense'], {}, 1, /does not know this token/],
      [['serve', '--port', new URL(server.ready.url).port, '--data', 'other'], {}, 1, /another port/],
      [['serve', '--port', 'many'], {}, 2, /number from 0/],
      [['invite', '--role', 'owner'], {}, 2, /Allowed choices/],
      [['export', 'x', '--format', 'docx'], {}, 2, /Allowed choices/],
      [['frobnicate'], {}, 2, /unknown command/],
      [['--help'], {}, 0, /^$/],
    ];
    for (const [words, env, code, message] of cases) {
      const done = await assay(words, env);
      expect([words, done.code, done.err]).toEqual([words, code, expect.stringMatching(message)]);
      expect(done.err).not.toMatch(/\n\s+at /);
    }
  });

  it('[CL2] says the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(dirname(ASSAY), '..', 'package.json'), 'utf8'));
    expect((await assay(['--version'])).out.trim()).toBe(version);
  });

  it('[CL4] does not serve others by accident', async () => {
    const refused = await assay(['serve', '--host', '0.0.0.0', '--port', '0']);
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/PUBLIC_URL.*--allow-public/)]);
    const nonsense = await assay(['serve', '--host', '0.0.0.0', '--port', '0'], { PUBLIC_URL: 'nonsense' });
    expect([nonsense.code, nonsense.err]).toEqual([1, expect.stringMatching(/https:\/\/assay/)]);
  });

  it('[CL5] ends at a signal, and the next start has everything', async () => {
    const before = JSON.parse((await assay(['import', 'wall.md'])).out);
    expect(await server.stop('SIGTERM')).toBe(0);
    server = await serve('--port', '0');
    const text = await assay(['export', before.id, '--format', 'json']);
    expect(text.out).toContain('"The wall"');
    expect(await server.stop('SIGINT')).toBe(0);
    server = await serve('--port', '0', '--data', join(folder, 'third'));
  });
});
