import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SOURCES = {
  server: ['server/src', 'server/build.mjs', 'shared/src', 'package-lock.json'],
  client: [
    'client/src',
    'client/public',
    'client/index.html',
    'client/vite.config.ts',
    'shared/src',
    'package-lock.json',
  ],
};
const RESULTS = { server: 'server/dist/main.js', client: 'client/dist/index.html' };

function newestIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function isFresh(workspace) {
  const result = statSync(join(root, RESULTS[workspace]), { throwIfNoEntry: false });
  return result && SOURCES[workspace].every((path) => newestIn(join(root, path)) <= result.mtimeMs);
}

/**
 * Builds a workspace (`server` or `client`) when it was never built or its sources are newer. Where the build tools are
 * not installed, what was built before is used as it is. Throws when there is nothing to use.
 */
export function buildWhenNeeded(workspace) {
  if (isFresh(workspace)) return;
  const result = join(root, RESULTS[workspace]);
  const tool = workspace === 'server' ? 'esbuild' : 'vite';
  if (!existsSync(join(root, 'node_modules', tool)) && existsSync(result)) return;
  // Standard output belongs to the command; what the build has to say goes to standard error.
  const { status } = spawnSync('npm', ['run', '--silent', 'build', '-w', workspace], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The ${workspace} could not be built. Run "npm ci" and try again.`);
  // A build that had nothing to write must not look old the next time.
  const now = new Date();
  utimesSync(result, now, now);
}
