#!/usr/bin/env node
/** The command line of a checkout: builds what is missing or old, then runs the built program. */
import { buildWhenNeeded } from './fresh-build.mjs';

try {
  buildWhenNeeded('server');
  if (process.argv[2] === 'serve') buildWhenNeeded('client');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('../dist/main.js');
