import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The headless shell is Chromium without its windows: it starts and loads pages in about half the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const PLAYWRIGHT = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'cli.js',
);
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The path of a Chromium or Chrome to test with, or null: `ASSAY_CHROMIUM`, then the PATH, then Playwright's own. */
export function findChromium() {
  const named = process.env.ASSAY_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`ASSAY_CHROMIUM names ${named}, and there is no such file.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, MAC, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}

function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function mayUseApt() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/**
 * Finds Chromium, or installs it: with apt where this is root on Debian or Ubuntu, else with Playwright. Throws an
 * error that says what to do when neither works.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found; installing one for the browser tests.');
  if (mayUseApt() && run('apt-get', ['update', '-qq']))
    run('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell']) ||
      run('apt-get', ['install', '-y', '-qq', 'chromium']);
  if (!findChromium()) run(process.execPath, [PLAYWRIGHT, 'install', '--with-deps', 'chromium']);
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium and could not install it. Install it yourself (Debian: apt install chromium; ' +
      'elsewhere: npx playwright-core install chromium) or name one: ASSAY_CHROMIUM=/path/to/chrome npm test.',
  );
}
