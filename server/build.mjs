/** Bundles the server into server/dist: the command line, and the threads it starts, each a file of its own. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));

/** Packages of the registry stay outside the bundle; our own workspaces go in. */
function packages() {
  const manifests = ['package.json', '../shared/package.json'].map((file) =>
    JSON.parse(readFileSync(join(here, file), 'utf8')),
  );
  return manifests
    .flatMap((manifest) => Object.keys(manifest.dependencies))
    .filter((name) => !name.startsWith('@assay/'))
    .flatMap((name) => [name, `${name}/*`]);
}

await build({
  absWorkingDir: here,
  entryPoints: {
    main: 'src/main.ts',
    writer: 'src/storage/writer.ts',
    'import-worker': 'src/importing/import-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: packages(),
  sourcemap: true,
  logLevel: 'warning',
});
