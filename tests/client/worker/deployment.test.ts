import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../../server/src/server.ts';
import { launchBrowser } from '../../support/browser.ts';
import { assay } from '../../support/real-server.ts';

const NEXT = 'index-next.css';

let folder: string;
let pages: string;
let server: RunningServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  // Any command builds the page where it is older than its sources.
  await assay(['--help']);
  folder = mkdtempSync(join(tmpdir(), 'assay-deployment-'));
  pages = join(folder, 'pages/');
  // Without the compressed copies, which would not follow what is rewritten below.
  const filter = (path: string) => !/\.(?:br|gz)$/.test(path);
  cpSync(fileURLToPath(new URL('../../../client/dist/', import.meta.url)), pages, {
    recursive: true,
    filter,
  });
  server = await startServer({ host: '127.0.0.1', port: 0, data: join(folder, 'data'), pages });
  browser = await launchBrowser();
  context = await browser.newContext();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts another deployment in the place of the first: one of its files has another name. Returns the name it had. */
function deploy(): string {
  const before = readdirSync(join(pages, 'assets')).find((name) => /^index-.*\.css$/.test(name))!;
  renameSync(join(pages, 'assets', before), join(pages, 'assets', NEXT));
  for (const name of ['index.html', 'sw.js']) {
    const content = readFileSync(join(pages, name), 'utf8').replace(before, NEXT);
    writeFileSync(join(pages, name), content.replace(/"version":"/, '$&next-'));
  }
  return before;
}

const styleOf = (page: Page) => page.locator('link[rel="stylesheet"]').last().getAttribute('href');
const statusOf = (page: Page, path: string) =>
  page.evaluate(async (asked) => (await fetch(asked)).status, path);

it('[OF4] is shown at once, taken over whole, and opened even where a server takes calls and never answers', async () => {
  const page = await context.newPage();
  await page.goto(server.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const before = deploy();
  const later = await context.newPage();
  await later.goto(server.url);
  expect(await styleOf(later)).toBe(`/assets/${NEXT}`);
  await expect.poll(() => later.evaluate(() => caches.keys()), { timeout: 20_000 }).toHaveLength(2);
  const isChanging = async () => {
    const { installing, waiting } = (await navigator.serviceWorker.getRegistration())!;
    return Boolean(installing ?? waiting);
  };
  await expect.poll(() => later.evaluate(isChanging), { timeout: 20_000 }).toBe(false);

  const { port } = new URL(server.url);
  await server.close();
  // The tab of the first deployment still has all of its files, though no server has them any more.
  expect(await statusOf(page, `/assets/${before}`)).toBe(200);
  const silent = createServer(() => {}).listen(Number(port), '127.0.0.1');
  const opened = await context.newPage();
  await opened.goto(`${server.url}/articles/some`);
  expect(await styleOf(opened)).toBe(`/assets/${NEXT}`);
  await opened
    .getByRole('heading', { name: 'The server cannot be reached' })
    .or(opened.getByText('You are not signed in'))
    .waitFor();
  silent.close();
}, 90_000);
