import type { Attrs, Node, NodeType } from 'prosemirror-model';
import { isJson, type Json, type JsonObject, sortedObject } from './json.ts';
import { type BlockName, MAX_CELL, MAX_INDENT, MAX_QUOTE, schema } from './schema.ts';
import { safeUrl } from './url.ts';

/** The keys of a block's marker. A paragraph has no `t`; `quote` and `indent` are absent when 0. */
const OWN_KEYS = [
  't',
  'level',
  'kind',
  'src',
  'alt',
  'table',
  'row',
  'col',
  'header',
  'quote',
  'indent',
] as const;
const OWN = new Set<string>(OWN_KEYS);
const KNOWN: ReadonlySet<string> = new Set<BlockName>([
  'paragraph',
  'heading',
  'list_item',
  'code_block',
  'figure',
  'horizontal_rule',
  'cell',
]);

/** What is read of a marker: a Y.Map, or anything with its entries. */
export interface MarkerKeys {
  entries(): IterableIterator<[string, unknown]>;
}

/** The block that a marker stands for. A value of the wrong type counts as absent; it stays in the marker. */
export function blockOf(marker: MarkerKeys | null): { readonly type: NodeType; readonly attrs: Attrs } {
  const keys = new Map(marker?.entries() ?? []);
  const name = blockName(keys.get('t'));
  const common = {
    quote: level(keys.get('quote'), 0, MAX_QUOTE),
    indent: level(keys.get('indent'), 0, MAX_INDENT),
  };
  const attrs = { ...common, ...ownAttributes(name, keys), x: foreignKeys(name, keys) };
  return { type: schema.nodes[name]!, attrs };
}

/** The keys a block's marker has to have. Throws never; the inverse of `blockOf` for every valid block. */
export function markerKeys(node: Node): Map<string, Json> {
  const { quote, indent, x, level, kind, src, alt, table, row, col, header } = node.attrs;
  const name = node.type.name;
  const keys = new Map<string, Json>();
  if (name !== 'paragraph' && name !== 'unknown_block') keys.set('t', name);
  if (name === 'heading') keys.set('level', level);
  if (name === 'list_item') keys.set('kind', kind);
  if (name === 'figure' && src) keys.set('src', src);
  if (name === 'figure' && alt) keys.set('alt', alt);
  if (name === 'cell') for (const [key, value] of Object.entries({ table, row, col })) keys.set(key, value);
  if (name === 'cell' && header) keys.set('header', true);
  if (quote) keys.set('quote', quote);
  if (indent) keys.set('indent', indent);
  for (const [key, value] of Object.entries((x ?? {}) as JsonObject))
    if (!keys.has(key)) keys.set(key, value);
  // An unknown block without its kind would come back as a paragraph.
  if (name === 'unknown_block' && !keys.has('t')) keys.set('t', null);
  return keys;
}

/** Keys that `from` has no meaning for, so that a change of type must not bring their old values back to life. */
export function staleKeys(to: Node, present: (key: string) => boolean): string[] {
  const wanted = markerKeys(to);
  return OWN_KEYS.filter((key) => !wanted.has(key) && present(key));
}

function blockName(t: unknown): BlockName {
  if (t === undefined) return 'paragraph';
  return typeof t === 'string' && KNOWN.has(t) ? (t as BlockName) : 'unknown_block';
}

function level(value: unknown, low: number, high: number): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(Math.max(Math.trunc(value), low), high)
    : low;
}

function ownAttributes(name: BlockName, keys: ReadonlyMap<string, unknown>): Attrs {
  if (name === 'heading') return { level: level(keys.get('level'), 1, 4) };
  if (name === 'list_item') return { kind: keys.get('kind') === 'ordered' ? 'ordered' : 'bullet' };
  if (name === 'cell') return cellAttributes(keys);
  if (name !== 'figure') return {};
  const alt = keys.get('alt');
  return { src: safeUrl(keys.get('src'), 'figure'), alt: typeof alt === 'string' ? alt : '' };
}

function cellAttributes(keys: ReadonlyMap<string, unknown>): Attrs {
  const table = keys.get('table');
  return {
    table: typeof table === 'string' ? table : '',
    row: level(keys.get('row'), 0, MAX_CELL),
    col: level(keys.get('col'), 0, MAX_CELL),
    header: keys.get('header') === true,
  };
}

/** What this version does not know; a value that is no plain JSON (a nested Yjs type) stays in the marker alone. */
function foreignKeys(name: BlockName, keys: ReadonlyMap<string, unknown>): JsonObject | null {
  const foreign: [string, Json][] = [];
  for (const [key, value] of keys) {
    if (name === 'unknown_block' ? key === 'quote' || key === 'indent' : OWN.has(key)) continue;
    if (isJson(value)) foreign.push([key, value]);
    else if (key === 't') foreign.push([key, null]);
  }
  return sortedObject(foreign);
}
