/** The entry of the build: `bin/assay.mjs` calls it. */
import { run } from './cli/index.ts';

/** Runs the command line; the exit code. */
export function main(words: readonly string[]): Promise<number> {
  return run(words);
}
