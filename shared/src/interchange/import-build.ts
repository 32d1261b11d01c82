import { MAX_INDENT, MAX_QUOTE, schema } from '@assay/shared/article';
import type { Mark, Node } from 'prosemirror-model';
import { type DraftBlock, type DraftFormats, type DraftInline, draftText } from './import-draft.ts';
import type { WarningCount } from './import-warnings.ts';

const MAX_LEVEL = 4;

/** Builds the document. Deeper levels than the schema has are drawn in; a document without words has one empty paragraph. */
export function buildDocument(blocks: readonly DraftBlock[], warnings: WarningCount): Node {
  const nodes = withoutEmptyTables(blocks.filter((block) => !isBlank(block))).map((block) =>
    buildBlock(block, warnings),
  );
  return schema.topNodeType.createChecked(null, nodes.length > 0 ? nodes : [schema.nodes.paragraph.create()]);
}

/** A block of spaces alone, such as the `&nbsp;` that editors leave between paragraphs. */
function isBlank({ shape, content }: DraftBlock): boolean {
  if (shape.kind === 'figure' || shape.kind === 'rule' || shape.kind === 'cell') return false;
  return content.every((part) => part.kind === 'break' || part.text.trim() === '');
}

/** A table without a word in any cell lays something out; it is no part of the article. */
function withoutEmptyTables(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const worded = new Set(blocks.map((block) => (draftText(block) === '' ? '' : tableOf(block))));
  return blocks.filter((block) => tableOf(block) === '' || worded.has(tableOf(block)));
}

const tableOf = ({ shape }: DraftBlock): string => (shape.kind === 'cell' ? shape.table : '');

function buildBlock(block: DraftBlock, warnings: WarningCount): Node {
  const { shape } = block;
  const content = (shape.kind === 'code_block' ? withoutLastNewline(block.content) : block.content).map(
    buildInline,
  );
  const quote = Math.min(block.quote, MAX_QUOTE);
  const wanted = 'indent' in shape ? (shape.indent ?? 0) : 0;
  const indent = Math.min(wanted, MAX_INDENT);
  if (quote < block.quote || indent < wanted) warnings.add('nesting-flattened');
  switch (shape.kind) {
    case 'heading':
      return schema.nodes.heading.create({ quote, level: Math.min(shape.level, MAX_LEVEL) }, content);
    case 'list_item':
      return schema.nodes.list_item.create({ quote, indent, kind: shape.list }, content);
    case 'code_block':
      return schema.nodes.code_block.create({ quote }, content);
    case 'figure':
      return schema.nodes.figure.create({ quote, src: shape.src, alt: shape.alt }, content);
    case 'cell': {
      const { kind: _, ...place } = shape;
      return schema.nodes.cell.create(place, content);
    }
    case 'rule':
      return schema.nodes.horizontal_rule.create({ quote });
    case 'paragraph':
      return schema.nodes.paragraph.create({ quote, indent }, content);
  }
}

function withoutLastNewline(content: readonly DraftInline[]): readonly DraftInline[] {
  const last = content.at(-1);
  if (last?.kind !== 'text') return content;
  const text = last.text.replace(/\n+$/, '');
  return text === '' ? content.slice(0, -1) : [...content.slice(0, -1), { ...last, text }];
}

function buildInline(inline: DraftInline): Node {
  if (inline.kind === 'break') return schema.nodes.hard_break.create();
  return schema.text(inline.text, marksOf(inline.formats));
}

function marksOf({ link, ...switches }: DraftFormats): readonly Mark[] {
  const names = Object.keys(switches) as (keyof typeof switches)[];
  const marks = names.map((name) => schema.marks[name].create());
  return link === undefined ? marks : [...marks, schema.marks.link.create({ href: link })];
}
