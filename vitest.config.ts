import { defineConfig } from 'vitest/config';

/** One project per kind of test, so that each can be run alone: `npx vitest run --project journeys`. */
function project(name: string, include: string[], extra: Record<string, unknown> = {}) {
  return { test: { name, include, environment: 'node', testTimeout: 30_000, hookTimeout: 60_000, ...extra } };
}

export default defineConfig({
  test: {
    projects: [
      project('architecture', ['tests/architecture/**/*.test.ts']),
      project('unit', ['tests/{shared,server,client,contract,security}/**/*.test.{ts,tsx}']),
      project('convergence', ['tests/{convergence,anchors}/**/*.test.ts'], { testTimeout: 240_000 }),
      project('faults', ['tests/faults/**/*.test.ts'], { testTimeout: 240_000, fileParallelism: false }),
      project('journeys', ['tests/journeys/**/*.test.ts'], {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        fileParallelism: false,
      }),
    ],
  },
});
