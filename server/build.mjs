/** Bundles the server, its threads and the command line into `dist`, for Node 20.19 and later. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  // Each is whole in itself, so that a server at work is not disturbed by the next build beside it.
  entryPoints: {
    main: here('src/main.ts'),
    writer: here('src/storage/writer.ts'),
    'import-worker': here('src/importing/import-worker.ts'),
  },
  outdir: here('dist'),
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [
    {
      // Packages are loaded from node_modules; our own shared code is TypeScript and goes into the bundle.
      name: 'external-packages',
      setup(build) {
        build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === 'entry-point' || path.startsWith('@assay/') ? null : { path, external: true },
        );
      },
    },
  ],
});
