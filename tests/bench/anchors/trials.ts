import fc from 'fast-check';
import { emptyTally, type Mode, perform, scripts } from '../../anchors/script.ts';
import { LiveServer } from '../../server/gateway/live-server.ts';
import type { Measurement, Trial } from '../figures.ts';
import { lookForLostWords } from './memory.ts';

const SCRIPTS = 60;

/** Plays new random scripts on a real server, and says how many of the marks looked at were exact. */
async function followMarks(mode: Mode): Promise<Measurement> {
  const server = await LiveServer.start();
  const people = await Promise.all(
    ['Ada', 'Ben', 'Cleo', 'Dan'].map((name) => server.somebody(name, 'owner')),
  );
  const tally = emptyTally();
  try {
    for (const script of fc.sample(scripts(mode), SCRIPTS))
      await perform(server, people, script, mode, tally);
  } finally {
    await server.destroy();
  }
  const count = (value: number) => ({ value, unit: 'marks' });
  return {
    exact: { value: (100 * tally.exact) / tally.checks, unit: '%' },
    'looked at': count(tally.checks),
    'words left out': count(tally.missing),
    'on foreign words': count(tally.foreign),
    'lost without a record': count(tally.unrecorded),
    'seen elsewhere by somebody': count(tally.apart),
    orphans: count(tally.orphans),
    'in several pieces': count(tally.torn),
  };
}

/**
 * How true marks are to their words while several people edit, all online and under full concurrency, and what it costs
 * to look for lost words in what is typed and pasted.
 */
export async function anchorTrials(): Promise<{ trials: Trial[]; close(): Promise<void> }> {
  const cases: Record<string, () => Promise<Measurement>> = {
    online: () => followMarks('online'),
    concurrent: () => followMarks('concurrent'),
    'lost words': lookForLostWords,
  };
  const trials = Object.entries(cases).map(([name, run]) => ({
    suite: 'anchors',
    case: name,
    subject: 'assay',
    parameters: {},
    run,
  }));
  return { trials, close: async () => {} };
}
