#!/usr/bin/env node
/** `assay`: builds the server and the page when they are missing or older than their sources, then runs the command. */
import { ensureBuilt } from './ensure-built.mjs';

try {
  await ensureBuilt();
} catch (error) {
  console.error(`assay: the build failed: ${error.message}`);
  process.exit(1);
}
const { main } = await import('../dist/main.js');
process.exitCode = await main(process.argv.slice(2));
