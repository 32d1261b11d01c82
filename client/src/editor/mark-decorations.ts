import type { Node } from 'prosemirror-model';
import { Decoration, type DecorationAttrs, DecorationSet } from 'prosemirror-view';
import { firstCharacterEnd, headAttributes, isFirstFrom, type PlacedBlock } from './block-drawing.ts';
import { drawnGroupIn } from './group-decorations.ts';
import { type IndexedMark, type MarkIndex, markById, marksTouching } from './mark-index.ts';
import type { Span } from './positions.ts';

/** A mark whose extent is being changed: it is drawn where it would stand, not where it stands. */
export interface Reshaped {
  readonly id: string;
  readonly pieces: readonly Span[];
}

/** Which marks are lit: `focused` by a choice, `hovered` by the pointer; and the one that is being reshaped. */
export interface Emphasis {
  readonly focused: ReadonlySet<string>;
  readonly hovered: ReadonlySet<string>;
  readonly reshaped: Reshaped | null;
}

export const NO_EMPHASIS: Emphasis = { focused: new Set(), hovered: new Set(), reshaped: null };

/** Where a mark is drawn. */
export function drawnPieces({ mark, pieces }: IndexedMark, { reshaped }: Emphasis): readonly Span[] {
  return reshaped?.id === mark.id ? reshaped.pieces : pieces;
}

/** How a mark looks; everything else is the style sheet's, by these attributes. */
function attributesOf({ mark, lane }: IndexedMark, emphasis: Emphasis): DecorationAttrs {
  const { id } = mark;
  return {
    nodeName: 'mark',
    class: 'assay-mark',
    'data-mark': id,
    'data-label': mark.label,
    'data-hue': mark.hue,
    'data-line': mark.line,
    'data-lane': String(lane),
    ...(mark.pending ? { 'data-pending': 'true' } : {}),
    ...(mark.hidden ? { 'data-member': 'true' } : {}),
    ...(emphasis.focused.has(id) ? { 'data-focused': 'true' } : {}),
    ...(emphasis.hovered.has(id) ? { 'data-hovered': 'true' } : {}),
    ...(emphasis.reshaped?.id === id ? { 'data-reshaped': 'true' } : {}),
  };
}

function isLit({ mark: { id } }: IndexedMark, { focused, hovered, reshaped }: Emphasis): boolean {
  return focused.has(id) || hovered.has(id) || reshaped?.id === id;
}

/**
 * What is drawn of a mark in one block: its first character, which carries the letter, apart from the rest. Positions
 * count from the start of the block's content.
 */
function drawnIn(doc: Node, block: PlacedBlock, one: IndexedMark, emphasis: Emphasis): Decoration[] {
  if (one.mark.hidden && !isLit(one, emphasis)) return [];
  if (one.mark.group) return drawnGroupIn(doc, block, one, attributesOf(one, emphasis));
  const attributes = attributesOf(one, emphasis);
  const spec = { id: one.mark.id };
  const size = block.node.content.size;
  return drawnPieces(one, emphasis).flatMap((piece, number) => {
    const from = Math.max(piece.from - block.start, 0);
    const to = Math.min(piece.to - block.start, size);
    if (from >= to) return [];
    const isHead = number === 0 && isFirstFrom(piece.from, doc, block);
    const bodyFrom = isHead ? firstCharacterEnd(block.node, { from, to }) : from;
    const head = { ...attributes, ...headAttributes(one) };
    return [
      ...(isHead ? [Decoration.inline(from, bodyFrom, head, spec)] : []),
      ...(bodyFrom < to ? [Decoration.inline(bodyFrom, to, attributes, spec)] : []),
    ];
  });
}

/** Everything that is drawn in one block. */
export function drawBlock(
  doc: Node,
  block: PlacedBlock,
  index: MarkIndex,
  emphasis: Emphasis,
): DecorationSet {
  const end = block.start + block.node.content.size;
  const marks = new Set(marksTouching(index, { from: block.start, to: end }));
  const { reshaped } = emphasis;
  const moving = reshaped && ![...marks].some(({ mark }) => mark.id === reshaped.id);
  const extra = moving ? markById(index, reshaped.id) : undefined;
  if (extra) marks.add(extra);
  return DecorationSet.create(
    block.node,
    [...marks].flatMap((one) => drawnIn(doc, block, one, emphasis)),
  );
}
