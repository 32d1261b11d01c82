import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { DecorationSet } from 'prosemirror-view';
import { drawAll, type Emphasis, NO_EMPHASIS, redraw } from './mark-decorations.ts';
import {
  EMPTY_INDEX,
  type IndexedMark,
  indexOf,
  type MarkIndex,
  mapIndex,
  markById,
  withPlaced,
} from './mark-index.ts';
import type { Standing } from './mark-placing.ts';

/** Invariant: `decorations` is what `drawAll` would draw of `index` with `emphasis`. */
export interface MarksState {
  readonly index: MarkIndex;
  readonly decorations: DecorationSet;
  readonly emphasis: Emphasis;
}

type MarksAction =
  /** Other marks, or the same ones looking otherwise. */
  | { readonly type: 'arrange'; readonly marks: readonly IndexedMark[] }
  /** Where stale marks really stand. */
  | { readonly type: 'place'; readonly standings: readonly Standing[] }
  | { readonly type: 'emphasise'; readonly emphasis: Emphasis };

export const marksKey = new PluginKey<MarksState>('assay-marks');

/** More marks than this are drawn faster all at once. */
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
      mark.pending === b.mark.pending);
  return looks && lane === b.lane && slot === b.slot && samePieces(a.pieces, b.pieces);
}

function arrange(before: MarksState, marks: readonly IndexedMark[], doc: Node): MarksState {
  const index = indexOf(marks);
  const changed = marks.filter((one) => {
    const old = markById(before.index, one.mark.id);
    return !old || !looksTheSame(old, one);
  });
  const gone = before.index.marks.map((one) => one.mark.id).filter((id) => !index.numberOf.has(id));
  const decorations =
    changed.length > MANY
      ? drawAll(doc, marks, before.emphasis)
      : redraw(before.decorations, doc, changed, before.emphasis, gone);
  return { ...before, index, decorations };
}

function place(before: MarksState, standings: readonly Standing[], doc: Node): MarksState {
  const placed = standings.flatMap((standing) => {
    const old = markById(before.index, standing.mark.id);
    return old ? [{ ...old, ...standing, words: {} }] : [];
  });
  const moved = placed.filter((one) => !samePieces(one.pieces, markById(before.index, one.mark.id)!.pieces));
  const decorations = redraw(before.decorations, doc, moved, before.emphasis);
  return { ...before, index: withPlaced(before.index, placed), decorations };
}

function changedMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))];
}

function emphasise(before: MarksState, emphasis: Emphasis, doc: Node): MarksState {
  const ids = new Set([
    ...changedMembers(before.emphasis.focused, emphasis.focused),
    ...changedMembers(before.emphasis.hovered, emphasis.hovered),
    ...(before.emphasis.reshaped === emphasis.reshaped
      ? []
      : [before.emphasis.reshaped?.id ?? '', emphasis.reshaped?.id ?? '']),
  ]);
  const marks = [...ids].flatMap((id) => markById(before.index, id) ?? []);
  return { ...before, emphasis, decorations: redraw(before.decorations, doc, marks, emphasis) };
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
  const reshaped = before.emphasis.reshaped && markById(index, before.emphasis.reshaped.id);
  const anew = reshaped && !spoilt.includes(reshaped) ? [...spoilt, reshaped] : spoilt;
  const decorations = redraw(before.decorations.map(tr.mapping, tr.doc), tr.doc, anew, emphasis);
  return { ...before, index, decorations, emphasis };
}

function applyAction(before: MarksState, action: MarksAction | undefined, doc: Node): MarksState {
  switch (action?.type) {
    case 'arrange':
      return arrange(before, action.marks, doc);
    case 'place':
      return place(before, action.standings, doc);
    case 'emphasise':
      return emphasise(before, action.emphasis, doc);
    case undefined:
      return before;
  }
}

/** Holds and draws the marks. It knows where they stand by mapping; `MarkKeeper` reads again what mapping cannot know. */
export function marksPlugin(): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key: marksKey,
    state: {
      init: () => ({ index: EMPTY_INDEX, decorations: DecorationSet.empty, emphasis: NO_EMPHASIS }),
      apply(tr, before) {
        const after = tr.docChanged ? mapped(before, tr) : before;
        return applyAction(after, tr.getMeta(marksKey), tr.doc);
      },
    },
    props: {
      decorations: (state) => marksOf(state).decorations,
    },
  });
}
