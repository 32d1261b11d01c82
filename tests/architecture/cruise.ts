import { rmSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { copyForReading } from './imports-only.ts';
import { RULES, standsInTable } from './rules.ts';

/** A forbidden import: which rule it breaks, from where to where. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Reads every import below a checkout's `root` (types included) and says which break a rule. Also counts the files read. */
export async function violationsIn(root: string): Promise<{ violations: Violation[]; files: number }> {
  const copy = copyForReading(root);
  try {
    return await cruiseIn(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function cruiseIn(baseDir: string): Promise<{ violations: Violation[]; files: number }> {
  const { output } = await cruise(
    ['shared/src', 'server/src', 'client/src'],
    {
      baseDir,
      parser: 'swc',
      doNotFollow: { path: 'node_modules' },
      validate: true,
      ruleSet: { forbidden: RULES },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  );
  const { summary, modules } = output as ICruiseResult;
  const strays = modules
    .map(({ source }) => source)
    .filter((file) => /^\w+\/src\//.test(file) && !standsInTable(file));
  return {
    violations: [
      ...summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      ...strays.map((from) => ({ rule: 'in-the-table', from, to: '' })),
    ],
    files: summary.totalCruised,
  };
}
