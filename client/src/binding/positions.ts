import {
  type Block,
  firstItem,
  indexOfPosition,
  markerItem,
  placeOf,
  positionOfIndex,
  relativeBehind,
} from '@assay/shared/article';
import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import { implicitOf, startOfBlock } from './blocks.ts';

/** A position held by identity, found from the marker of its block. Throws a RangeError outside the document. */
export function positionToRelative(
  text: Y.Text,
  doc: Node,
  blocks: readonly Block[],
  position: number,
  assoc: 0 | -1,
): Y.RelativePosition {
  const index = indexOfPosition(doc, position, implicitOf(blocks));
  let number = Math.min(doc.resolve(position).index(0), blocks.length - 1);
  while (number > 0 && !blocks[number]!.marker) number--;
  const { marker } = blocks[number]!;
  if (number === 0 || !marker) return relativeBehind(text, firstItem(text), index, assoc);
  return relativeBehind(text, markerItem(marker), index - indexOfBlock(doc, blocks, number), assoc);
}

/** The position of a relative position, found by the marker before it; null when its character is not known. */
export function relativeToPosition(
  text: Y.Text,
  doc: Node,
  blocks: readonly Block[],
  relative: Y.RelativePosition,
  followUndone: boolean,
): number | null {
  const place = placeOf(text, relative, followUndone);
  if (!place) return null;
  const implicit = implicitOf(blocks);
  if (place === 'end') return positionOfIndex(doc, text.length, implicit);
  if (!place.marker) return positionOfIndex(doc, place.units, implicit);
  const number = blocks.findIndex(({ marker }) => marker === place.marker);
  return number < 0 ? null : positionOfIndex(doc, indexOfBlock(doc, blocks, number) + place.units, implicit);
}

function indexOfBlock(doc: Node, blocks: readonly Block[], number: number): number {
  return indexOfPosition(doc, startOfBlock(doc, number), implicitOf(blocks));
}
