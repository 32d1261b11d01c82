import { agreementReport } from '@assay/shared/agreement-report';
import type { Attribute, Attributes } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { numberIn, reasonOf } from '../agreement/examples.ts';
import { articleOf, guideOf, marksOf } from './frozen.ts';

const attribute = (id: string, more: Partial<Attribute> = {}): Attribute => ({
  id,
  name: id,
  question: `${id}?`,
  kind: 'text',
  many: false,
  about: 'mark',
  ...more,
});
const CHOICE = attribute('sure', {
  kind: 'choice',
  choices: ['yes', 'no', 'unsure'].map((id) => ({ id, name: id })),
});

/** Groups of ten characters one after the other, a mark of each reviewer in each, and what each says of it. */
function answered(asked: Attribute, rows: readonly (readonly (Attributes[string] | null)[])[]) {
  const reviewers = rows[0]!.map((_, i) => `r${i}`);
  const places = rows.map((_, i) => `x:${i * 10}-${i * 10 + 8}`).join(' ');
  const marks = reviewers.flatMap((reviewer, coder) =>
    marksOf(
      reviewer,
      places,
      rows.map((row): Attributes => (row[coder] === null ? {} : { [asked.id]: row[coder]! })),
    ),
  );
  const lines = Object.fromEntries(reviewers.map((reviewer) => [reviewer, '']));
  const guide = guideOf({ x: [asked] });
  return agreementReport([articleOf(rows.length * 10, lines, marks)], guide, { draws: 60, samples: 1 }).pooled
    .attributes;
}

describe('attributes of marks that mean the same', () => {
  it('[AG30] have α with missing values, κ with what it leaves out, and AC1 over the choices of the guide', () => {
    const [found] = answered(CHOICE, [
      ['yes', 'yes', 'yes'],
      ['no', 'no', null],
      ['yes', 'no', 'no'],
      ['unsure', null, null],
      [null, null, null],
    ]);
    expect(found).toMatchObject({ label: 'x', attribute: 'sure', metric: 'nominal', items: 4, compared: 3 });
    expect(found!.kappa).toMatchObject({ name: 'fleiss', excluded: 2 });
    // Coincidences by hand: yes-yes 3, no-no 2 + 1, yes-no 1 each way; n = 8.
    expect(numberIn(found!.alpha.coefficient)).toBeCloseTo(1 - (7 * 2) / (2 * 4 * 4), 9);
    expect(found!.alpha.interval!.kind).toBe('interval');
    expect(numberIn(found!.ac1)).toBeGreaterThan(0.5);
  });

  it('[AG30] have Cohen’s κ where two reviewers count', () => {
    const [found] = answered(CHOICE, [
      ['yes', 'yes'],
      ['no', 'no'],
      ['no', 'yes'],
      ['yes', null],
    ]);
    expect(found!.kappa).toMatchObject({ name: 'cohen', excluded: 1 });
    expect(numberIn(found!.kappa.coefficient)).toBeCloseTo(0.4, 9);
  });

  it('[AG30] are sets where several may be chosen, and numbers where they are numbers', () => {
    const [sets] = answered({ ...CHOICE, many: true }, [
      [
        ['yes', 'no'],
        ['no', 'yes'],
      ],
      [['yes'], ['yes', 'no']],
      [['unsure'], ['unsure']],
    ]);
    expect(sets!.metric).toBe('masi');
    expect(numberIn(sets!.alpha.coefficient)).toBeGreaterThan(0.7);
    const [numbers] = answered(attribute('part', { kind: 'number' }), [
      [1, 1],
      [2, 3],
      [9, 9],
    ]);
    expect(numbers!.metric).toBe('interval');
    expect(numberIn(numbers!.alpha.coefficient)).toBeGreaterThan(0.95);
  });

  it('[AG30] of free text, of places and of what is settled later are not compared', () => {
    const rows = [
      ['a', 'a'],
      ['b', 'b'],
    ];
    expect(answered(attribute('note'), rows)).toEqual([]);
    expect(answered(attribute('cue', { kind: 'range' }), rows)).toEqual([]);
    expect(answered({ ...CHOICE, about: 'settling' }, rows)).toEqual([]);
    expect(answered(attribute('who', { kind: 'person' }), rows)).toHaveLength(1);
  });

  it('[AG30] that nobody gave are not listed; those that only one gave say that there is nothing to compare', () => {
    expect(answered(CHOICE, [[null, null]])).toEqual([]);
    const [found] = answered(CHOICE, [['yes', null]]);
    expect(reasonOf(found!.alpha.coefficient)).toBe('nothing-to-compare');
    expect(found!.compared).toBe(0);
  });

  it('[AG30] of more values than can be resampled have a figure without an interval', () => {
    const names = Array.from({ length: 41 }, (_, i) => [`person ${i}`, `person ${i}`]);
    const [found] = answered(attribute('who', { kind: 'person' }), names);
    expect(numberIn(found!.alpha.coefficient)).toBe(1);
    expect(found!.alpha.interval).toMatchObject({ kind: 'undefined', reason: 'too-many-values' });
  });
});
