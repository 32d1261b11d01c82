const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The six bits of each character by its code; -1 for one that base64 does not use. */
const BITS = new Int8Array(128).fill(-1);
for (let i = 0; i < ALPHABET.length; i++) BITS[ALPHABET.charCodeAt(i)] = i;

/** Bytes as standard base64 with padding. */
export function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * The bytes of standard base64 with padding. Throws a RangeError when the text is not that. `atob` takes several
 * microseconds for each call, and the positions of ten thousand marks are read at once.
 */
export function base64ToBytes(text: string): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 !== 0) throw new RangeError('This is no base64: its length is no multiple of four.');
  const length = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let written = 0;
  let held = 0;
  for (let i = 0; i < length; i++) {
    const bits = BITS[text.charCodeAt(i)] ?? -1;
    if (bits < 0) throw new RangeError('This is no base64: it has a character that base64 does not use.');
    held = (held << 6) | bits;
    if (i % 4 > 0) bytes[written++] = (held >> (6 - (i % 4) * 2)) & 0xff;
  }
  return bytes;
}
