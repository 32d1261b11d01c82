import { comparedWords, groupMarks, spansOf } from '@assay/shared/grouping';
import { describe, expect, it } from 'vitest';
import { marksIn, partition, rangesOf, shown } from './notation.ts';

const FOUR = ['A', 'B', 'C', 'D'];
const groupsOf = (text: string, reviewers: readonly string[], ...lines: readonly string[]) =>
  groupMarks(marksIn(text, ...lines), text, { reviewers }).groups;
const shownOf = (...args: Parameters<typeof groupsOf>) => groupsOf(...args).map(shown);
const compared = (text: string, words = text) =>
  comparedWords(text, spansOf(rangesOf(text, words)))
    .map(({ start, end }) => text.slice(start, end))
    .join('|');

describe('the words that are compared', () => {
  it('[GR2] leaves out quotation marks of every kind, outer punctuation and white space', () => {
    for (const [open, close] of ['“”', '""', "''", '‘’', '«»', '„“', '‚‘', '‹›', '`´'].map((pair) => [
      ...pair,
    ]))
      expect(compared(`${open}The wall, he said, holds.${close} `)).toBe('The wall, he said, holds');
    expect(compared('— (the wall) …')).toBe('the wall');
  });

  it('[GR2] leaves out one leading "that" or "to" that stands alone', () => {
    expect(compared('that the wall holds')).toBe('the wall holds');
    expect(compared('that “the wall” holds')).toBe('the wall” holds');
    expect(compared('“To hold the wall”')).toBe('hold the wall');
    expect(compared('to that wall')).toBe('that wall');
    for (const words of ['today it holds', 'that’s the wall', 'thatched', 'to-day', 'to', 'that'])
      expect(compared(words)).toBe(words);
  });

  it('[GR2] keeps signs that mean something', () => {
    expect(compared('rose by $5')).toBe('rose by $5');
    expect(compared('by 5%.')).toBe('by 5%');
  });

  it('[GR2] takes pieces with only marks between them as one, and trims each of the others', () => {
    const text = '“We hold,” she said. “We stay.”\n“We sing.”';
    expect(compared(text, '“We hold,” … “We stay.”')).toBe('We hold|We stay');
    expect(compared(text, '“We stay.” … “We sing.”')).toBe('We stay.”\n“We sing');
  });

  it('[GR2] compares a mark of punctuation alone as it is, and never changes a mark', () => {
    expect(compared('hold — stay', '—')).toBe('—');
    const text = 'He said that “it holds”.';
    const [group] = groupsOf(text, ['A', 'B'], 'A: that “it holds”.', 'B: it holds');
    expect(group!.state).toBe('agreed');
    expect(group!.members.map(({ ranges: [range] }) => text.slice(range!.start, range!.end))).toEqual([
      'that “it holds”.',
      'it holds',
    ]);
  });
});

