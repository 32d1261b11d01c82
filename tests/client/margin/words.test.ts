import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, withLinks } from '../../../client/src/margin/words.ts';

describe('words of a card', () => {
  it('[PG13] are shortened at a word, never within a character', () => {
    expect(clip('Not really, no.', 40)).toBe('Not really, no.');
    expect(clip('one two three four', 12)).toBe('one two…');
    expect(clip('x'.repeat(9) + '\u{1F642}'.repeat(5), 10)).toBe(`${'x'.repeat(9)}…`);
  });

  it('[PG13] web addresses in comments become links, without the punctuation behind them', () => {
    expect(withLinks('See https://example.org/a?b=1, or (https://example.org).')).toEqual([
      { text: 'See ' },
      { text: 'https://example.org/a?b=1', href: 'https://example.org/a?b=1' },
      { text: ', or (' },
      { text: 'https://example.org', href: 'https://example.org' },
      { text: ').' },
    ]);
  });

  it('[PG13] no other scheme becomes a link, and no character is lost', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('javascript:alert(1)', 'https://a.example', 'http://', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const text = parts.join('');
        const pieces = withLinks(text);
        expect(pieces.map((one) => one.text).join('')).toBe(text);
        for (const { href } of pieces) if (href) expect(href).toMatch(/^https?:\/\//);
      }),
    );
  });
});
