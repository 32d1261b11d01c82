import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { RULES, standsInTable } from './rules.ts';

/** A forbidden import: which rule it breaks, from where to where. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Reads every import below `baseDir` (types included) and says which break a rule. Also counts the files read. */
export async function violationsIn(baseDir: string): Promise<{ violations: Violation[]; files: number }> {
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
