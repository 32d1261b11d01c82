import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Shell } from './src/worker/shell.ts';

/** The worker's file. Its scope is its folder, so it stands at the root, without a hash in its name. */
export const WORKER = 'sw.js';

/** Faces of Latin script; those of others are fetched, and then kept, when a text needs them. */
const FIRST_FONTS = /-latin-(?:wght|opsz)-[^/]*\.woff2$/;

/** Whether a built file is fetched beforehand, so that the page opens without the server. */
function isFirst(path: string): boolean {
  return /\.(?:js|css)$/.test(path) || FIRST_FONTS.test(path);
}

/** The shell of a deployment, from the contents of its files by their paths from the root, without leading slash. */
export function shellOf(files: ReadonlyMap<string, string | Uint8Array>): Shell {
  const hash = createHash('sha256');
  const paths: string[] = [];
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const built = path.startsWith('assets/');
    if (path === WORKER || path.endsWith('.map') || (built && !isFirst(path))) continue;
    hash.update(path).update(content);
    paths.push(path === 'index.html' ? '/' : `/${path}`);
  }
  return { version: hash.digest('hex').slice(0, 16), files: paths };
}

/** Tells the service worker, as it is built, what the page is made of. */
export function listShell(): Plugin {
  let publicFolder = '';
  return {
    name: 'assay:list-shell',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicFolder = config.publicDir;
    },
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') throw new Error(`There is no ${WORKER} to tell of the files.`);
      if (worker.imports.length > 0) throw new Error(`${WORKER} must import nothing: it is no module.`);
      const files = new Map<string, string | Uint8Array>(
        readdirSync(publicFolder).map((name) => [name, readFileSync(join(publicFolder, name))]),
      );
      for (const [path, built] of Object.entries(bundle))
        files.set(path, built.type === 'chunk' ? built.code : built.source);
      worker.code = `const SHELL=${JSON.stringify(shellOf(files))};${worker.code}`;
    },
  };
}