describe('which marks are one group', () => {
  const text = '0123456789'.repeat(10).replaceAll('0', 'o');
  const at = (id: string, reviewer: string, start: number, end: number, label = 'claim') => ({
    id,
    reviewer,
    label,
    ranges: [{ start, end }],
  });
  const together = (...marks: ReturnType<typeof at>[]) =>
    partition(groupMarks(marks, text, { reviewers: ['A', 'B', 'C', 'D', 'E'] }).groups);

  it('[GR1] those with three tenths of their characters in common, and no less', () => {
    expect(together(at('a', 'A', 0, 10), at('b', 'B', 0, 3))).toEqual(['a b']);
    expect(together(at('a', 'A', 0, 11), at('b', 'B', 0, 3))).toEqual(['a', 'b']);
    expect(together(at('a', 'A', 0, 10), at('b', 'B', 0, 10, 'quote'))).toEqual(['a', 'b']);
    expect(together(at('a', 'A', 0, 10), at('b', 'A', 0, 10))).toEqual(['a', 'b']);
  });

  it('[GR1] counts marks in pieces by their characters', () => {
    const pieces = (id: string, reviewer: string, ...ranges: [number, number][]) => ({
      ...at(id, reviewer, 0, 0),
      ranges: ranges.map(([start, end]) => ({ start, end })),
    });
    expect(together(pieces('a', 'A', [50, 60], [0, 10]), pieces('b', 'B', [0, 10], [90, 99]))).toEqual([
      'a b',
    ]);
    expect(together(pieces('a', 'A', [0, 10], [50, 60]), at('b', 'B', 10, 50))).toEqual(['a', 'b']);
    expect(together(pieces('a', 'A', [0, 10], [50, 60]), at('b', 'B', 0, 60))).toEqual(['a b']);
  });

  it('[GR1] judges a mark by the group on the average, not by its farthest member', () => {
    // d has 0.28 of a and of b, and 0.47 of c.
    const [a, b, c, d] = [
      at('a', 'A', 0, 100),
      at('b', 'B', 0, 100),
      at('c', 'C', 0, 60),
      at('d', 'D', 0, 28),
    ];
    expect(together(a, d)).toEqual(['a', 'd']);
    expect(together(a, b, c, d)).toEqual(['a b c d']);
  });

  it('[GR3] the most alike first, one mark of a reviewer in a group, the other by itself or elsewhere', () => {
    expect(together(at('a', 'A', 0, 20), at('b', 'B', 1, 20), at('b2', 'B', 0, 20))).toEqual(['a b2', 'b']);
    expect(
      together(at('a', 'A', 0, 20), at('b', 'B', 1, 20), at('b2', 'B', 0, 20), at('c', 'C', 1, 20)),
    ).toEqual(['a b2', 'b c']);
  });

  it('[GR4] never two that share no character, however many lie between them', () => {
    const row = [0, 1, 2, 3, 4].map((n) => at(`m${n}`, 'ABCDE'[n]!, n * 8, n * 8 + 16));
    for (const members of together(...row)) expect(members.split(' ').length).toBeLessThanOrEqual(2);
    const wide = ['A', 'B', 'C'].map((name) => at(name, name, 0, 100));
    expect(together(...wide, at('left', 'D', 0, 50), at('right', 'E', 50, 100))).toEqual([
      'A B C left',
      'right',
    ]);
  });

  it('[GR5] of equals those that stand first, then those with the lower id, whatever the order of input', () => {
    const tied = [at('b', 'A', 10, 20), at('c', 'B', 5, 15), at('a', 'B', 15, 25)];
    expect(together(...tied)).toEqual(['a', 'b c']);
    expect(together(...tied.toReversed())).toEqual(['a', 'b c']);
    const twins = [at('y', 'A', 0, 10), at('x', 'A', 0, 10), at('z', 'B', 0, 10)];
    expect(together(...twins)).toEqual(['x z', 'y']);
    expect(together(...twins.toReversed())).toEqual(['x z', 'y']);
  });

  it('[GR13] leaves out who does not count, and refuses marks without words and ids that stand twice', () => {
    expect(together(at('a', 'A', 0, 10), at('z', 'Zoe', 0, 10))).toEqual(['a']);
    expect(() => together(at('a', 'A', 5, 5))).toThrow('The mark a covers nothing');
    expect(() => together(at('a', 'A', 90, 101))).toThrow('outside a text of 100 units');
    expect(() => together(at('a', 'A', 0, 5), at('a', 'B', 0, 5))).toThrow('two marks with the id a');
  });
});

