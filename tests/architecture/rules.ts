import type { IForbiddenRuleType } from 'dependency-cruiser';
import { TABLE } from './table.ts';

/** The regular expression of a module's files: `shared/model` -> `shared/src/model/`, `server/main.ts` -> that file. */
function pathOf(module: string): string {
  const [workspace, name] = module.split('/') as [string, string];
  if (name === '*') return `^${workspace}/src/`;
  return name.includes('.') ? `^${workspace}/src/${name.replace('.', '\\.')}$` : `^${workspace}/src/${name}/`;
}

function tableRule(module: string, allowed: readonly string[]): IForbiddenRuleType {
  return {
    name: `table:${module}`,
    severity: 'error',
    comment: `${module} may import ${allowed.length ? allowed.join(', ') : 'nothing of ours'}. Change tests/architecture/table.ts only with a reason.`,
    from: { path: pathOf(module) },
    to: { path: '^(shared|server|client|tests)/', pathNot: [pathOf(module), ...allowed.map(pathOf)] },
  };
}

const modulePaths = Object.keys(TABLE).map((module) => new RegExp(pathOf(module)));

/** Whether a source file belongs to a module of the table (declaration files belong to a whole workspace). */
export function standsInTable(file: string): boolean {
  return file.endsWith('.d.ts') || modulePaths.some((path) => path.test(file));
}

/** The rules of dependency-cruiser made from the table, with the structural ones beside them. */
export const RULES: IForbiddenRuleType[] = [
  ...Object.entries(TABLE).map(([module, allowed]) => tableRule(module, allowed)),
  {
    name: 'no-cycle',
    severity: 'error',
    comment: 'Files that import each other cannot be read or tested alone. Move what both need below them.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'enter-by-index',
    severity: 'error',
    comment: "A folder's insides are its own business. Import its index.ts.",
    from: { path: '^(shared|server|client)/src/([^/]+)/' },
    to: {
      path: '^(shared|server|client)/src/[^/]+/',
      pathNot: [
        '^$1/src/$2/',
        '^(shared|server|client)/src/[^/]+/index\\.ts$',
        '\\.(css|md|svg|html)(\\?raw)?$',
      ],
    },
  },
  {
    name: 'not-own-index',
    severity: 'error',
    comment: 'A file that imports its own index.ts imports itself.',
    from: { path: '^(shared|server|client)/src/([^/]+)/' },
    to: { path: '^$1/src/$2/index\\.ts$' },
  },
  {
    name: 'shared-runs-everywhere',
    severity: 'error',
    comment: 'shared/ runs in browser and Node: no Node module, no React.',
    from: { path: '^shared/src/' },
    to: { path: '^(node:|fs$|path$|crypto$)|node_modules/(react|react-dom|prosemirror-view)/' },
  },
  {
    name: 'react-in-tsx-only',
    severity: 'error',
    comment: 'React lives in .tsx files and use-*.ts hooks; everything else can be tested without it.',
    from: { path: '^client/src/.*\\.ts$', pathNot: '/use-[^/]+\\.ts$' },
    to: { path: 'node_modules/(react|react-dom|react-aria-components)/' },
  },
  {
    name: 'tests-are-leaves',
    severity: 'error',
    comment: 'Nothing imports the tests.',
    from: { path: '^(shared|server|client)/src/' },
    to: { path: '^tests/' },
  },
];
