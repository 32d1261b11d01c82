import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { type Band, DrawnBlocks } from './drawn-blocks.ts';
import { drawnPieces, type Emphasis, NO_EMPHASIS } from './mark-decorations.ts';
import {
  allMarks,
  EMPTY_INDEX,
  type IndexedMark,
  indexOf,
  type MarkIndex,
  mapIndex,
  markById,
  withPlaced,
} from './mark-index.ts';
import type { Standing } from './mark-placing.ts';
import type { Span } from './positions.ts';

/** Invariant: `drawn` shows `index` with `emphasis`. */
export interface MarksState {
  readonly index: MarkIndex;
  readonly emphasis: Emphasis;
  readonly drawn: DrawnBlocks;
}

type MarksAction =
  /** Other marks, or the same ones looking otherwise. */
  | { readonly type: 'arrange'; readonly marks: readonly IndexedMark[] }
  /** Where stale marks really stand. */
  | { readonly type: 'place'; readonly standings: readonly Standing[] }
  | { readonly type: 'emphasise'; readonly emphasis: Emphasis }
  /** In which blocks marks are drawn; null for all. */
  | { readonly type: 'draw'; readonly band: Band | null };

export const marksKey = new PluginKey<MarksState>('assay-marks');

/** More marks than this are drawn in and near the view alone. */
export const DRAWN_EVERYWHERE = 400;

/** More changed marks than this are drawn faster with all others. */
const MANY = 64;

export function marksOf(state: EditorState): MarksState {
  return marksKey.getState(state)!;
}

export function withAction(tr: Transaction, action: MarksAction): Transaction {
  return tr.setMeta(marksKey, action).setMeta('addToHistory', false);
}

function samePieces(a: IndexedMark['pieces'], b: IndexedMark['pieces']): boolean {
  return a.length === b.length && a.every((one, i) => one.from === b[i]!.from && one.to === b[i]!.to);
}

function looksTheSame(a: IndexedMark, b: IndexedMark): boolean {
  const { mark, lane, slot } = a;
  const looks =
    mark === b.mark ||
    (mark.label === b.mark.label &&
      mark.letter === b.mark.letter &&
      mark.description === b.mark.description &&
      mark.pending === b.mark.pending &&
      mark.hidden === b.mark.hidden &&
      mark.group === b.mark.group);
  return looks && lane === b.lane && slot === b.slot && samePieces(a.pieces, b.pieces);
}

/** The state of the same document with something about the marks changed; `anew` are the stretches that look otherwise. */
function changed(before: MarksState, change: Partial<MarksState>, anew: readonly Span[] | null): MarksState {
  const { index, emphasis } = { ...before, ...change };
  return { index, emphasis, drawn: before.drawn.redrawn({ ...before.drawn.picture, index, emphasis }, anew) };
}

function arrange(before: MarksState, marks: readonly IndexedMark[]): MarksState {
  const index = indexOf(marks, before.index);
  const differing = differingMarks(allMarks(before.index), marks);
  const spans = differing?.flatMap((one) => drawnPieces(one, before.emphasis)) ?? null;
  const next = changed(before, { index }, spans);
  return withBand(next, marks.length > DRAWN_EVERYWHERE ? (before.drawn.picture.band ?? NO_BAND) : null);
}

/** The marks that look otherwise than before, as they were and as they are; null when they are many. */
function differingMarks(
  before: readonly IndexedMark[],
  after: readonly IndexedMark[],
): readonly IndexedMark[] | null {
  if (Math.abs(after.length - before.length) > MANY) return null;
  const gone = new Map(before.map((one) => [one.mark.id, one]));
  const differing: IndexedMark[] = [];
  for (const one of after) {
    const known = gone.get(one.mark.id);
    gone.delete(one.mark.id);
    if (known && looksTheSame(known, one)) continue;
    differing.push(one, ...(known ? [known] : []));
    if (differing.length > MANY) return null;
  }
  differing.push(...gone.values());
  return differing.length > MANY ? null : differing;
}

/** Many marks are first drawn when it is known what is in view. */
const NO_BAND: Band = { first: 0, end: 0 };

