import { importArticle } from '@assay/shared/interchange';
import type { SourceFormat } from '@assay/shared/model';
import type { Node } from 'prosemirror-model';

/** A document as lines, such as `h2 Words`, `-1 item`, `1.0 item`, `>p quoted`, `fig[src] caption`, `t1[0,2] cell`, `t1[0,2]! header cell`; `/` is a line break. */
export function lines(doc: Node): string[] {
  const result: string[] = [];
  doc.forEach((block) => {
    result.push(`${'>'.repeat(block.attrs.quote)}${head(block)} ${words(block)}`.trimEnd());
  });
  return result;
}

function head({ type, attrs }: Node): string {
  if (type.name === 'heading') return `h${attrs.level}`;
  if (type.name === 'list_item') return `${attrs.kind === 'ordered' ? '1.' : '-'}${attrs.indent}`;
  if (type.name === 'figure') return `fig[${attrs.src}]`;
  if (type.name === 'cell') return `${attrs.table}[${attrs.row},${attrs.col}]${attrs.header ? '!' : ''}`;
  const short: Record<string, string> = { paragraph: 'p', code_block: 'code', horizontal_rule: 'hr' };
  return `${short[type.name]}${attrs.indent || ''}`;
}

/** The inline content with its marks in braces: `{em}word`. */
function words(block: Node): string {
  let text = '';
  block.forEach((inline) => {
    if (!inline.isText) text += '/';
    else
      text += inline.marks.length ? `{${inline.marks.map(markName).join(' ')}:${inline.text}}` : inline.text;
  });
  return text;
}

function markName({ type, attrs }: Node['marks'][number]): string {
  return type.name === 'link' ? `link=${attrs.href}` : type.name;
}

export function imported(content: string, format: SourceFormat): string[] {
  return lines(importArticle({ content, format }).doc);
}

/** All characters of a document that are not white space, in order. */
export function squeezed(text: string): string {
  return text.replace(/[\s|]+/gu, '');
}
