import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { violationsIn } from './cruise.ts';
import { TABLE } from './table.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const planted = mkdtempSync(join(tmpdir(), 'assay-planted-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

/** Writes a small tree with these files, linked as the real one is, and returns the rules each file breaks. */
async function rulesBroken(files: Record<string, string>): Promise<string[]> {
  const base = mkdtempSync(join(planted, 'tree-'));
  for (const workspace of ['shared', 'server', 'client'])
    mkdirSync(join(base, workspace, 'src'), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), content);
  }
  writeFileSync(
    join(base, 'shared', 'package.json'),
    '{"name":"@assay/shared","type":"module","exports":{"./*":"./src/*/index.ts"}}',
  );
  mkdirSync(join(base, 'node_modules'), { recursive: true });
  const { violations } = await violationsIn(base);
  return [...new Set(violations.map((violation) => violation.rule))].sort();
}

describe('the architecture', () => {
  it('[AR1] [AR2] [AR3] the sources import only what the table allows, without cycles, by index.ts', async () => {
    const { violations, files } = await violationsIn(root);
    expect(violations).toEqual([]);
    expect(files).toBeGreaterThan(100);
  });

  it('the table itself has no cycles', () => {
    const open = new Set<string>();
    const visit = (module: string): void => {
      expect(open.has(module), `${[...open].join(' > ')} > ${module}`).toBe(false);
      open.add(module);
      for (const next of TABLE[module] ?? []) if (!next.endsWith('/*')) visit(next);
      open.delete(module);
    };
    for (const module of Object.keys(TABLE)) visit(module);
  });
});

describe('the check can fail: planted violations', () => {
  const index = { 'shared/src/model/index.ts': 'export type Id = string;' };

  it('finds nothing in a lawful tree', async () => {
    const files = {
      ...index,
      'shared/src/policy/index.ts': "import type { Id } from '@assay/shared/model'; export type P = Id;",
    };
    expect(await rulesBroken(files)).toEqual([]);
  });

  it('[AR1] a type imported against the table', async () => {
    const files = {
      'shared/src/model/index.ts': "import type { P } from '@assay/shared/policy'; export type Id = P;",
      'shared/src/policy/index.ts': 'export type P = string;',
    };
    expect(await rulesBroken(files)).toEqual(['table:shared/model']);
  });

  it('[AR1] a client leaf that reaches into the server', async () => {
    const files = {
      'client/src/library/index.ts': "export * from '../../../server/src/storage/index.ts';",
      'server/src/storage/index.ts': 'export const x = 1;',
    };
    expect(await rulesBroken(files)).toEqual(['table:client/library']);
  });

  it('[AR2] a cycle made of types alone', async () => {
    const files = {
      'shared/src/model/index.ts': "export * from './a.ts';",
      'shared/src/model/a.ts': "import type { B } from './b.ts'; export type A = B | 1;",
      'shared/src/model/b.ts': "import type { A } from './a.ts'; export type B = A | 2;",
    };
    expect(await rulesBroken(files)).toEqual(['no-cycle']);
  });

  it('[AR3] a folder entered through another door than its index', async () => {
    const files = {
      'server/src/storage/index.ts': 'export const x = 1;',
      'server/src/storage/inner.ts': 'export const y = 1;',
      'server/src/auth/index.ts': "export * from '../storage/inner.ts';",
    };
    expect(await rulesBroken(files)).toEqual(['enter-by-index']);
  });

  it('a module that stands in no table', async () => {
    expect(await rulesBroken({ ...index, 'shared/src/helpers/index.ts': 'export const x = 1;' })).toEqual([
      'in-the-table',
    ]);
  });

  it('[AR1] an import of a file with JSX', async () => {
    const files = {
      'client/src/library/index.ts': "export * from './Row.tsx';",
      'client/src/library/Row.tsx':
        "import { x } from '../settings/index.ts'; export const Row = () => <p>{x}</p>; export const L = () => import('../app/index.ts');",
      'client/src/settings/index.ts': 'export const x = 1;',
      'client/src/app/index.ts': 'export const y = 1;',
    };
    expect(await rulesBroken(files)).toEqual(['table:client/library']);
  });

  it('a Node module in shared, React outside .tsx', async () => {
    const files = {
      'shared/src/model/index.ts':
        "import { readFileSync } from 'node:fs'; export const read = readFileSync;",
      'client/src/store/store.ts': "import 'react';",
      'node_modules/react/package.json': '{"name":"react","main":"index.js"}',
      'node_modules/react/index.js': '',
    };
    expect(await rulesBroken(files)).toEqual(['react-in-tsx-only', 'shared-runs-everywhere']);
  });
});
