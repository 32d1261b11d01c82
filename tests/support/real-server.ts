import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The command line's file, as `npx assay` runs it. */
export const ASSAY = join(root, 'server', 'bin', 'assay.mjs');

/** `assay serve` as a process of its own, on its own data folder and a free port that stays the same over restarts. */
export interface RealServer {
  readonly url: string;
  /** The one-time set-up link of the first start. */
  readonly setup: string;
  readonly data: string;
  /** The token that `serve` leaves for its operator. */
  token(): string;
  /** SIGKILL: nothing is flushed, nobody is told. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Kills it and removes its data. */
  destroy(): Promise<void>;
}

interface Ready {
  readonly url: string;
  readonly setup?: string;
}

async function spawnServer(data: string, port: number): Promise<{ child: ChildProcess; ready: Ready }> {
  const args = [ASSAY, 'serve', '--port', String(port), '--data', data, '--json'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`assay serve ended with ${code}: ${errors}`)));
  });
  return { child, ready: JSON.parse(line) as Ready };
}

export async function startRealServer(): Promise<RealServer> {
  const data = mkdtempSync(join(tmpdir(), 'assay-server-'));
  let { child, ready } = await spawnServer(data, 0);
  const url = ready.url.replace(/\/$/, '');
  const kill = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  return {
    url,
    setup: ready.setup ?? '',
    data,
    token: () => readFileSync(join(data, 'operator-token'), 'utf8').trim(),
    kill,
    async restart() {
      ({ child, ready } = await spawnServer(data, Number(new URL(url).port)));
    },
    async destroy() {
      await kill();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Runs `assay` with these words and returns what it printed on standard output; throws with what it said otherwise. */
export async function assay(words: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, [ASSAY, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`assay ${words.join(' ')} ended with ${code}: ${errors}`);
  return output;
}
