import type { Transaction } from 'prosemirror-state';
import type { DrawnMark } from './article-editor.ts';
import { changeOf, type DocumentChange } from './document-change.ts';
import type { Span } from './positions.ts';

/** A surviving piece of a mark; `range` is the number of the held range it comes from. */
export interface Piece extends Span {
  readonly range: number;
}

/** A mark with where it stands. */
export interface IndexedMark {
  readonly mark: DrawnMark;
  /** In text order, never empty pieces. */
  readonly pieces: readonly Piece[];
  /** Where words of it stood and stand no more, often empty: what is written there may be inside it again. */
  readonly watched: readonly Span[];
  /** False while this copy of the text does not hold all the characters that the mark names. */
  readonly complete: boolean;
  /** Which of the stacked underlines is its own, from 0 next to the words. Marks that overlap have different ones. */
  readonly lane: number;
  /** Which of the letters at one start is its own, from 0. */
  readonly slot: number;
  /** Another object whenever the covered words may be others. */
  readonly words: object;
}

/**
 * Where all marks stand in one version of the document: an immutable value, mapped through transactions.
 *
 * 1. Positions are those of `doc`, the version it was last mapped to.
 * 2. `stale` names the marks whose edge a change has touched, or that are not complete: mapping does not know where
 *    they stand, their held positions do.
 */
export interface MarkIndex {
  readonly marks: readonly IndexedMark[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly stale: ReadonlySet<string>;
}

export const EMPTY_INDEX: MarkIndex = { marks: [], numberOf: new Map(), stale: new Set() };

export function indexOf(marks: readonly IndexedMark[]): MarkIndex {
  const stale = marks.filter((one) => !one.complete).map((one) => one.mark.id);
  return {
    marks,
    numberOf: new Map(marks.map((one, number) => [one.mark.id, number])),
    stale: new Set(stale),
  };
}

export function markById(index: MarkIndex, id: string): IndexedMark | undefined {
  const number = index.numberOf.get(id);
  return number === undefined ? undefined : index.marks[number];
}

/** What a mapped index asks to be drawn again. */
export interface MappedIndex {
  readonly index: MarkIndex;
  /** Marks whose drawing mapping alone may have spoilt: an edge was touched, or blocks changed within. */
  readonly spoilt: readonly IndexedMark[];
}

/** The stretch from a mark's first to its last word. */
export function extentOf({ pieces }: IndexedMark): Span | null {
  return pieces.length === 0 ? null : { from: pieces[0]!.from, to: pieces[pieces.length - 1]!.to };
}

function mapPieces({ pieces, watched }: IndexedMark, { mapping }: Transaction) {
  const mapped = pieces.map(({ from, to, range }) => {
    return { from: mapping.map(from, 1), to: mapping.map(to, -1), range };
  });
  return {
    pieces: mapped.filter(({ from, to }) => from < to),
    watched: [
      ...watched.map(({ from, to }) => ({ from: mapping.map(from, -1), to: mapping.map(to, 1) })),
      ...mapped.filter(({ from, to }) => from >= to).map(({ from }) => ({ from, to: from })),
    ],
  };
}

function shifted(one: IndexedMark, delta: number): IndexedMark {
  if (delta === 0) return one;
  const shift = <T extends Span>(span: T): T => ({ ...span, from: span.from + delta, to: span.to + delta });
  return { ...one, pieces: one.pieces.map(shift), watched: one.watched.map(shift) };
}

function isEdgeTouched({ pieces, watched }: IndexedMark, change: DocumentChange): boolean {
  const touches = (edge: number) => edge >= change.from && edge <= change.to;
  return (
    pieces.some(({ from, to }) => touches(from) || touches(to)) ||
    watched.some(({ from, to }) => from <= change.to && to >= change.from)
  );
}

/** From the first to the last place that a mark has anything to do with. */
function reachOf({ pieces, watched }: IndexedMark): Span {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const span of watched.length === 0 ? pieces : [...pieces, ...watched]) {
    from = Math.min(from, span.from);
    to = Math.max(to, span.to);
  }
  return { from, to };
}

/** The index after a transaction. Marks before a change stay the same objects, marks after it are shifted. */
export function mapIndex(index: MarkIndex, tr: Transaction): MappedIndex {
  const change = changeOf(tr);
  if (!change) return { index, spoilt: [] };
  const spoilt: IndexedMark[] = [];
  const stale = new Set(index.stale);
  const marks = index.marks.map((one) => {
    const reach = reachOf(one);
    if (reach.to < change.from) return one;
    if (reach.from > change.to) return shifted(one, change.delta);
    const mapped = { ...one, ...mapPieces(one, tr), words: {} };
    const touched = isEdgeTouched(one, change);
    if (touched) stale.add(one.mark.id);
    if (touched || change.structural) spoilt.push(mapped);
    return mapped;
  });
  return { index: { marks, numberOf: index.numberOf, stale }, spoilt };
}

/** The index with some marks placed anew. */
export function withPlaced(index: MarkIndex, placed: readonly IndexedMark[]): MarkIndex {
  const marks = [...index.marks];
  const stale = new Set(index.stale);
  for (const one of placed) {
    const number = index.numberOf.get(one.mark.id);
    if (number === undefined) continue;
    marks[number] = one;
    if (one.complete) stale.delete(one.mark.id);
  }
  return { marks, numberOf: index.numberOf, stale };
}

/** Reading order for a person who points at marks: the shortest, innermost one first, then the later one. */
export function innermostFirst(marks: readonly IndexedMark[]): readonly IndexedMark[] {
  const size = (one: IndexedMark) => one.pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const start = (one: IndexedMark) => one.pieces[0]?.from ?? 0;
  return [...marks].sort((a, b) => size(a) - size(b) || start(b) - start(a) || b.lane - a.lane);
}

/** The marks on the character after a position, or, where there is none, on the one before; innermost first. */
export function marksAt(index: MarkIndex, pos: number): readonly IndexedMark[] {
  const after = index.marks.filter((one) => one.pieces.some(({ from, to }) => from <= pos && pos < to));
  if (after.length > 0) return innermostFirst(after);
  return innermostFirst(
    index.marks.filter((one) => one.pieces.some(({ from, to }) => from < pos && pos <= to)),
  );
}
