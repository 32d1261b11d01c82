import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const lock = `${root}node_modules/.assay-building`;
/** A build that was killed leaves its lock behind. */
const STALE_LOCK = 180_000;

const PARTS = [
  {
    workspace: '@assay/server',
    output: 'server/dist/main.js',
    sources: ['server/src', 'server/build.mjs', 'shared/src'],
  },
  {
    workspace: '@assay/client',
    output: 'client/dist/index.html',
    sources: [
      'client/src',
      'client/public',
      'client/index.html',
      'client/vite.config.ts',
      'client/list-shell.ts',
      'shared/src',
    ],
  },
];

/** Builds what is missing or older than its sources. An installation without sources is taken as it is. */
export async function ensureBuilt(parts = PARTS) {
  if (parts.every(isFresh)) return;
  await withLock(async () => {
    for (const part of parts.filter((one) => !isFresh(one))) {
      process.stderr.write(`assay: building ${part.workspace} …\n`);
      await runBuild(part.workspace);
    }
  });
}

export const SERVER_PART = PARTS[0];

function isFresh({ output, sources }) {
  const present = sources.filter((source) => existsSync(root + source));
  if (!existsSync(root + output)) return false;
  const built = statSync(root + output).mtimeMs;
  return present.every((source) => newest(root + source) <= built);
}

/** When the file, or anything in the folder, was last changed. */
function newest(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

/** One build at a time, however many commands begin at once; the others wait and find it done. */
async function withLock(work) {
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isStale()) rmSync(lock, { recursive: true, force: true });
      else await pause(100);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isStale() {
  try {
    return Date.now() - statSync(lock).mtimeMs > STALE_LOCK;
  } catch {
    return false;
  }
}

/** The build's own words go to standard error: standard output belongs to the command. */
function runBuild(workspace) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return new Promise((resolve, reject) => {
    const child = spawn(npm, ['run', '--silent', 'build', '-w', workspace], {
      cwd: root,
      // Whoever starts the command, such as a test, may have another environment in mind than the page's readers.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', process.stderr, process.stderr],
      shell: process.platform === 'win32',
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${workspace} ended with ${code}`)),
    );
  });
}
