import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { IMPORT_LIMITS, Importer, ImportFailed } from '../../../server/src/importing/index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('reading a source in a thread of its own', () => {
  it('[IM7] keeps what was given by its hash and size', async () => {
    const bytes = utf8('<title>Head</title><p>Words <script>no()</script></p>');
    const { title, doc, original, warnings } = await new Importer().import({
      bytes,
      format: 'html',
      fileName: 'a.html',
    });
    expect([title, doc.textContent]).toEqual(['Head', 'Words']);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(original).toEqual({ format: 'html', sha256, bytes: bytes.length, fileName: 'a.html' });
    expect(warnings.map((warning) => warning.code)).toEqual(['script-dropped']);
  });

  it.each([
    ['UTF-8', 'text', utf8('é “x”'), 'é “x”'],
    ['UTF-8 with a mark', 'text', utf8('\uFEFFé'), 'é'],
    ['UTF-16', 'text', new Uint8Array([0xff, 0xfe, 0xe9, 0, 0x61, 0]), 'éa'],
    ['Windows-1252', 'text', new Uint8Array([0x93, 0xe9, 0x94]), '“é”'],
    [
      'a page in Latin 1, which is Windows-1252 to browsers',
      'html',
      latin('<meta charset="latin1"><p>\x93\xe9\x94</p>'),
      '“é”',
    ],
    ['what a page declares', 'html', latin('<meta charset=iso-8859-2><p>\xb1</p>'), 'ą'],
    ['a page that declares nonsense', 'html', utf8('<meta charset=nonsense><p>é</p>'), 'é'],
  ] as const)('[IM8] finds the characters of %s', async (_, format, bytes, words) => {
    expect((await new Importer().import({ bytes, format })).doc.textContent).toBe(words);
  });

  it('[IM9] ends a thread that takes too long or too much, says so, and goes on', async () => {
    const bytes = utf8('<b><i><p>'.repeat(40_000));
    const slow = new Importer({ ...IMPORT_LIMITS, time: 1 });
    await expect(slow.import({ bytes, format: 'html' })).rejects.toThrow(/too long/);
    const small = new Importer({
      time: 20_000,
      memory: { maxOldGenerationSizeMb: 12, maxYoungGenerationSizeMb: 1 },
    });
    const wide = utf8('<p>words</p>'.repeat(400_000));
    await expect(small.import({ bytes: wide, format: 'html' })).rejects.toThrow(ImportFailed);
    await expect(small.import({ bytes: wide, format: 'html' })).rejects.toThrow(/memory/);
    const good = Array.from({ length: 4 }, () => new Importer().import({ bytes: utf8('a'), format: 'text' }));
    expect((await Promise.all(good)).map(({ doc }) => doc.textContent)).toEqual(['a', 'a', 'a', 'a']);
  });
});

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
