import type { Transaction } from 'prosemirror-state';
import type { DrawnMark } from './article-editor.ts';
import { changeOf, type DocumentChange } from './document-change.ts';
import { MarkTree } from './mark-tree.ts';
import type { Span } from './positions.ts';

/** A surviving piece of a mark; `range` is the number of the held range it comes from. */
export interface Piece extends Span {
  readonly range: number;
}

/** A mark with where it stands. */
export interface IndexedMark {
  readonly mark: DrawnMark;
  /** In text order, never empty pieces. Those of a group may overlap. */
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
 * Where all marks stand in one version of the document: an immutable value, mapped through transactions at the cost of
 * the marks that a change touches.
 *
 * 1. Positions are those of `doc`, the version it was last mapped to.
 * 2. `stale` names the marks whose edge a change has touched, or that are not complete: mapping does not know where
 *    they stand, their held positions do.
 */
export interface MarkIndex {
  readonly tree: MarkTree<IndexedMark>;
  readonly numberOf: ReadonlyMap<string, number>;
  readonly stale: ReadonlySet<string>;
  /** The marks of which nothing stands; the same set while it has the same members. */
  readonly orphaned: ReadonlySet<string>;
  /** Another object whenever there may be other marks, or another order in which they are read. */
  readonly order: object;
}

export const EMPTY_INDEX: MarkIndex = {
  tree: MarkTree.of<IndexedMark>([]),
  numberOf: new Map(),
  stale: new Set(),
  orphaned: new Set(),
  order: {},
};

function idsOf(marks: readonly IndexedMark[]): string[] {
  return marks.map((one) => one.mark.id);
}

/** An index of these marks, which are in text order. What is as in the index `before` is the same object. */
export function indexOf(marks: readonly IndexedMark[], before: MarkIndex = EMPTY_INDEX): MarkIndex {
  const lost = idsOf(marks.filter((one) => one.pieces.length === 0));
  return {
    tree: MarkTree.of(marks),
    numberOf: new Map(marks.map((one, number) => [one.mark.id, number])),
    stale: new Set(idsOf(marks.filter((one) => !one.complete))),
    orphaned: hasMembers(before.orphaned, lost) ? before.orphaned : new Set(lost),
    order: before.tree.length === marks.length && sameOrder(allMarks(before), marks) ? before.order : {},
  };
}

export function allMarks(index: MarkIndex): readonly IndexedMark[] {
  return index.tree.all();
}

export function markById(index: MarkIndex, id: string): IndexedMark | undefined {
  const number = index.numberOf.get(id);
  return number === undefined ? undefined : index.tree.at(number);
}

/** What a mapped index asks to be drawn again. */
export interface MappedIndex {
  readonly index: MarkIndex;
  /** Marks whose drawing mapping alone may have spoilt: an edge was touched, or blocks changed within. */
  readonly spoilt: readonly IndexedMark[];
}

/** The stretch from a mark's first to its last word. */
export function extentOf({ pieces }: Pick<IndexedMark, 'pieces'>): Span | null {
  if (pieces.length === 0) return null;
  let { from, to } = pieces[0]!;
  for (const piece of pieces) {
    from = Math.min(from, piece.from);
    to = Math.max(to, piece.to);
  }
  return { from, to };
}

/** What pieces cover, in text order, without overlap. */
export function coverOf(pieces: readonly Span[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last && from <= last.to) spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else spans.push({ from, to });
  }
  return spans;
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

function isEdgeTouched({ pieces, watched }: IndexedMark, change: DocumentChange): boolean {
  const touches = (edge: number) => edge >= change.from && edge <= change.to;
  return (
    pieces.some(({ from, to }) => touches(from) || touches(to)) ||
    watched.some(({ from, to }) => from <= change.to && to >= change.from)
  );
}

/** The index after a transaction. Marks that it does not touch are not looked at. */
export function mapIndex(index: MarkIndex, tr: Transaction): MappedIndex {
  const change = changeOf(tr);
  if (!change) return { index, spoilt: [] };
  const atEdge: { readonly before: IndexedMark; readonly after: IndexedMark }[] = [];
  const spoilt: IndexedMark[] = [];
  const tree = index.tree.afterChange(change, (before) => {
    const after = { ...before, ...mapPieces(before, tr), words: {} };
    const touched = isEdgeTouched(before, change);
    if (touched) atEdge.push({ before, after });
    if (touched || change.structural) spoilt.push(after);
    return after;
  });
  const before = atEdge.map((one) => one.before);
  const after = atEdge.map((one) => one.after);
  const orphaned = orphanedAfter(index.orphaned, after);
  return {
    index: {
      tree,
      numberOf: index.numberOf,
      stale: before.length === 0 ? index.stale : new Set([...index.stale, ...idsOf(before)]),
      orphaned,
      // Only marks at whose edges something was taken out can come to stand otherwise to each other.
      order: orphaned === index.orphaned && sameOrder(before, after) ? index.order : {},
    },
    spoilt,
  };
}

/** The index with some marks placed anew. */
export function withPlaced(index: MarkIndex, placed: readonly IndexedMark[]): MarkIndex {
  const known = placed.filter((one) => index.numberOf.has(one.mark.id));
  const stale = new Set(index.stale);
  for (const one of known) if (one.complete) stale.delete(one.mark.id);
  const tree = index.tree.with(new Map(known.map((one) => [index.numberOf.get(one.mark.id)!, one])));
  const before = idsOf(known).map((id) => markById(index, id)!);
  const orphaned = orphanedAfter(index.orphaned, known);
  const after: MarkIndex = { ...index, tree, stale, orphaned };
  const same = orphaned === index.orphaned && sameNeighbours(index, after, before, known);
  return same ? after : { ...after, order: {} };
}

function orphanedAfter(orphaned: ReadonlySet<string>, marks: readonly IndexedMark[]): ReadonlySet<string> {
  const changed = marks.filter((one) => orphaned.has(one.mark.id) !== (one.pieces.length === 0));
  if (changed.length === 0) return orphaned;
  const next = new Set(orphaned);
  for (const { mark, pieces } of changed) {
    if (pieces.length === 0) next.add(mark.id);
    else next.delete(mark.id);
  }
  return next;
}

/** Whether marks that were moved are read in the same order as before, among all that begin where they began or begin. */
function sameNeighbours(
  before: MarkIndex,
  after: MarkIndex,
  left: readonly IndexedMark[],
  arrived: readonly IndexedMark[],
): boolean {
  const moved = arrived.filter((one, i) => !sameExtent(left[i]!, one));
  if (moved.length === 0) return true;
  const starts = [...left, ...arrived].flatMap((one) => extentOf(one)?.from ?? []);
  const around = { from: Math.min(...starts), to: Math.max(...starts) };
  const numbers = new Set<number>();
  const beginsThere = (one: IndexedMark, number: number) => {
    const extent = extentOf(one);
    if (extent && extent.from >= around.from && extent.from <= around.to) numbers.add(number);
  };
  before.tree.touching(around, beginsThere);
  after.tree.touching(around, beginsThere);
  for (const one of arrived) numbers.add(after.numberOf.get(one.mark.id)!);
  const of = ({ tree }: MarkIndex) => [...numbers].map((number) => tree.at(number)!);
  return sameOrder(of(before), of(after));
}

function sameExtent(a: IndexedMark, b: IndexedMark): boolean {
  const [one, other] = [extentOf(a), extentOf(b)];
  return one?.from === other?.from && one?.to === other?.to;
}

function sameOrder(before: readonly IndexedMark[], after: readonly IndexedMark[]): boolean {
  return sameList(sequenceOf(before), sequenceOf(after));
}

/** The ids in the order in which they are read: by beginning, the wider first; each with whether it is on the place of the one before. */
function sequenceOf(marks: readonly IndexedMark[]): readonly string[] {
  const nowhere = { from: Number.MAX_SAFE_INTEGER, to: 0 };
  const placed = marks.map((one) => ({ id: one.mark.id, ...(extentOf(one) ?? nowhere) }));
  placed.sort((a, b) => a.from - b.from || b.to - a.to);
  return placed.map(({ id, from, to }, i) => {
    const before = placed[i - 1];
    return before?.from === from && before.to === to ? `=${id}` : id;
  });
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function hasMembers(set: ReadonlySet<string>, members: readonly string[]): boolean {
  return set.size === members.length && members.every((one) => set.has(one));
}

/** Reading order for a person who points at marks: the shortest, innermost one first, then the later one. */
export function innermostFirst(marks: readonly IndexedMark[]): readonly IndexedMark[] {
  const size = (one: IndexedMark) => coverOf(one.pieces).reduce((sum, { from, to }) => sum + to - from, 0);
  const start = (one: IndexedMark) => one.pieces[0]?.from ?? 0;
  return [...marks].sort((a, b) => size(a) - size(b) || start(b) - start(a) || b.lane - a.lane);
}

/** The marks that reach over or up to a stretch, in the order of their numbers. */
export function marksTouching(index: MarkIndex, span: Span): readonly IndexedMark[] {
  const found: IndexedMark[] = [];
  index.tree.touching(span, (one) => found.push(one));
  return found;
}

/** The marks on the character after a position, or, where there is none, on the one before; innermost first. */
export function marksAt(index: MarkIndex, pos: number): readonly IndexedMark[] {
  const near = marksTouching(index, { from: pos, to: pos }).filter(({ mark }) => !mark.hidden);
  const after = near.filter((one) => one.pieces.some(({ from, to }) => from <= pos && pos < to));
  if (after.length > 0) return innermostFirst(after);
  return innermostFirst(near.filter((one) => one.pieces.some(({ from, to }) => from < pos && pos <= to)));
}
