import { crc32 } from 'node:zlib';
import { CorruptRow } from './errors.ts';

/** CRC-32 over the name, the number and the content of a row, so that a row moved or renumbered is noticed too. */
export function checksum(doc: string, seq: number, content: Uint8Array | string): number {
  return crc32(content, crc32(`${doc}\n${seq}\n`));
}

/** Throws `CorruptRow` unless the row is as it was written. */
export function verify(doc: string, seq: number, content: Uint8Array | string, crc: number): void {
  if (checksum(doc, seq, content) !== crc)
    throw new CorruptRow(`Entry ${seq} of ${doc} is not as it was written. It is not served.`);
}