describe('what a group says', () => {
  const text = 'The harbour wall will hold until spring, she said, but nobody has looked at it.';

  it('[GR6] names its state by who has it and whether the words are the same', () => {
    const wall = 'The harbour wall will hold until spring';
    const state = (reviewers: readonly string[], ...lines: readonly string[]) =>
      groupsOf(text, reviewers, ...lines).map((group) => group.state);
    expect(state(['A', 'B'], `A: ${wall}`, `B: ${wall},`)).toEqual(['agreed']);
    expect(state(['A', 'B'], `A: ${wall}`, 'B: The harbour wall will hold')).toEqual(['boundary']);
    expect(state(FOUR, `A: ${wall}`, `B: ${wall}`, `C: ${wall}`)).toEqual(['majority']);
    expect(state(FOUR, `A: ${wall}`, `B: ${wall}`)).toEqual(['split']);
    expect(state(['A', 'B', 'C'], `A: ${wall}`, `B: ${wall}`)).toEqual(['majority']);
    expect(state(FOUR, `A: ${wall}`)).toEqual(['single']);
    expect(state(['A'], `A: ${wall}`)).toEqual(['single']);
  });

  it('[GR8] gives what all marked, each extent, who is missing, and who begins and ends where', () => {
    const [group] = groupsOf(
      text,
      FOUR,
      'A: The harbour wall will hold until spring',
      'B: wall will hold until spring',
      'C: The harbour wall will hold until spring, she said',
    );
    const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(group!.core.map(words)).toEqual(['wall will hold until spring']);
    expect(group!.members.map(({ extent }) => words(extent))).toEqual([
      'The harbour wall will hold until spring',
      'The harbour wall will hold until spring, she said',
      'wall will hold until spring',
    ]);
    expect(words(group!.extent)).toBe('The harbour wall will hold until spring, she said');
    expect(group!.missing).toEqual(['D']);
    expect(group!.begins).toEqual([
      { at: 0, reviewers: ['A', 'C'] },
      { at: 12, reviewers: ['B'] },
    ]);
    expect(group!.ends).toEqual([
      { at: 39, reviewers: ['A', 'B'] },
      { at: 49, reviewers: ['C'] },
    ]);
    expect(group!.contested.map((stretch) => [words(stretch), stretch.by])).toEqual([
      ['The harbour ', ['A', 'C']],
      [', she said', ['C']],
    ]);
  });

  it('[GR8] has nothing contested where only marks differ', () => {
    const [group] = groupsOf(text, ['A', 'B'], 'A: until spring,', 'B: until spring');
    expect(group).toMatchObject({ contested: [], begins: [{}], ends: [{}], disagreement: 0 });
  });

  it('[GR9] grows in disagreement from none over edges to half against half', () => {
    const disagreement = (...lines: readonly string[]) => groupsOf(text, FOUR, ...lines)[0]!.disagreement;
    const [whole, part] = ['The harbour wall will hold until spring', 'The harbour wall will hold'];
    const all = (words: string, names: string) => [...names].map((name) => `${name}: ${words}`);
    const agreed = disagreement(...all(whole, 'ABCD'));
    const edges = disagreement(...all(whole, 'ABC'), `D: ${part}`);
    const three = disagreement(...all(whole, 'ABC'));
    const two = disagreement(...all(whole, 'AB'));
    expect([agreed, three, two]).toEqual([0, 3 / 6, 4 / 6]);
    expect(edges).toBeGreaterThan(agreed);
    expect(edges).toBeLessThan(three);
    const rivals = [...all(whole, 'AB'), `C speculation: ${whole}`, `D speculation: ${whole}`];
    expect(disagreement(...rivals)).toBeCloseTo(1 - (1 - 4 / 6) * (1 - 4 / 6));
    expect(groupsOf(text, ['A'], `A: ${whole}`)[0]!.disagreement).toBe(0);
  });

  it('[GR7] names the groups of other labels on the same words, and tells rivals from layers', () => {
    const whole = 'The harbour wall will hold until spring';
    const lines = [`A: ${whole}`, `B: ${whole}`, `C speculation: ${whole}`, `B speculation: ${whole}`];
    const [claim, speculation] = groupsOf(text, FOUR, ...lines);
    expect(claim!.clash).toEqual([
      {
        group: speculation!.id,
        label: 'speculation',
        similarity: 1,
        both: ['B'],
        others: ['C'],
        rival: true,
      },
    ]);
    expect(speculation!.clash).toMatchObject([{ group: claim!.id, both: ['B'], others: ['A'], rival: true }]);
    const layers = groupsOf(text, FOUR, `A: ${whole}`, `A quote: ${whole}`, `B quote: ${whole}`);
    expect(layers.flatMap(({ clash }) => clash.map(({ rival }) => rival))).toEqual([false, false]);
  });

  it('[GR7] does not take what is inside something else for the same words', () => {
    expect(
      groupsOf(text, FOUR, 'A quote: The harbour wall will hold until spring', 'B: wall will hold').map(
        ({ clash }) => clash,
      ),
    ).toEqual([[], []]);
  });

  it('[GR3] lists groups in text order, the wider first', () => {
    expect(shownOf(text, FOUR, 'A: until spring', 'A quote: The harbour wall', 'B: The harbour')).toEqual([
      'quote single m2',
      'claim single m3',
      'claim single m1',
    ]);
  });
});

