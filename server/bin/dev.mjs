#!/usr/bin/env node
/**
 * `npm run dev`: the page with hot reload at 127.0.0.1:5173, and the server behind it, started again when its sources
 * change. Words after `--` go to `assay serve`, such as `--data DIR`.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PORT = 8788;
const behind = `http://127.0.0.1:${PORT}`;

const toServer = { target: behind, headers: { origin: behind }, changeOrigin: true };
const vite = await createServer({
  configFile: join(root, 'client', 'vite.config.ts'),
  server: {
    host: '127.0.0.1',
    proxy: { '/api': toServer, '/healthz': toServer, '/sync': { ...toServer, ws: true } },
  },
});
await vite.listen();
const page = `http://127.0.0.1:${vite.config.server.port ?? 5173}`;

const main = join(root, 'server', 'src', 'main.ts');
const words = ['serve', '--port', String(PORT), '--json', ...process.argv.slice(2)];
const server = spawn(process.execPath, ['--watch', '--import', 'tsx', main, ...words], {
  cwd: root,
  stdio: ['inherit', 'pipe', 'inherit'],
});
createInterface({ input: server.stdout }).on('line', (line) => {
  if (!line.startsWith('{"url"')) return console.log(line);
  const { setup } = JSON.parse(line);
  console.log(setup ? `Set up: ${setup.replace(behind, page)}` : `Assay: ${page}`);
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    server.kill(signal);
    await vite.close();
    process.exit(0);
  });
}
server.on('exit', (code) => process.exit(code ?? 1));