function withBand(before: MarksState, band: Band | null): MarksState {
  const { picture } = before.drawn;
  return band === picture.band
    ? before
    : { ...before, drawn: before.drawn.redrawn({ ...picture, band }, []) };
}

function place(before: MarksState, standings: readonly Standing[]): MarksState {
  const placed = standings.flatMap((standing): IndexedMark[] => {
    const old = markById(before.index, standing.mark.id);
    return old ? [{ ...old, ...standing, words: {} }] : [];
  });
  const moved = placed.flatMap((one) => {
    const old = markById(before.index, one.mark.id)!;
    return samePieces(one.pieces, old.pieces) ? [] : [old, one];
  });
  const spans = moved.flatMap((one) => drawnPieces(one, before.emphasis));
  return changed(before, { index: withPlaced(before.index, placed) }, spans);
}

function changedMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))];
}

function emphasise(before: MarksState, emphasis: Emphasis): MarksState {
  const { reshaped } = before.emphasis;
  const ids = new Set([
    ...changedMembers(before.emphasis.focused, emphasis.focused),
    ...changedMembers(before.emphasis.hovered, emphasis.hovered),
    ...(reshaped === emphasis.reshaped ? [] : [reshaped?.id ?? '', emphasis.reshaped?.id ?? '']),
  ]);
  const marks = [...ids].flatMap((id) => markById(before.index, id) ?? []);
  const spans = marks.flatMap((one) => [...drawnPieces(one, before.emphasis), ...drawnPieces(one, emphasis)]);
  return changed(before, { emphasis }, spans);
}

/** What is being reshaped goes with its words; when they are gone there is nothing left to reshape. */
function mappedEmphasis(emphasis: Emphasis, { mapping }: Transaction): Emphasis {
  const { reshaped } = emphasis;
  if (!reshaped) return emphasis;
  const pieces = reshaped.pieces
    .map(({ from, to }) => ({ from: mapping.map(from, 1), to: mapping.map(to, -1) }))
    .filter(({ from, to }) => from < to);
  return { ...emphasis, reshaped: pieces.length > 0 ? { id: reshaped.id, pieces } : null };
}

function mapped(before: MarksState, tr: Transaction): MarksState {
  const { index, spoilt } = mapIndex(before.index, tr);
  const emphasis = mappedEmphasis(before.emphasis, tr);
  const reshaped = emphasis.reshaped ?? before.emphasis.reshaped;
  const anew = spoilt.flatMap((one) => drawnPieces(one, emphasis));
  const { picture } = before.drawn;
  const band = picture.band && {
    ...picture.band,
    end: picture.band.end + Math.max(0, tr.doc.childCount - tr.before.childCount),
  };
  const drawn = before.drawn.changed({ doc: tr.doc, index, emphasis, band }, tr, [
    ...anew,
    ...(reshaped?.pieces ?? []).filter(({ to }) => to <= tr.doc.content.size),
  ]);
  return { index, emphasis, drawn };
}

function applyAction(before: MarksState, action: MarksAction | undefined): MarksState {
  switch (action?.type) {
    case 'arrange':
      return arrange(before, action.marks);
    case 'place':
      return place(before, action.standings);
    case 'emphasise':
      return emphasise(before, action.emphasis);
    case 'draw':
      return withBand(before, action.band);
    case undefined:
      return before;
  }
}

/** Holds and draws the marks. It knows where they stand by mapping; `MarkKeeper` reads again what mapping cannot know. */
export function marksPlugin(): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key: marksKey,
    state: {
      init: (_config, { doc }) => ({
        index: EMPTY_INDEX,
        emphasis: NO_EMPHASIS,
        drawn: DrawnBlocks.of({ doc, index: EMPTY_INDEX, emphasis: NO_EMPHASIS, band: null }),
      }),
      apply(tr, before) {
        const after = tr.docChanged ? mapped(before, tr) : before;
        return applyAction(after, tr.getMeta(marksKey));
      },
    },
    props: {
      decorations: (state) => marksOf(state).drawn,
    },
  });
}
