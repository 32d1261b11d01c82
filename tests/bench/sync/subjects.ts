import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');

/** A running server under measurement. */
export interface Subject {
  readonly name: string;
  /** Whether the server answers sync step 1 with its own state. */
  readonly keepsState: boolean;
  /** A room that nobody has used yet: its address and the headers a socket needs. */
  newRoom(): Promise<{ url: string; headers: Record<string, string> }>;
  /** User and system time of the whole process so far, in seconds. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Reads `/proc`, so Linux alone; 100 clock ticks a second. */
function cpuSecondsOf(child: ChildProcess): number {
  const file = `/proc/${child.pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function start(
  args: string[],
  env: Record<string, string>,
): Promise<{ child: ChildProcess; firstLine: string }> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! });
  const firstLine = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) =>
      reject(new Error(`${args.join(' ')} ended with ${code} before it was ready`)),
    );
  });
  return { child, firstLine };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

async function simple(name: string, script: string, keepsState: boolean): Promise<Subject> {
  const port = await freePort();
  const { child } = await start([script], { PORT: String(port), HOST: '127.0.0.1' });
  let rooms = 0;
  return {
    name,
    keepsState,
    newRoom: async () => ({ url: `ws://127.0.0.1:${port}/room-${++rooms}`, headers: {} }),
    cpuSeconds: () => cpuSecondsOf(child),
    stop: () => stop(child),
  };
}

/** The floor. */
export const bareRelay = () => simple('bare ws relay', join(here, 'relay-server.mjs'), false);

/** The reference server, in memory: no log, no permission. */
export const ywsServer = () =>
  simple('@y/websocket-server', join(root, 'node_modules/@y/websocket-server/src/server.js'), true);

/** Assay as it is served: durable log, admission and permissions on. */
export async function assay(): Promise<Subject> {
  const data = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  const args = [join(root, 'server/bin/assay.mjs'), 'serve', '--port', '0', '--data', data, '--json'];
  const { child, firstLine } = await start(args, {});
  const { url } = JSON.parse(firstLine) as { url: string };
  const token = readFileSync(join(data, 'operator-token'), 'utf8').trim();
  const headers = { authorization: `Bearer ${token}` };
  return {
    name: 'assay (durable)',
    keepsState: true,
    async newRoom() {
      const response = await fetch(new URL('/api/articles', url), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'Bench', content: 'First.', format: 'text' }),
      });
      const { id } = (await response.json()) as { id: string };
      return { url: `${url.replace(/^http/, 'ws').replace(/\/$/, '')}/sync/${id}/text`, headers };
    },
    cpuSeconds: () => cpuSecondsOf(child),
    async stop() {
      await stop(child);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
