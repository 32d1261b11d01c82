import { describe, expect, it } from 'vitest';
import { findInText } from '../../../client/src/editor/find-words.ts';

const found = (text: string, words: string, options: { matchCase?: boolean; wholeWords?: boolean } = {}) =>
  findInText(text, { words, matchCase: false, wholeWords: false, ...options }).map(({ from, to }) =>
    text.slice(from, to),
  );

describe('finding words in a text', () => {
  it.each([
    ['“Never,” he said', '"never,"', '“Never,”'],
    ['It’s over', "it's", 'It’s'],
    ['2019–2020', '2019-2020', '2019–2020'],
    ['a — b', 'a - b', 'a — b'],
    ['10\u00a0000', '10 000', '10\u00a0000'],
    ['two\nlines', 'two lines', 'two\nlines'],
    ["plain 'quote'", '‘quote’', "'quote'"],
  ])(
    '[ED44] in “%s” finds %s, whatever quotation marks, dashes and spaces it is written with',
    (text, words, match) => {
      expect(found(text, words)).toEqual([match]);
    },
  );

  it('[ED44] minds case and whole words when asked to', () => {
    const text = 'The other thesis: the theatre, THE END';
    expect(found(text, 'the')).toHaveLength(6);
    expect(found(text, 'the', { matchCase: true })).toHaveLength(4);
    expect(found(text, 'the', { wholeWords: true })).toEqual(['The', 'the', 'THE']);
    expect(found('façade facade', 'fac', { wholeWords: true })).toEqual([]);
    expect(found('Über über', 'ÜBER')).toEqual(['Über', 'über']);
    expect(found('İstanbul istanbul', 'istanbul')).toEqual(['istanbul']);
  });

  it('[ED44] takes no part of a character as people see it', () => {
    expect(found('e\u0301t e', 'e')).toEqual(['e']);
    expect(found('👩‍🚀 👩', '👩')).toEqual(['👩']);
    expect(found('👍🏽👍', '👍')).toEqual(['👍']);
    expect(found('x\ufffcy', 'xy')).toEqual([]);
  });

  it('[ED44] finds nothing for nothing, and matches never overlap', () => {
    expect(found('aaaa', '')).toEqual([]);
    expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
  });
});
