import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { listShell, WORKER } from './list-shell.ts';
import { pageWeight } from './page-weight.ts';

/** Browsers that have `light-dark()` and `@starting-style`: the last two years of each. */
const BROWSERS = ['chrome123', 'edge123', 'firefox128', 'safari17.5'];

const resolve = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: resolve('.'),
  plugins: [react(), listShell(), pageWeight()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: BROWSERS,
    sourcemap: true,
    reportCompressedSize: false,
    // The content security policy allows no data: fonts and no inline scripts: every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: resolve('index.html'), worker: resolve('src/worker/index.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? WORKER : 'assets/[name]-[hash].js'),
      },
    },
    chunkSizeWarningLimit: 700,
  },
});
