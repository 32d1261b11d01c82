import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const tests = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The numbers of the rules, in the order in which SPEC.md lists them. */
function ruleNumbers(): string[] {
  const spec = readFileSync(join(tests, 'SPEC.md'), 'utf8');
  return [...spec.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map(([, number]) => number!);
}

/** The numbers in brackets in the titles of tests. */
function quotedNumbers(): Set<string> {
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'));
  const titles = sources.flatMap((file) => [
    ...readFileSync(join(tests, file), 'utf8').matchAll(/\[([A-Z]{2}\d+)\]/g),
  ]);
  return new Set(titles.map(([, number]) => number!));
}

describe('the rules of behaviour', () => {
  const rules = ruleNumbers();
  const quoted = quotedNumbers();

  it('[AR4] each has a number of its own', () => {
    expect(rules.length).toBeGreaterThan(300);
    expect(rules.filter((rule, i) => rules.indexOf(rule) !== i)).toEqual([]);
  });

  it('[AR4] each is quoted by a test, and tests quote none that is not there', () => {
    expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
    expect([...quoted].filter((number) => !rules.includes(number))).toEqual([]);
  });
});
