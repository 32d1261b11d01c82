import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ModuleItem, parseFileSync } from '@swc/core';

const WORKSPACES = ['shared', 'server', 'client'];

/**
 * A copy of a tree's sources with every `.tsx` file cut down to what it imports, for dependency-cruiser reads types
 * through swc, but no JSX. Returns the copy's folder; whoever asked removes it.
 */
export function copyForReading(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'assay-imports-'));
  for (const workspace of WORKSPACES) {
    cpSync(join(root, workspace, 'src'), join(copy, workspace, 'src'), { recursive: true });
    const manifest = join(root, workspace, 'package.json');
    if (existsSync(manifest)) cpSync(manifest, join(copy, workspace, 'package.json'));
  }
  linkPackages(root, copy);
  for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (/^\w+\/src\/.*\.tsx$/.test(file)) writeFileSync(join(copy, file), importsOf(join(root, file)));
  }
  return copy;
}

/** The packages are the checkout's own; `@assay/…` are the copy's. */
function linkPackages(root: string, copy: string): void {
  mkdirSync(join(copy, 'node_modules', '@assay'), { recursive: true });
  for (const workspace of WORKSPACES)
    symlinkSync(join(copy, workspace), join(copy, 'node_modules', '@assay', workspace));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@assay') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
}

function importsOf(file: string): string {
  const { body } = parseFileSync(file, { syntax: 'typescript', tsx: true });
  return [...body.flatMap(importOf), ...dynamicImports(JSON.stringify(body))].join('\n');
}

function importOf(item: ModuleItem): string[] {
  if (item.type === 'ImportDeclaration')
    return [`import ${item.typeOnly ? 'type {} from ' : ''}${JSON.stringify(item.source.value)};`];
  if (item.type === 'ExportAllDeclaration') return [`export * from ${JSON.stringify(item.source.value)};`];
  if (item.type === 'ExportNamedDeclaration' && item.source)
    return [`export {} from ${JSON.stringify(item.source.value)};`];
  return [];
}

/** `import('…')` wherever it stands in the syntax tree, given as JSON. */
function dynamicImports(tree: string): string[] {
  const calls = tree.matchAll(/"callee":\{"type":"Import".*?"type":"StringLiteral".*?"value":("[^"]*")/g);
  return [...calls].map(([, source]) => `import(${source});`);
}
