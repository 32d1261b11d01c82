import type { TextRange } from '@assay/shared/model';
import type { Node } from 'prosemirror-model';
import type { NumberedMark } from './export-html-marks.ts';

/** One range of a mark, to be drawn. */
export interface Stroke {
  readonly mark: NumberedMark;
  readonly range: TextRange;
  /** Where its first word stands: after the line break between two blocks, when it begins with one. */
  readonly from: number;
}

/** A block with what is drawn in it and beside it. Offsets count in the linear text. */
export interface LaidBlock {
  readonly block: Node;
  /** Where its text begins and ends. */
  readonly start: number;
  readonly end: number;
  /** Those with words in this block. */
  readonly strokes: Stroke[];
  /** Those whose note stands here: each mark with a place has exactly one home. */
  readonly homed: NumberedMark[];
}

/** Lays marks out over the blocks. Marks are those with a place in the text. */
export function laidBlocks(document: Node, marks: readonly NumberedMark[]): readonly LaidBlock[] {
  const blocks = emptyBlocks(document);
  for (const mark of marks) {
    mark.standing.ranges.forEach((range, i) => {
      let at = firstReaching(blocks, range.start);
      if (i === 0) (blocks[at] ?? blocks.at(-1)!).homed.push(mark);
      const from = Math.max(range.start, blocks[at]?.start ?? 0);
      for (; at < blocks.length && blocks[at]!.start < range.end; at++)
        if (range.start < blocks[at]!.end) blocks[at]!.strokes.push({ mark, range, from });
    });
  }
  return blocks;
}

function emptyBlocks(document: Node): LaidBlock[] {
  let start = 0;
  return document.children.map((block) => {
    const end = start + block.content.size;
    const laid: LaidBlock = { block, start, end, strokes: [], homed: [] };
    start = end + 1;
    return laid;
  });
}

/** The first block with a word at or after an offset. */
function firstReaching(blocks: readonly LaidBlock[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  while (low < blocks.length && blocks[low]!.start === blocks[low]!.end) low++;
  return low;
}
