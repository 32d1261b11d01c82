import type { Node } from 'prosemirror-model';
import { Decoration, type DecorationAttrs, DecorationSet } from 'prosemirror-view';
import type { IndexedMark } from './mark-index.ts';
import { forEachBlockPart, type Span } from './positions.ts';

/** A mark whose extent is being changed: it is drawn where it would stand, not where it stands. */
export interface Reshaped {
  readonly id: string;
  readonly pieces: readonly Span[];
}

/** Which marks are lit: `focused` by a choice, `hovered` by the pointer; and the one that is being reshaped. */
export interface Emphasis {
  readonly focused: ReadonlySet<string>;
  readonly hovered: ReadonlySet<string>;
  readonly reshaped: Reshaped | null;
}

export const NO_EMPHASIS: Emphasis = { focused: new Set(), hovered: new Set(), reshaped: null };

/** Where a mark is drawn. */
export function drawnPieces({ mark, pieces }: IndexedMark, { reshaped }: Emphasis): readonly Span[] {
  return reshaped?.id === mark.id ? reshaped.pieces : pieces;
}

/** How a mark looks; everything else is the style sheet's, by these attributes. */
function attributesOf({ mark, lane }: IndexedMark, emphasis: Emphasis): DecorationAttrs {
  const { id } = mark;
  return {
    nodeName: 'mark',
    class: 'assay-mark',
    'data-mark': id,
    'data-label': mark.label,
    'data-lane': String(lane),
    ...(mark.pending ? { 'data-pending': 'true' } : {}),
    ...(emphasis.focused.has(id) ? { 'data-focused': 'true' } : {}),
    ...(emphasis.hovered.has(id) ? { 'data-hovered': 'true' } : {}),
    ...(emphasis.reshaped?.id === id ? { 'data-reshaped': 'true' } : {}),
  };
}

/** What the first character carries besides: the letter, and the mark in words. */
function headAttributes({ mark, slot }: IndexedMark): DecorationAttrs {
  return { 'data-letter': mark.letter, 'data-slot': String(slot), 'aria-description': mark.description };
}

function firstCharacterEnd(doc: Node, { from, to }: Span): number {
  const next = doc.textBetween(from, Math.min(to, from + 2), undefined, '\ufffc');
  return Math.min(to, from + ((next.codePointAt(0) ?? 0) > 0xffff ? 2 : 1));
}

/**
 * The decorations of a mark: one for its first character, which carries the letter, and one for each block's part of
 * the rest. Inner borders take what is typed at them, outer borders do not.
 */
function decorationsOf(doc: Node, one: IndexedMark, emphasis: Emphasis): Decoration[] {
  const attributes = attributesOf(one, emphasis);
  const spec = { id: one.mark.id, inclusiveStart: true, inclusiveEnd: true };
  const drawn: Decoration[] = [];
  drawnPieces(one, emphasis).forEach((piece, number) => {
    forEachBlockPart(doc, piece, ({ from, to }) => {
      const isHead = drawn.length === 0;
      const end = to === piece.to ? { ...spec, inclusiveEnd: false } : spec;
      const bodyFrom = isHead ? firstCharacterEnd(doc, { from, to }) : from;
      if (isHead)
        drawn.push(
          Decoration.inline(
            from,
            bodyFrom,
            { ...attributes, ...headAttributes(one) },
            { ...spec, inclusiveStart: false, inclusiveEnd: false },
          ),
        );
      const start = number > 0 && from === piece.from ? { ...end, inclusiveStart: false } : end;
      if (bodyFrom < to) drawn.push(Decoration.inline(bodyFrom, to, attributes, start));
    });
  });
  return drawn;
}

/** Everything drawn anew. */
export function drawAll(doc: Node, marks: readonly IndexedMark[], emphasis: Emphasis): DecorationSet {
  return DecorationSet.create(
    doc,
    marks.flatMap((one) => decorationsOf(doc, one, emphasis)),
  );
}

/** The set with some marks drawn anew and those of `gone` taken off; it must be mapped to `doc`. */
export function redraw(
  set: DecorationSet,
  doc: Node,
  marks: readonly IndexedMark[],
  emphasis: Emphasis,
  gone: readonly string[] = [],
): DecorationSet {
  if (marks.length === 0 && gone.length === 0) return set;
  const ids = new Set([...gone, ...marks.map((one) => one.mark.id)]);
  const old = set.find(undefined, undefined, (spec) => ids.has(spec.id));
  return set.remove(old).add(
    doc,
    marks.flatMap((one) => decorationsOf(doc, one, emphasis)),
  );
}
