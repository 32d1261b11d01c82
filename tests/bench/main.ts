/**
 * `npm run bench [-- SUITE] [--json] [--runs N] [--only PATTERN]`: measures Assay beside real peers in one interleaved run. `--json`
 * prints one line a figure on standard output; progress goes to standard error. `--only` takes the cases that a regular
 * expression finds in a line of the progress.
 */
import { parseArgs } from 'node:util';
import { agreementTrials } from './agreement/trials.ts';
import { anchorTrials } from './anchors/trials.ts';
import { clientTrials } from './client/trials.ts';
import { measure, type Trial, tables, titleOf } from './figures.ts';
import { groupingTrials } from './grouping/trials.ts';
import { syncTrials } from './sync/trials.ts';

interface Suite {
  readonly trials: readonly Trial[];
  close(): Promise<void>;
  /** What there is to say besides times, printed below them. */
  report?(): string;
}

const SUITES: Record<string, () => Promise<Suite>> = {
  sync: syncTrials,
  client: clientTrials,
  anchors: anchorTrials,
  grouping: groupingTrials,
  agreement: agreementTrials,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
});
const runs = Number(values.runs);
const only = new RegExp(values.only);
const names = positionals.length ? positionals : Object.keys(SUITES);
const unknown = names.filter((name) => !(name in SUITES));
if (unknown.length || !Number.isInteger(runs) || runs < 1) {
  console.error(
    `usage: npm run bench -- [${Object.keys(SUITES).join('|')}] [--json] [--runs N] [--only PATTERN]`,
  );
  process.exit(2);
}

for (const name of names) {
  const { trials, close, report } = await SUITES[name]!();
  try {
    const figures = await measure(
      trials.filter((trial) => only.test(titleOf(trial))),
      runs,
      (line) => process.stderr.write(`${line}\n`),
    );
    if (values.json) for (const figure of figures) console.log(JSON.stringify(figure));
    else console.log(`\n${[tables(figures), report?.()].filter(Boolean).join('\n\n')}\n`);
  } finally {
    await close();
  }
}
process.exit(0);
