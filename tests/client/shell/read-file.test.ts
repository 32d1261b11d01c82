import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../client/src/library/decode-bytes.ts';
import { readFile, UnreadableFile } from '../../../client/src/library/read-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the encoding of a file', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', utf8('Łódź — “ja”'), 'Łódź — “ja”'],
    ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x41]), 'A'],
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00]), 'Aé'],
    ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0x00, 0x41, 0x00, 0xe9]), 'Aé'],
    // Node 20 decodes 0x80 to 0x9f of this encoding wrongly; browsers do not.
    ['Windows-1252, unnamed', new Uint8Array([0x68, 0xe9]), 'hé'],
    [
      'the encoding that the page names',
      new Uint8Array([...utf8('<meta charset="iso-8859-2"><p>'), 0xb1]),
      '<meta charset="iso-8859-2"><p>ą',
    ],
    [
      'an encoding nobody knows',
      new Uint8Array([...utf8('<meta charset=klingon>'), 0xe9]),
      '<meta charset=klingon>é',
    ],
  ])('[UI13] %s is read', (_, bytes, text) => {
    expect(decodeBytes(bytes)).toBe(text);
  });
});

describe('a file', () => {
  it.each([
    ['story.html', '', 'html'],
    ['story.HTM', '', 'html'],
    ['story.md', '', 'markdown'],
    ['story.txt', '', 'text'],
    ['story', 'text/html', 'html'],
    ['story', 'text/plain', 'text'],
  ])('[UI13] called %s of type %j is read as %s', async (name, type, format) => {
    const file = new File(['<p>One</p>'], name, { type });
    const bytes = utf8('<p>One</p>');
    expect(await readFile(file)).toEqual({ content: '<p>One</p>', format, fileName: name, bytes });
  });

  it('[UI14] of another kind is turned away with what to do instead', async () => {
    const file = new File(['x'], 'story.pdf', { type: 'application/pdf' });
    await expect(readFile(file)).rejects.toThrow(UnreadableFile);
    await expect(readFile(file)).rejects.toThrow(/paste its words/);
  });

  it('[UI14] that only pretends to be text is turned away', async () => {
    const file = new File([new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00])], 'story.txt');
    await expect(readFile(file)).rejects.toThrow(/not a text file/);
  });

  it('[UI14] that is too large is turned away before it is read', async () => {
    const file = new File([new Uint8Array(5 * 1024 * 1024 + 1).fill(65)], 'story.txt');
    await expect(readFile(file)).rejects.toThrow(/larger than 5 MB/);
  });
});
