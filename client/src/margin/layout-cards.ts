/** A card to be placed: where the first line of its words stands, and how tall it is, in pixels. In reading order. */
export interface CardBox {
  readonly id: string;
  readonly top: number;
  readonly height: number;
}

export interface CardLayoutOptions {
  /** Free space between two cards. */
  readonly gap?: number;
  /** The card that stands exactly at its line, whatever the others need. */
  readonly focused?: string | null;
}

/** Neighbouring cards that moved together, and the mean place they agreed on. */
interface Block {
  sum: number;
  count: number;
}

/**
 * Tops for a column of cards so that none overlaps, reading order is kept, the focused one stands exactly at its line
 * and the sum of squared movements is the smallest. Without a focused card nothing rises above 0; with one, the cards
 * before it may (the page then makes room above).
 *
 * With `z = top - everything that must fit above`, "no overlap" says that z never falls: isotonic regression, solved by
 * pooling adjacent violators (Ayer et al. 1955) in linear time. A bound on either side of it is a clamp of the result.
 */
export function layoutCards(
  boxes: readonly CardBox[],
  { gap = 0, focused = null }: CardLayoutOptions = {},
): Map<string, number> {
  const offsets = offsetsOf(boxes, gap);
  const wished = boxes.map((box, i) => box.top - offsets[i]!);
  const fitted = fit(
    wished,
    boxes.findIndex((box) => box.id === focused),
  );
  return new Map(boxes.map((box, i) => [box.id, fitted[i]! + offsets[i]!]));
}

/** The closest sequence that never falls: from 0 up, or with the value at `pin` (when there is one) as it is. */
function fit(wished: readonly number[], pin: number): number[] {
  const fixed = wished[pin];
  if (fixed === undefined) return nondecreasing(wished).map((z) => Math.max(z, 0));
  return [
    ...nondecreasing(wished.slice(0, pin)).map((z) => Math.min(z, fixed)),
    fixed,
    ...nondecreasing(wished.slice(pin + 1)).map((z) => Math.max(z, fixed)),
  ];
}

/** The room each card's predecessors take up. */
function offsetsOf(boxes: readonly CardBox[], gap: number): number[] {
  let used = 0;
  return boxes.map((box) => {
    const offset = used;
    used += box.height + gap;
    return offset;
  });
}

/** The closest sequence, by least squares, that never falls. */
function nondecreasing(values: readonly number[]): number[] {
  const blocks: Block[] = [];
  for (const value of values) {
    blocks.push({ sum: value, count: 1 });
    for (let last = blocks.length - 1; last > 0; last--) {
      const block = blocks[last]!;
      const before = blocks[last - 1]!;
      if (before.sum / before.count <= block.sum / block.count) break;
      before.sum += block.sum;
      before.count += block.count;
      blocks.pop();
    }
  }
  return blocks.flatMap((block) => Array<number>(block.count).fill(block.sum / block.count));
}
