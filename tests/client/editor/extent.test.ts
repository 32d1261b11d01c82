import { describe, expect, it } from 'vitest';
import {
  nudged,
  piecesOf,
  snapped,
  withEndAt,
  withoutWords,
  withWords,
} from '../../../client/src/editor/extent.ts';
import type { End, Unit } from '../../../client/src/editor/text-stops.ts';

/** `"One [two] three"`: the text, and its stretches in brackets. */
function marked(notation: string) {
  const ranges: { start: number; end: number }[] = [];
  let text = '';
  let start = 0;
  for (const sign of notation) {
    if (sign === '[') start = text.length;
    else if (sign === ']') ranges.push({ start, end: text.length });
    else text += sign;
  }
  return { text, ranges };
}

function shown(text: string, ranges: readonly { start: number; end: number }[]): string {
  const cut = ranges.flatMap(({ start, end }) => [start, end]);
  return [0, ...cut]
    .map((at, i) => text.slice(at, cut[i] ?? text.length) + ('[]'[i % 2] ?? ''))
    .join('')
    .slice(0, -1);
}

const nudge = (notation: string, end: End, unit: Unit, step: 1 | -1) => {
  const { text, ranges } = marked(notation);
  return shown(text, nudged(text, ranges, end, unit, step));
};
const snap = (notation: string) => {
  const { text, ranges } = marked(notation);
  return shown(text, snapped(text, ranges));
};

describe('the pieces of a mark', () => {
  it('[ED24] that overlap, touch, or have but white space between, are one', () => {
    const { text, ranges } = marked('[One] [two] three\n[four] five');
    expect(shown(text, piecesOf(text, ranges))).toBe('[One two] three\n[four] five');
    expect(shown(text, withWords(text, [ranges[0]!], { start: 2, end: 6 }))).toBe(
      '[One tw]o three\nfour five',
    );
    expect(shown(text, withWords(text, [ranges[2]!], { start: 3, end: 8 }))).toBe(
      'One [two] three\n[four] five',
    );
  });

  it('[ED24] lose the words that are taken out, and may become two or none', () => {
    const { text, ranges } = marked('[One two three] four [five]');
    expect(shown(text, withoutWords(text, ranges, { start: 4, end: 7 }))).toBe(
      '[One] two [three] four [five]',
    );
    expect(shown(text, withoutWords(text, ranges, ranges[1]!))).toBe('[One two three] four five');
    expect(withoutWords(text, ranges, { start: 0, end: text.length })).toEqual([]);
  });
});

describe('an end of a mark', () => {
  it('[ED25] moves by a character as people see them, over white space at once', () => {
    expect(nudge('One [two] 👩‍🚀 x', 'end', 'character', 1)).toBe('One [two 👩‍🚀] x');
    expect(nudge('One [two 👩‍🚀] x', 'end', 'character', -1)).toBe('One [two] 👩‍🚀 x');
    expect(nudge('One [two] three', 'start', 'character', -1)).toBe('On[e two] three');
    expect(nudge('One [two] three', 'start', 'character', 1)).toBe('One t[wo] three');
  });

  it('[ED25] moves by a word, a joined word, a number with its sign', () => {
    expect(nudge('A [well]-known fact', 'end', 'word', 1)).toBe('A [well-known] fact');
    expect(nudge('It [rose] 4.1% today', 'end', 'word', 1)).toBe('It [rose 4.1%] today');
    expect(nudge('for €30 [each]', 'start', 'word', -1)).toBe('for [€30 each]');
    expect(nudge('“No,” [she said]', 'end', 'word', -1)).toBe('“No,” [she] said');
    expect(nudge('私は[学生]です', 'end', 'word', 1)).toMatch(/^私は\[学生.+\]/u);
  });

  it('[ED25] moves by a sentence, and on into the next paragraph', () => {
    expect(nudge('It rose. [It fell.] It stood.', 'end', 'sentence', 1)).toBe(
      'It rose. [It fell. It stood.]',
    );
    expect(nudge('It rose. [It fell.] It stood.', 'start', 'sentence', -1)).toBe(
      '[It rose. It fell.] It stood.',
    );
    expect(nudge('It [rose.]\n\nIt fell. So.', 'end', 'sentence', 1)).toBe('It [rose.\n\nIt fell.] So.');
  });

  it('[ED25] stays where there is nothing further, and never crosses the other one', () => {
    expect(nudge('One [two]', 'end', 'word', 1)).toBe('One [two]');
    expect(nudge('One [t] three', 'end', 'character', -1)).toBe('One [t] three');
    expect(nudge('One [two] three', 'start', 'word', 1)).toBe('One [two] three');
    const { text, ranges } = marked('One [two] three 👩‍🚀');
    expect(shown(text, withEndAt(text, ranges, 'end', 0))).toBe('One [t]wo three 👩‍🚀');
    expect(shown(text, withEndAt(text, ranges, 'start', 99))).toBe('One tw[o] three 👩‍🚀');
  });

  it('[ED25] of a mark in pieces is the first start and the last end; a piece it reaches joins', () => {
    expect(nudge('[One] two [three] four', 'end', 'word', 1)).toBe('[One] two [three four]');
    expect(nudge('a [One] two [three] four', 'start', 'word', -1)).toBe('[a One] two [three] four');
  });
});

describe('snapping to words', () => {
  it('[ED26] widens to whole words, with what is glued to a number or joins two', () => {
    expect(snap('He sa[id it was wel]l-known.')).toBe('He [said it was well-known].');
    expect(snap('up by 4[.1 per]cent')).toBe('up by [4.1 percent]');
    expect(snap('about €3[0 mi]llion')).toBe('about [€30 million]');
  });

  it('[ED26] keeps quotation marks it has, and drops signs of the words outside', () => {
    expect(snap('[“No, not re]ally,” she said')).toBe('[“No, not really],” she said');
    expect(snap('[“No.”] she said')).toBe('[“No.”] she said');
    expect(snap('It fell[. The pri]ce, (see')).toBe('It fell. [The price], (see');
    expect(snap('The [price, (]see')).toBe('The [price], (see');
    expect(snap('a [—] b')).toBe('a [—] b');
  });
});
