import { type AnchoredRange, base64ToBytes, bytesToBase64, type Quote } from '@assay/shared/model';
import * as Y from 'yjs';

/** A stretch held by the identity of its ends: base64 of `Y.encodeRelativePosition`, start with association 0, end -1. */
export type HeldRange = Pick<AnchoredRange, 'start' | 'end'>;

/** A held stretch, with the words it was put on where they are known. */
export interface QuotedRange extends HeldRange {
  readonly quote?: Quote;
}

/** One unit of the text by its Yjs identity; it stays the same unit when it is deleted. */
export interface UnitId {
  readonly client: number;
  readonly clock: number;
}

/** The first and the last unit of a held range. */
export interface HeldUnits {
  readonly first: UnitId;
  readonly last: UnitId;
}

const BEFORE = 0;
const AFTER = -1;

function encode(unit: UnitId, association: number): string {
  const position = new Y.RelativePosition(null, null, Y.createID(unit.client, unit.clock), association);
  return bytesToBase64(Y.encodeRelativePosition(position));
}

/** The held range from the first to the last unit, both inside. */
export function holdUnits({ first, last }: HeldUnits): HeldRange {
  return { start: encode(first, BEFORE), end: encode(last, AFTER) };
}

function decode(text: string, association: number): UnitId {
  let position: Y.RelativePosition;
  try {
    position = Y.decodeRelativePosition(base64ToBytes(text));
  } catch {
    throw new RangeError('A position could not be read.');
  }
  if (!position.item || position.assoc !== association)
    throw new RangeError('A position does not stand at a character, or on the wrong side of it.');
  return position.item;
}

/** The units at the ends of a held range. Throws a RangeError for anything that `holdUnits` cannot have made. */
export function heldUnits(range: HeldRange): HeldUnits {
  return { first: decode(range.start, BEFORE), last: decode(range.end, AFTER) };
}
