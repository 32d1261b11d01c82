import { TextDecoder } from 'node:util';
import type { SourceFormat } from '@assay/shared/model';

const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** How far into a page the standard looks for its character set. */
const HEAD_BYTES = 1024;
const CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)/i;

/**
 * The text of a file: by its byte order mark, else by what a page's `meta` says, else as UTF-8, else as
 * Windows-1252, the usual alternative. Never throws; every byte becomes something.
 */
export function decodeText(bytes: Uint8Array, format: SourceFormat): string {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked[1]).decode(bytes);
  const declared = format === 'html' ? declaredDecoder(bytes) : null;
  if (declared)
    return declared.encoding === 'windows-1252' ? decodeWindows1252(bytes) : declared.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** The characters of the bytes from 0x80 on, which some versions of Node's own decoder take for controls. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\x80-\x9f]/g, (byte) => HIGH[byte.charCodeAt(0) - 0x80]!);
}

/** The decoder that a page asks for. A page that could be read so far as ASCII is not UTF-16, whatever it says. */
function declaredDecoder(bytes: Uint8Array): TextDecoder | null {
  const label = CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)))?.[1];
  if (!label || /^utf-?16|^utf-?8$/i.test(label)) return null;
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
