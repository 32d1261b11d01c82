/**
 * `npm test`: types, format and lint, the build, then every test. Stops at the first that fails. Words after `--` go to
 * vitest (`npm test -- --project unit`).
 */
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './support/chromium.mjs';

function step(title, command, args) {
  console.log(`\n== ${title}`);
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

step('types', 'npm', ['run', '--silent', 'check:types']);
step('format and lint', 'npm', ['run', '--silent', 'check:lint']);
step('build', 'npm', ['run', '--silent', 'build']);
try {
  console.log(`\n== browser\n${ensureChromium()}`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
step('tests', 'npx', ['vitest', 'run', ...process.argv.slice(2)]);
