import { type Command, TextSelection } from 'prosemirror-state';
import { isCell, selectedBlocks } from './blocks.ts';
import { marksTouching } from './mark-index.ts';
import { marksOf } from './mark-plugin.ts';
import type { Span } from './positions.ts';

/**
 * Exchanges the selected blocks with their neighbour, in one transaction. What is lifted out and put back loses its
 * identity, so the side with fewer marks on it, and then the shorter one, is the one that moves.
 */
function moveBlocks(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const blocks = selectedBlocks(state);
    const first = blocks[0]!;
    const last = blocks[blocks.length - 1]!;
    const { doc, tr, selection } = state;
    const neighbour = direction < 0 ? first.number - 1 : last.number + 1;
    if (neighbour < 0 || neighbour >= doc.childCount) return false;
    if (isCell(doc.child(neighbour)) || blocks.some(({ node }) => isCell(node))) return false;
    const mine: Span = { from: first.pos, to: last.pos + last.node.nodeSize };
    const size = doc.child(neighbour).nodeSize;
    const other: Span =
      direction < 0 ? { from: mine.from - size, to: mine.from } : { from: mine.to, to: mine.to + size };
    const { index } = marksOf(state);
    const weight = (span: Span) =>
      marksTouching(index, span).filter((one) =>
        one.pieces.some((piece) => piece.from < span.to && piece.to > span.from),
      ).length;
    const isOtherLighter =
      weight(other) !== weight(mine) ? weight(other) < weight(mine) : size <= mine.to - mine.from;
    const [lifted, still] = isOtherLighter ? [other, mine] : [mine, other];
    const { content } = doc.slice(lifted.from, lifted.to);
    const target = lifted.from < still.from ? still.to : still.from;
    tr.delete(lifted.from, lifted.to);
    tr.insert(tr.mapping.map(target), content);
    const shift = direction * size;
    const $anchor = tr.doc.resolve(selection.anchor + shift);
    const $head = tr.doc.resolve(selection.head + shift);
    tr.setSelection(TextSelection.between($anchor, $head));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

export const moveBlocksUp = moveBlocks(-1);
export const moveBlocksDown = moveBlocks(1);
