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

/** How `Y.encodeRelativePosition` begins and ends what it makes of a unit. */
const AT_A_UNIT = 0;
const ENDINGS: Readonly<Record<number, number>> = { [BEFORE]: 0x00, [AFTER]: 0x41 };

/** Reads numbers of seven bits a byte, the lowest first, as lib0 writes them. */
class Varints {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  next(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined || unit > Number.MAX_SAFE_INTEGER)
        throw new RangeError('A position could not be read.');
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }
}

/** As `Y.decodeRelativePosition`, whose decoders cost more than the dozen bytes: all marks are read at once. */
function decode(text: string, association: number): UnitId {
  const varints = new Varints(base64ToBytes(text));
  const kind = varints.next();
  if (kind !== AT_A_UNIT) throw new RangeError('A position does not stand at a character.');
  const unit = { client: varints.next(), clock: varints.next() };
  if (varints.bytes[varints.at] !== ENDINGS[association])
    throw new RangeError('A position stands on the wrong side of its character.');
  return unit;
}

/** The first unit of a held range. Throws a RangeError as `heldUnits` does. */
export function firstUnit({ start }: HeldRange): UnitId {
  return decode(start, BEFORE);
}

/** The units at the ends of a held range. Throws a RangeError for anything that `holdUnits` cannot have made. */
export function heldUnits(range: HeldRange): HeldUnits {
  return { first: decode(range.start, BEFORE), last: decode(range.end, AFTER) };
}
