import type { BlockBox } from '../editor/index.ts';
import type { Placements } from './placements.ts';

/** What is asked of the text on the page. Pixels count from the top of the text. */
export interface MeasuredText {
  blocks(): readonly BlockBox[];
  blockAt(pos: number): BlockBox | null;
  /** The top of the first line of a mark's words; null when it has none on the page. */
  lineOf(id: string): number | null;
}

/** Where a line was found in its block, for as long as the block and the mark's place in it are the same. */
interface Known {
  readonly block: object;
  readonly place: number;
  readonly within: number;
}

/** The usual height of a line of the text in pixels, by which the line of words is guessed from their place in a block. */
const USUAL_LINE = 30;

/**
 * Where the first lines of marks stand, one number for each id, in reading order and never falling. Lines near the view
 * are measured; of all others only the block's box is, and the line in it guessed, until they come near. A value that
 * was given out does not change: there is a new one when anything moved.
 */
export class CardLines {
  #ids: readonly string[] = [];
  #lines = new Float64Array(0);
  readonly #known = new Map<string, Known>();

  constructor(private readonly text: MeasuredText) {}

  get lines(): Float64Array {
    return this.#lines;
  }

  /** Takes over other marks, or looks at all blocks again. */
  placeAll(ids: readonly string[], placed: Placements): void {
    const blocks = this.text.blocks();
    const next = new Float64Array(ids.length);
    let at = 0;
    let lowest = 0;
    ids.forEach((id, i) => {
      const pos = beginningOf(id, placed);
      while (at + 1 < blocks.length && blocks[at + 1]!.from <= pos) at++;
      const box = blocks[at];
      if (box) lowest = Math.max(lowest, this.#lineIn(box, id, pos));
      next[i] = lowest;
    });
    this.#ids = ids;
    this.#lines = same(next, this.#lines) ? this.#lines : next;
  }

  /**
   * Measures the marks from number `first` to before `end`; those whose block has not changed since they were measured
   * go with it. What comes behind them is moved by `grown`, the pixels that the text has become taller.
   */
  measure(first: number, end: number, placed: Placements, grown = 0): void {
    const near = this.#near(first, end, placed);
    const lowest = near.at(-1) ?? 0;
    const pushed = end < this.#lines.length && this.#lines[end]! + grown < lowest;
    const moved = near.some((line, i) => isElsewhere(line, this.#lines[first + i]!));
    if (!moved && !pushed && grown === 0) return;
    const next = this.#lines.slice();
    next.set(near, first);
    for (let i = end; i < next.length; i++) next[i] = Math.max(lowest, next[i]! + grown);
    this.#lines = next;
  }

  #near(first: number, end: number, placed: Placements): readonly number[] {
    const near: number[] = [];
    let box: BlockBox | null = null;
    let lowest = first > 0 ? this.#lines[first - 1]! : 0;
    for (let i = first; i < end; i++) {
      const id = this.#ids[i]!;
      const pos = beginningOf(id, placed);
      if (!box || pos < box.from || pos >= box.from + box.size) box = this.text.blockAt(pos);
      if (box) lowest = Math.max(lowest, this.#measured(box, id, pos));
      near.push(lowest);
    }
    return near;
  }

  /** Lines may have broken elsewhere: nothing that was measured holds any more. */
  forget(): void {
    this.#known.clear();
  }

  #measured(box: BlockBox, id: string, pos: number): number {
    if (!this.#knownIn(box, id, pos)) {
      const line = this.text.lineOf(id);
      if (line !== null)
        this.#known.set(id, { block: box.block, place: pos - box.from, within: line - box.top });
    }
    return this.#lineIn(box, id, pos);
  }

  #knownIn(box: BlockBox, id: string, pos: number): Known | undefined {
    const known = this.#known.get(id);
    return known?.block === box.block && known.place === pos - box.from ? known : undefined;
  }

  #lineIn(box: BlockBox, id: string, pos: number): number {
    const known = this.#knownIn(box, id, pos);
    if (known) return box.top + known.within;
    const lines = Math.max(1, Math.round(box.height / USUAL_LINE));
    const line = Math.floor(((pos - box.from) / box.size) * lines);
    return box.top + (Math.min(lines - 1, Math.max(0, line)) * box.height) / lines;
  }
}

function beginningOf(id: string, placed: Placements): number {
  return placed.get(id)?.ranges[0]?.from ?? Number.POSITIVE_INFINITY;
}

function isElsewhere(line: number, before: number): boolean {
  return Math.abs(line - before) >= 0.5;
}

function same(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && !a.some((line, i) => isElsewhere(line, b[i]!));
}
