import type { Block } from '@assay/shared/article';
import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import { PrefixSums } from './prefix-sums.ts';
import type { Region } from './region.ts';

type Marker = Y.Map<unknown>;

/**
 * The blocks of an article as they are now, with the sums that turn positions into indexes of the Y.Text and back (see
 * linear.ts). A change of words costs O(log blocks), a change of blocks is counted anew when somebody asks.
 */
export class BlockTable {
  readonly #blocks: Block[];
  /** Tokens of the document that the Y.Text has not: closings, and openings without a marker. */
  #uncounted = 0;
  #missing = 0;
  #sums: Sums | null = null;
  #numbers: Map<Marker, number> | null = null;
  #markers: (Marker | null)[] | null = null;

  constructor(blocks: readonly Block[]) {
    this.#blocks = [...blocks];
    for (const block of blocks) this.#count(block, 1);
  }

  get length(): number {
    return this.#blocks.length;
  }

  /** How many blocks have no marker. */
  get missing(): number {
    return this.#missing;
  }

  at(number: number): Block | undefined {
    return this.#blocks[number];
  }

  slice(from: number, to: number): readonly Block[] {
    return this.#blocks.slice(from, to);
  }

  nodes(): Node[] {
    return this.#blocks.map((block) => block.node);
  }

  /** The marker of each block, in an array of the caller's own. */
  markers(): (Marker | null)[] {
    this.#markers ??= this.#blocks.map((block) => block.marker);
    return this.#markers.slice();
  }

  /** The number of the block with this marker. */
  numberOf(marker: Marker): number | undefined {
    this.#numbers ??= numbersOf(this.#blocks);
    return this.#numbers.get(marker);
  }

  /** The position in front of a block. */
  startOf(number: number): number {
    return this.#counted().sizes.before(number);
  }

  /** Whether no format is in force at the start of a block. */
  startsPlain(number: number): boolean {
    const block = this.#blocks[number];
    return block !== undefined && Object.keys(block.formats).length === 0;
  }

  /** How many blocks end at or before a position. */
  numberAt(position: number): number {
    return this.#counted().sizes.last((start) => start <= position).count;
  }

  /** As `indexOfPosition` of the whole document. */
  indexOfPosition(position: number): number {
    const { sizes, uncounted } = this.#counted();
    if (position < 0 || position > sizes.total)
      throw new RangeError(`No position ${position} in this article.`);
    const { count, sum } = sizes.last((start) => start <= position);
    const inside = position > sum && this.#blocks[count]?.marker === null ? 1 : 0;
    return position - uncounted[count]! - inside;
  }

  /** As `positionOfIndex` of the whole document. */
  positionOfIndex(index: number): number {
    const { sizes, uncounted } = this.#counted();
    const first = this.#blocks[0]!;
    if (index === 0) return first.marker === null && first.node.isTextblock ? 1 : 0;
    const { count, sum } = sizes.last((start, number) => start - uncounted[number]! < index);
    const block = this.#blocks[count];
    if (index < 0 || !block) throw new RangeError(`No place ${index} in this article.`);
    if (!block.node.isTextblock) return sum + 1;
    return sum + 1 + index - (sum - uncounted[count]!) - (block.marker ? 1 : 0);
  }

  /** Whether a document has as many blocks, and as many tokens, as there are once the regions are taken over. */
  fits(doc: Node, regions: readonly Region[], tokens: number): boolean {
    let count = this.#blocks.length;
    let uncounted = this.#uncounted;
    for (const region of regions) {
      count += region.blocks.length - region.count;
      for (let i = 0; i < region.count; i++) uncounted -= uncountedIn(this.#blocks[region.first + i]!);
      for (const block of region.blocks) uncounted += uncountedIn(block);
    }
    return doc.childCount === count && doc.content.size - uncounted === tokens;
  }

  /** Takes over what the regions have read in place of what was there. */
  take(regions: readonly Region[]): void {
    for (const region of regions.toReversed()) {
      if (region.count === region.blocks.length) this.#takeOneByOne(region);
      else this.#splice(region);
    }
  }

  #takeOneByOne({ first, blocks }: Region): void {
    for (const [i, block] of blocks.entries()) {
      const old = this.#blocks[first + i]!;
      this.#blocks[first + i] = block;
      if (old.marker === block.marker && uncountedIn(old) === uncountedIn(block)) {
        this.#sums?.sizes.add(first + i, block.node.nodeSize - old.node.nodeSize);
      } else this.#recount(old, block);
    }
  }

  #splice({ first, count, blocks }: Region): void {
    for (const block of this.#blocks.splice(first, count, ...blocks)) this.#count(block, -1);
    for (const block of blocks) this.#count(block, 1);
    this.#forget();
  }

  #recount(old: Block, block: Block): void {
    this.#count(old, -1);
    this.#count(block, 1);
    this.#forget();
  }

  #count(block: Block, sign: 1 | -1): void {
    this.#uncounted += sign * uncountedIn(block);
    if (!block.marker) this.#missing += sign;
  }

  #forget(): void {
    this.#sums = null;
    this.#numbers = null;
    this.#markers = null;
  }

  #counted(): Sums {
    this.#sums ??= sumsOf(this.#blocks);
    return this.#sums;
  }
}

interface Sums {
  readonly sizes: PrefixSums;
  /** Of the blocks before each number. */
  readonly uncounted: Int32Array;
}

function sumsOf(blocks: readonly Block[]): Sums {
  const uncounted = new Int32Array(blocks.length + 1);
  for (const [i, block] of blocks.entries()) uncounted[i + 1] = uncounted[i]! + uncountedIn(block);
  return { sizes: new PrefixSums(blocks.map(({ node }) => node.nodeSize)), uncounted };
}

function uncountedIn({ marker, node }: Block): number {
  return (node.isTextblock ? 1 : 0) + (marker ? 0 : 1);
}

function numbersOf(blocks: readonly Block[]): Map<Marker, number> {
  const numbers = new Map<Marker, number>();
  for (const [i, { marker }] of blocks.entries()) if (marker) numbers.set(marker, i);
  return numbers;
}
