import { firstItem, markerItem, placeOf, relativeBehind } from '@assay/shared/article';
import type * as Y from 'yjs';
import type { BlockTable } from './block-table.ts';

/** A position held by identity, found from the marker of its block. Throws a RangeError outside the document. */
export function positionToRelative(
  text: Y.Text,
  blocks: BlockTable,
  position: number,
  assoc: 0 | -1,
): Y.RelativePosition {
  const index = blocks.indexOfPosition(position);
  let number = Math.min(blocks.numberAt(position), blocks.length - 1);
  while (number > 0 && !blocks.at(number)!.marker) number--;
  const { marker } = blocks.at(number)!;
  if (number === 0 || !marker) return relativeBehind(text, firstItem(text), index, assoc);
  return relativeBehind(text, markerItem(marker), index - indexOfBlock(blocks, number), assoc);
}

/** The position of a relative position, found by the marker before it; null when its character is not known. */
export function relativeToPosition(
  text: Y.Text,
  blocks: BlockTable,
  relative: Y.RelativePosition,
  followUndone: boolean,
): number | null {
  const place = placeOf(text, relative, followUndone);
  if (!place) return null;
  if (place === 'end') return blocks.positionOfIndex(text.length);
  if (!place.marker) return blocks.positionOfIndex(place.units);
  const number = blocks.numberOf(place.marker);
  return number === undefined ? null : blocks.positionOfIndex(indexOfBlock(blocks, number) + place.units);
}

function indexOfBlock(blocks: BlockTable, number: number): number {
  return blocks.indexOfPosition(blocks.startOf(number));
}
