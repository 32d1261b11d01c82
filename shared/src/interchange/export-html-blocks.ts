import { safeUrl } from '@assay/shared/article';
import type { Node } from 'prosemirror-model';
import { inlineContent, type Stroke, strokesOf } from './export-html-inline.ts';
import type { NumberedMark } from './export-html-marks.ts';
import { Nesting } from './export-html-nesting.ts';
import { type Content, element, type Markup } from './export-markup.ts';

/** A block with where its text begins in the linear text. */
export interface PlacedBlock {
  readonly block: Node;
  readonly offset: number;
}

export function placedBlocks(document: Node): readonly PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  let offset = 0;
  document.forEach((block) => {
    blocks.push({ block, offset });
    offset += block.content.size + 1;
  });
  return blocks;
}

/** The article, each block beside the notes of the marks that begin in it. */
export function articleContent(
  document: Node,
  marks: readonly NumberedMark[],
  note: (mark: NumberedMark) => Markup,
): Markup {
  const nesting = new Nesting();
  const strokes = strokesOf(marks);
  for (const { block, offset } of placedBlocks(document)) {
    const end = offset + block.content.size;
    const here = strokes.filter(({ range }) => range.start < end && offset < range.end);
    // A mark can begin with the line break before a block; its number then stands where its words do.
    const begun = here.filter(
      ({ mark, range }) => range === mark.standing.ranges[0] && range.start >= offset,
    );
    const notes = begun.map(({ mark }) => note(mark));
    nesting.add(block, (indent) => row(blockElement(block, offset, here, indent), notes));
  }
  return nesting.finish();
}

/** Notes come first, so that they float beside the block; where the page is narrow the style sheet puts them after. */
function row(block: Markup, notes: readonly Markup[]): Markup {
  if (notes.length === 0) return block;
  return element('div', { class: 'row' }, element('div', { class: 'notes' }, ...notes), block);
}

function blockElement(block: Node, offset: number, strokes: readonly Stroke[], indent: number): Markup {
  const content = inlineContent(block, offset, strokes);
  const attributes = { dir: 'auto', class: indent > 0 ? `indent-${Math.min(indent, 8)}` : null };
  switch (block.type.name) {
    case 'heading':
      return element(`h${block.attrs.level + 1}`, attributes, content);
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
