import { safeUrl } from '@assay/shared/article';
import type { Node } from 'prosemirror-model';
import { inlineContent } from './export-html-inline.ts';
import type { LaidBlock } from './export-html-layout.ts';
import type { NumberedMark } from './export-html-marks.ts';
import { Nesting } from './export-html-nesting.ts';
import { type Content, element, type Markup } from './export-markup.ts';

/** The block that is the article's title, when the first block says just that. */
export function headline(blocks: readonly LaidBlock[], title: string): LaidBlock | null {
  const first = blocks[0];
  const same = first?.block.type.name === 'heading' && first.block.textContent.trim() === title.trim();
  return same ? first : null;
}

/** The blocks, nested, each beside the notes at home in it. */
export function articleContent(blocks: readonly LaidBlock[], note: (mark: NumberedMark) => Markup): Markup {
  const nesting = new Nesting();
  for (const laid of blocks) nesting.add(laid.block, (indent) => blockContent(laid, note, { indent }));
  return nesting.finish();
}

/** One block. `level` is that of a first-level heading in the page, 2 unless told. */
export function blockContent(
  { block, start, strokes, homed }: LaidBlock,
  note: (mark: NumberedMark) => Markup,
  { indent = 0, level = 2 } = {},
): Markup {
  const content = inlineContent(block, start, strokes);
  if (block.type.name === 'cell') return cell(block, content, homed.map(note));
  return row(blockElement(block, content, indent, level), homed.map(note));
}

/** Notes come first, so that they float beside the block; where the page is narrow the style sheet puts them after. */
function row(block: Markup, notes: readonly Markup[]): Markup {
  if (notes.length === 0) return block;
  return element('div', { class: 'row' }, element('div', { class: 'notes' }, ...notes), block);
}

/** A row takes nothing but cells, so the notes stand inside. */
function cell(block: Node, content: Markup, notes: readonly Markup[]): Markup {
  const held = notes.length > 0 ? element('div', { class: 'notes' }, ...notes) : null;
  return element(block.attrs.header ? 'th' : 'td', { dir: 'auto' }, held, content);
}

function blockElement(block: Node, content: Markup, indent: number, level: number): Markup {
  const attributes = { dir: 'auto', class: indent > 0 ? `indent-${Math.min(indent, 8)}` : null };
  switch (block.type.name) {
    case 'heading':
      return element(`h${block.attrs.level - 1 + level}`, attributes, content);
    case 'code_block':
      // HTML drops a line break right after <pre>.
      return element('pre', attributes, content.html.startsWith('\n') ? '\n' : null, content);
    case 'figure':
      return element(
        'figure',
        { class: attributes.class },
        picture(block),
        element('figcaption', { dir: 'auto' }, content),
      );
    case 'horizontal_rule':
      return element('hr');
    default:
      return element('p', attributes, content);
  }
}

/** Whether the file itself holds the picture. Others are named with their address, since nothing is loaded. */
export function isHeld(figure: Node): boolean {
  return safeUrl(figure.attrs.src, 'figure')?.startsWith('data:') ?? false;
}

function picture(figure: Node): Content {
  const src = safeUrl(figure.attrs.src, 'figure');
  const alt = String(figure.attrs.alt ?? '');
  if (src !== null && isHeld(figure)) return element('img', { src, alt });
  const name = alt === '' ? 'Picture' : `Picture: ${alt}`;
  return element(
    'p',
    { class: 'absent' },
    src === null ? name : element('a', { href: src, rel: 'noopener noreferrer nofollow' }, name),
  );
}
