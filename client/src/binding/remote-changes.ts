import {
  BlockReader,
  type Content,
  changedItems,
  contentOf,
  emptyBlock,
  type Fate,
  type Formats,
  fateOf,
  firstItem,
  itemsChangedWithin,
  markerBefore,
  markerItem,
  PLAIN,
  retainedMarker,
  sameJson,
  withFormat,
} from '@assay/shared/article';
import type * as Y from 'yjs';
import type { BlockTable } from './block-table.ts';
import type { Hunk, Region } from './region.ts';

/** One stretch of a region as it was met, with the formats in force before and after the transaction. */
export interface Met {
  readonly fate: Exclude<Fate, 'invisible'>;
  readonly content: Content;
  readonly length: number;
  readonly before: Formats;
  readonly after: Formats;
}

/** What the blocks known before do not agree with: the article has to be read anew. */
export class UnknownMarkerError extends Error {
  override readonly name = 'UnknownMarkerError';
}

/**
 * The regions that a transaction touched, in order, each read from the Y.Text; nothing else of the list is walked. To
 * be called while the transaction's observers run. `blocks` are those of the article before it. Throws
 * `UnknownMarkerError` when they are not. `meet` is told of every stretch on the way.
 */
export function changedRegions(
  text: Y.Text,
  transaction: Y.Transaction,
  blocks: BlockTable,
  meet?: (region: number, met: Met) => void,
): Region[] {
  const regions: Region[] = [];
  let done = 0;
  for (const first of firstBlocks(text, transaction, blocks)) {
    // A change of formats may have carried the region before over this one.
    if (first < done) continue;
    const region = new RegionWalk(transaction, blocks, first).walk(text, meet && ((met) => meet(first, met)));
    regions.push(region);
    done = region.first + region.count;
  }
  return regions;
}

/** The numbers of the blocks at which the touched regions begin, rising. */
function firstBlocks(text: Y.Text, transaction: Y.Transaction, blocks: BlockTable): number[] {
  const markers = new Set<Y.Map<unknown> | null>();
  const seen = new Set<Y.Item>();
  for (const items of [itemsChangedWithin(text, transaction), changedItems(text, transaction)]) {
    for (const item of items) {
      const marker = markerBefore(item, transaction, seen);
      if (marker !== undefined) markers.add(marker);
    }
  }
  const numbers = [...markers].map((marker) => (marker ? numberOf(blocks, marker) : 0));
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function numberOf(blocks: BlockTable, marker: Y.Map<unknown>): number {
  const number = blocks.numberOf(marker);
  if (number === undefined)
    throw new UnknownMarkerError('A marker of the article is not among the known blocks.');
  return number;
}

/** Walks one region: from its first marker to the next one that stayed and where no format differs from before. */
class RegionWalk {
  readonly #transaction: Y.Transaction;
  readonly #blocks: BlockTable;
  readonly #first: number;
  readonly #reader = new BlockReader();
  readonly #hunks: Hunk[] = [];
  #before: Formats;
  #after: Formats;
  #old = 0;
  #next = 0;

  constructor(transaction: Y.Transaction, blocks: BlockTable, first: number) {
    this.#transaction = transaction;
    this.#blocks = blocks;
    this.#first = first;
    this.#before = this.#after = blocks.at(first)?.formats ?? PLAIN;
  }

  walk(text: Y.Text, meet?: (met: Met) => void): Region {
    let at = this.#begin(text);
    for (; at && !this.#endsAt(at); at = at.right) this.#meet(at, meet);
    const end = at ? this.#numberOf(retainedMarker(at, this.#transaction)!) : this.#blocks.length;
    const count = end - this.#first;
    const blocks = this.#reader.finish();
    // An article is never without a block, even when nothing is left of it.
    if (!blocks.length && count === this.#blocks.length) blocks.push(emptyBlock());
    return { first: this.#first, count, blocks, hunks: this.#hunks };
  }

  /** The list's start for the first block: something may have been put in front of its marker. */
  #begin(text: Y.Text): Y.Item | null {
    const marker = this.#blocks.at(this.#first)?.marker ?? null;
    if (marker && this.#first > 0) return markerItem(marker);
    this.#before = this.#after = PLAIN;
    return firstItem(text);
  }

  #endsAt(item: Y.Item): boolean {
    const marker = retainedMarker(item, this.#transaction);
    if (!marker || marker === this.#blocks.at(this.#first)?.marker) return false;
    return this.#before === this.#after || sameJson(this.#before, this.#after);
  }

  /** A marker that comes before is not where a region ends: the blocks known are others. */
  #numberOf(marker: Y.Map<unknown>): number {
    const number = numberOf(this.#blocks, marker);
    if (number < this.#first)
      throw new UnknownMarkerError('A marker of the article stands where it did not.');
    return number;
  }

  #meet(item: Y.Item, meet?: (met: Met) => void): void {
    const fate = fateOf(item, this.#transaction);
    if (fate === 'invisible') return;
    const content = contentOf(item);
    if (content.kind === 'format') {
      if (fate !== 'inserted') this.#before = withFormat(this.#before, content.key, content.value);
      if (fate !== 'deleted') this.#after = withFormat(this.#after, content.key, content.value);
    } else if (item.countable) {
      this.#count(fate, item.length);
      if (fate !== 'deleted') this.#reader.add(content, this.#after);
      meet?.({ fate, content, length: item.length, before: this.#before, after: this.#after });
    }
  }

  #count(fate: Fate, length: number): void {
    const { old, next } = { old: this.#old, next: this.#next };
    if (fate !== 'inserted') this.#old += length;
    if (fate !== 'deleted') this.#next += length;
    if (fate === 'retained') return;
    const last = this.#hunks.at(-1);
    const joins = last && last.oldEnd === old && last.nextEnd === next;
    if (joins) this.#hunks.pop();
    this.#hunks.push({
      old: joins ? last.old : old,
      next: joins ? last.next : next,
      oldEnd: this.#old,
      nextEnd: this.#next,
    });
  }
}
