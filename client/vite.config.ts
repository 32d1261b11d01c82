import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Browsers that have `light-dark()` and `@starting-style`: the last two years of each. */
const BROWSERS = ['chrome123', 'edge123', 'firefox128', 'safari17.5'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: BROWSERS,
    sourcemap: true,
    // The content security policy allows no data: fonts and no inline scripts: every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
});
