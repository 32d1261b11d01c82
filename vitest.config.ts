import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Much of a test is waiting, for a disk or a browser: two at once also where there are two cores. */
const AT_ONCE = { maxWorkers: Math.max(2, availableParallelism() - 1), sequence: { groupOrder: 0 } };
/** Servers that are killed while they write: one after the other, and after everything else. */
const ALONE = { fileParallelism: false, maxWorkers: 1, sequence: { groupOrder: 1 } };

/** One project per kind of test, so that each can be run alone: `npx vitest run --project journeys`. */
function project(name: string, include: string[], extra: Record<string, unknown> = {}) {
  return { test: { name, include, environment: 'node', testTimeout: 30_000, hookTimeout: 60_000, ...extra } };
}

export default defineConfig({
  test: {
    projects: [
      project('architecture', ['tests/architecture/**/*.test.ts'], AT_ONCE),
      project('unit', ['tests/{shared,server,client,contract,security}/**/*.test.{ts,tsx}'], AT_ONCE),
      project('convergence', ['tests/{convergence,anchors}/**/*.test.ts'], {
        ...AT_ONCE,
        testTimeout: 240_000,
      }),
      project('faults', ['tests/faults/**/*.test.ts'], { ...ALONE, testTimeout: 240_000 }),
      project('journeys', ['tests/journeys/**/*.test.ts'], {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        ...AT_ONCE,
      }),
    ],
  },
});
