import type { DOMOutputSpec, Mark, Node, TagParseRule } from 'prosemirror-model';
import { isJson, isJsonObject, type Json } from './json.ts';
import { safeUrl } from './url.ts';

/** The little of the DOM that reading an element's attributes needs; the shared code knows no browser. */
interface Attributed {
  getAttribute(name: string): string | null;
}

const TAG_OF_MARK: Record<string, string> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
  strike: 's',
  sup: 'sup',
  sub: 'sub',
};

function blockDataset(node: Node): Record<string, string> {
  const { quote, indent, x, kind, table, row, col, header } = node.attrs;
  return {
    // Each block by its own first letter: an article may quote in a language that runs the other way.
    dir: 'auto',
    'data-block': node.type.name,
    ...(quote ? { 'data-quote': String(quote) } : {}),
    ...(indent ? { 'data-indent': String(indent) } : {}),
    ...(kind ? { 'data-kind': String(kind) } : {}),
    ...(node.type.name === 'cell'
      ? { 'data-table': table, 'data-row': String(row), 'data-col': String(col) }
      : {}),
    ...(header ? { 'data-header': 'true' } : {}),
    ...(x ? { 'data-x': JSON.stringify(x) } : {}),
  };
}

/** One element a block, its attributes in `data-`, so that the strict content policy needs no inline style. */
export function blockDom(node: Node): DOMOutputSpec {
  const data = blockDataset(node);
  switch (node.type.name) {
    case 'heading':
      return [`h${node.attrs.level}`, data, 0];
    case 'code_block':
      return ['pre', data, 0];
    case 'figure':
      return [
        'figure',
        data,
        [
          'img',
          { ...(node.attrs.src ? { src: node.attrs.src } : {}), alt: node.attrs.alt, draggable: 'false' },
        ],
        ['figcaption', 0],
      ];
    case 'horizontal_rule':
      return ['hr', data];
    case 'paragraph':
      return ['p', data, 0];
    default:
      return ['div', data, 0];
  }
}

export function inlineDom(node: Node): DOMOutputSpec {
  if (node.type.name === 'hard_break') return ['br'];
  return [
    'span',
    { 'data-inline': 'unknown', 'data-embed': JSON.stringify(node.attrs.embed), contenteditable: 'false' },
    '\ufffc',
  ];
}

export function markDom(mark: Mark): DOMOutputSpec {
  const { href, title, formats } = mark.attrs;
  if (mark.type.name === 'link')
    return ['a', { href, ...(title ? { title } : {}), rel: 'noopener noreferrer nofollow' }, 0];
  if (mark.type.name === 'unknown') return ['span', { 'data-formats': JSON.stringify(formats) }, 0];
  return [TAG_OF_MARK[mark.type.name]!, 0];
}

/** The JSON in an attribute; undefined when there is none that `holds`. */
function jsonAttribute<T extends Json>(
  dom: Attributed,
  name: string,
  holds: (value: unknown) => value is T,
): T | undefined {
  const text = dom.getAttribute(name);
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return holds(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function wholeNumber(text: string | null, high: number): number {
  const value = Number(text);
  return Number.isInteger(value) ? Math.min(Math.max(value, 0), high) : 0;
}

/** Keys of a marker that have a meaning of their own never travel in `x`. */
const MEANT = new Set(['level', 'kind', 'indent', 'quote', 'src', 'alt', 'table', 'row', 'col', 'header']);

function readBlock(
  dom: Attributed & { nodeName?: string; querySelector?(selector: string): Attributed | null },
  name: string,
) {
  const x = jsonAttribute(dom, 'data-x', isJsonObject) ?? null;
  const image = name === 'figure' ? dom.querySelector?.('img') : null;
  return {
    quote: wholeNumber(dom.getAttribute('data-quote'), 3),
    indent: wholeNumber(dom.getAttribute('data-indent'), 8),
    x: x && foreignKeys(x, name === 'unknown_block'),
    ...(name === 'heading'
      ? { level: Math.min(Math.max(wholeNumber(dom.nodeName?.slice(1) ?? null, 4), 1), 4) }
      : {}),
    ...(name === 'list_item'
      ? { kind: dom.getAttribute('data-kind') === 'ordered' ? 'ordered' : 'bullet' }
      : {}),
    ...(name === 'cell'
      ? {
          table: dom.getAttribute('data-table') ?? '',
          row: wholeNumber(dom.getAttribute('data-row'), 9999),
          col: wholeNumber(dom.getAttribute('data-col'), 9999),
          header: dom.getAttribute('data-header') === 'true',
        }
      : {}),
    ...(image
      ? { src: safeUrl(image.getAttribute('src'), 'figure'), alt: image.getAttribute('alt') ?? '' }
      : {}),
  };
}

function foreignKeys(
  x: Readonly<Record<string, Json>>,
  unknownBlock: boolean,
): Readonly<Record<string, Json>> | null {
  const kept = Object.entries(x).filter(([key]) => unknownBlock || (key !== 't' && !MEANT.has(key)));
  return kept.length ? Object.fromEntries(kept) : null;
}

/** Rules for what `blockDom` writes, and for plain elements; foreign pages are read by the editor and the importers. */
export function blockRules(name: string): TagParseRule[] {
  const rule = (tag: string, extra: Partial<TagParseRule> = {}): TagParseRule => ({
    tag,
    getAttrs: (dom) => readBlock(dom, name),
    ...extra,
  });
  switch (name) {
    case 'paragraph':
      return [rule('p')];
    case 'heading':
      return [1, 2, 3, 4, 5, 6].map((level) => rule(`h${level}`));
    case 'code_block':
      return [rule('pre', { preserveWhitespace: 'full' })];
    case 'figure':
      return [rule('figure', { contentElement: 'figcaption' })];
    case 'horizontal_rule':
      return [rule('hr')];
    case 'list_item':
      return [rule('div[data-block="list_item"]'), rule('li')];
    default:
      return [rule(`div[data-block="${name}"]`)];
  }
}

export function inlineRules(name: string): TagParseRule[] {
  if (name === 'hard_break') return [{ tag: 'br' }];
  return [
    {
      tag: 'span[data-embed]',
      getAttrs: (dom) => {
        const embed = jsonAttribute(dom, 'data-embed', isJson);
        return embed === undefined ? false : { embed };
      },
    },
  ];
}

export function markRules(name: string): TagParseRule[] {
  if (name === 'link') {
    return [
      {
        tag: 'a[href]',
        getAttrs: (dom) => {
          const href = safeUrl(dom.getAttribute('href'));
          return href === null ? false : { href, title: dom.getAttribute('title') };
        },
      },
    ];
  }
  if (name === 'unknown') {
    return [
      {
        tag: 'span[data-formats]',
        getAttrs: (dom) => {
          const formats = jsonAttribute(dom, 'data-formats', isJsonObject);
          return formats ? { formats } : false;
        },
      },
    ];
  }
  const tags: Record<string, string[]> = {
    strong: ['strong', 'b'],
    em: ['em', 'i'],
    code: ['code', 'kbd', 'samp', 'tt'],
    strike: ['s', 'strike', 'del'],
    sup: ['sup'],
    sub: ['sub'],
  };
  return (tags[name] ?? []).map((tag) => ({ tag }));
}
