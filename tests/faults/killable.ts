import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Ready } from './kill-target.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

/** A server process of its own that can be killed and started again on the same data and port. */
export class Killable {
  readonly folder = mkdtempSync(join(tmpdir(), 'assay-kill-'));
  readonly #bundle: string;
  #child: ChildProcess | null = null;
  #port = 0;

  private constructor(bundle: string) {
    this.#bundle = bundle;
  }

  /** Builds the server as it is shipped: bundled, with its writer thread in a file beside it. */
  static async build(): Promise<Killable> {
    const modules = join(root, 'node_modules', '.cache');
    mkdirSync(modules, { recursive: true });
    const bundle = mkdtempSync(join(modules, 'assay-kill-'));
    await build({
      entryPoints: {
        target: join(here, 'kill-target.ts'),
        writer: join(root, 'server', 'src', 'storage', 'writer.ts'),
      },
      outdir: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['@photostructure/sqlite', 'ws'],
      logLevel: 'error',
    });
    writeFileSync(join(bundle, 'package.json'), '{"type":"module"}');
    return new Killable(bundle);
  }

  async start(): Promise<Ready> {
    const args = [join(this.#bundle, 'target.js'), this.folder, String(this.#port)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout! }).once('line', resolve);
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    });
    const ready = JSON.parse(line) as Ready;
    this.#port = ready.port;
    return ready;
  }

  /** SIGKILL: nothing is flushed, nobody is told. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async destroy(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
    rmSync(this.#bundle, { recursive: true, force: true });
  }
}