describe('typical disagreements', () => {
  it('[GR8] a tail clause that may be the writer’s shows as the contested end', () => {
    const text =
      'The mayor said two boats had been lost in the night, but no crew had been reported missing by noon.';
    const boats = 'two boats had been lost in the night';
    const lines = [`A quote: ${boats}`, `B quote: ${boats}, but no crew had been reported missing by noon.`];
    const [group, ...others] = groupsOf(text, ['A', 'B'], ...lines);
    expect(others).toEqual([]);
    expect(group!.state).toBe('boundary');
    expect(group!.begins).toHaveLength(1);
    expect(group!.ends.map(({ reviewers }) => reviewers)).toEqual([['A'], ['B']]);
    expect(group!.contested.map(({ start, end, by }) => [text.slice(start, end), by])).toEqual([
      [', but no crew had been reported missing by noon', ['B']],
    ]);
  });

  it('[GR6] marks in or out and "that" in or out are no disagreement', () => {
    const text = 'She insisted that «the ferry sails on Monday».';
    expect(
      shownOf(
        text,
        FOUR,
        'A quote: that «the ferry sails on Monday»',
        'B quote: «the ferry sails on Monday».',
        'C quote: the ferry sails on Monday',
        'D quote: «the ferry sails on Monday»',
      ),
    ).toEqual(['quote agreed m1 m4 m2 m3']);
  });

  const interrupted =
    '“We have counted every boat,” the harbour master told reporters. “None is missing tonight.”';
  const inPieces = '“We have counted every boat,” … “None is missing tonight.”';

  it('[GR8] one span over the speaker or two pieces: one group, with the speaker contested', () => {
    const [group, ...others] = groupsOf(
      interrupted,
      ['A', 'B'],
      `A quote: ${inPieces}`,
      `B quote: ${interrupted}`,
    );
    expect(others).toEqual([]);
    expect(group!.state).toBe('boundary');
    expect(group!.contested.map(({ start, end, by }) => [interrupted.slice(start, end), by])).toEqual([
      [',” the harbour master told reporters. “', ['B']],
    ]);
    expect([group!.begins.length, group!.ends.length]).toEqual([1, 1]);
  });

  it('[GR12] two marks for the pieces of one: joined by hand they are one mark in pieces', () => {
    const marks = marksIn(
      interrupted,
      `A quote: ${inPieces}`,
      'B quote: “We have counted every boat,”',
      'B quote: “None is missing tonight.”',
    );
    const settings = { reviewers: ['A', 'B'] };
    expect(groupMarks(marks, interrupted, settings).groups.map(shown)).toEqual([
      'quote boundary m2 m1',
      'quote single m3',
    ]);
    const constraints = [{ kind: 'together', marks: ['m2', 'm3'] } as const];
    expect(groupMarks(marks, interrupted, { ...settings, constraints }).groups.map(shown)).toEqual([
      'quote agreed m2 m1 m3',
    ]);
  });
});
