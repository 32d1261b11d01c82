import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveServer, type Somebody } from '../server/gateway/live-server.ts';
import { emptyTally, type Mode, perform, scripts } from './script.ts';

/** The same scripts every time, so that a change of the figures is a change of the code. */
const SEEDS = process.env.ASSAY_SEED ? [Number(process.env.ASSAY_SEED)] : [12, 7, 31];
/** Scripts for each seed; three times as many where marks are looked at only at the end. */
const RUNS = Number(process.env.ASSAY_RUNS ?? 40);

let server: LiveServer;
let people: Somebody[];

beforeAll(async () => {
  server = await LiveServer.start();
  people = await Promise.all(['Ada', 'Ben', 'Cleo', 'Dan'].map((name) => server.somebody(name, 'owner')));
});

afterAll(() => server.destroy());

async function played(mode: Mode) {
  const tally = emptyTally();
  const numRuns = mode === 'online' ? RUNS : 3 * RUNS;
  for (const seed of SEEDS)
    for (const script of fc.sample(scripts(mode), { numRuns, seed }))
      await perform(server, people, script, mode, tally);
  return tally;
}

describe('marks on characters that are each met once', () => {
  it('[AN17] are exact after every edit when everybody is online', async () => {
    const tally = await played('online');
    expect(tally.checks).toBeGreaterThan(RUNS * SEEDS.length * 50);
    expect(tally.torn).toBeGreaterThan(RUNS * SEEDS.length);
    expect(tally.orphans).toBeGreaterThan(0);
    expect(tally).toMatchObject({ missing: 0, foreign: 0, unrecorded: 0, apart: 0, exact: tally.checks });
  });

  it('[AN17] are exact in 999 of 1,000 cases when everything happens at once', async () => {
    const tally = await played('concurrent');
    expect(tally.checks).toBeGreaterThan(RUNS * SEEDS.length * 12);
    expect(tally.torn).toBeGreaterThan(RUNS);
    expect(tally).toMatchObject({ foreign: 0, unrecorded: 0, apart: 0 });
    expect(tally.exact / tally.checks).toBeGreaterThanOrEqual(0.999);
  });
});
