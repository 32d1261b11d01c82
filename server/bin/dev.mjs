/**
 * `npm run dev`: the page with hot reload on one address, with the server behind it, started again when it changes.
 * Words after `--` go to `assay serve`, such as `--data FOLDER`.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PAGE_PORT = Number(process.env.PORT ?? 5173);
const SERVER_PORT = Number(process.env.ASSAY_SERVER_PORT ?? 8788);
const target = `http://127.0.0.1:${SERVER_PORT}`;

const vite = await createServer({
  root: `${root}client`,
  configFile: `${root}client/vite.config.ts`,
  server: {
    host: '127.0.0.1',
    port: PAGE_PORT,
    strictPort: true,
    proxy: { '/api': { target }, '/healthz': { target }, '/sync': { target, ws: true } },
  },
});
await vite.listen();
const { port } = vite.httpServer.address();

// The links it prints lead to the page's address, from which the server also takes requests.
const server = spawn(
  process.execPath,
  [
    '--import',
    'tsx',
    '--watch-path',
    `${root}server/src`,
    '--watch-path',
    `${root}shared/src`,
    '--watch-preserve-output',
    `${root}server/bin/dev-server.mjs`,
    'serve',
    '--port',
    String(SERVER_PORT),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, PUBLIC_URL: `http://127.0.0.1:${port}` } },
);

async function end() {
  server.kill('SIGTERM');
  await vite.close();
}
process.once('SIGINT', end);
process.once('SIGTERM', end);
server.once('exit', () => void vite.close());
