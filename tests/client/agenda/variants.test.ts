import type { Annotation, AnnotationId, PersonId } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { contextOf, segmentsOf, variantsOf, withoutMiddle } from '../../../client/src/agenda/variants.ts';

const TEXT = 'By daylight the fire service had counted 214 flooded houses, three buses.';

/** A mark of somebody on words of the text; pieces are joined by ` … `. */
function mark(by: string, words: string, attributes: Annotation['attributes'] = {}) {
  const pieces = words.split(' … ').map((piece) => {
    const start = TEXT.indexOf(piece);
    return { start, end: start + piece.length };
  });
  const annotation: Annotation = {
    id: `mark-of-${by}` as AnnotationId,
    label: 'claim',
    target: { ranges: [] },
    attributes,
    creator: by as PersonId,
    created: `2026-01-05T09:0${by.length}:00.000Z`,
    modified: '2026-01-05T09:00:00.000Z',
    status: 'active',
  };
  return { mark: annotation, pieces };
}

/** `1: Bo, Ana | 2: Cleo`: who has which variant. */
const who = (variants: ReturnType<typeof variantsOf>) =>
  variants.map(({ number, reviewers }) => `${number}: ${reviewers.join(', ')}`).join(' | ');

/** Each stretch with the numbers of those that have it: `the fire service [1]`. */
const stretches = (variants: ReturnType<typeof variantsOf>) =>
  segmentsOf(TEXT, variants).map(({ text, by }) => `${text.trim()} [${by.join('')}]`);

describe('the variants of a group', () => {
  it('[AD8] are one where words and details are the same, the commonest first, then in text order', () => {
    const variants = variantsOf([
      mark('Cleo', '214 flooded houses'),
      mark('Bo', 'had counted 214 flooded houses'),
      mark('Ana', 'had counted 214 flooded houses'),
      mark('Doris', 'the fire service had counted 214 flooded houses'),
    ]);
    expect(who(variants)).toBe('1: Bo, Ana | 2: Doris | 3: Cleo');
  });

  it('[AD8] are two where the same words say different things of themselves, which are named', () => {
    const variants = variantsOf([
      mark('Bo', 'three buses', { claimType: 'quantity', checkable: 'yes' }),
      mark('Ana', 'three buses', { claimType: 'event', checkable: 'yes' }),
    ]);
    expect(who(variants)).toBe('1: Bo | 2: Ana');
    expect(variants[0]!.differing).toEqual(['claimType']);
  });

  it('[AD8] are the same in whatever order the marks come', () => {
    const marks = [
      mark('Cleo', '214 flooded houses'),
      mark('Bo', 'had counted 214 flooded houses'),
      mark('Ana', '214 flooded houses'),
    ];
    expect(who(variantsOf(marks.toReversed()))).toBe(who(variantsOf(marks)));
  });
});

describe('the words of the variants', () => {
  it('[AD9] are cut wherever one of them begins or ends', () => {
    const variants = variantsOf([
      mark('Bo', 'the fire service had counted 214 flooded houses'),
      mark('Ana', 'had counted 214 flooded houses, three buses'),
    ]);
    expect(stretches(variants)).toEqual([
      'the fire service [1]',
      'had counted 214 flooded houses [12]',
      ', three buses [2]',
    ]);
  });

  it('[AD9] have a stretch of nobody where all leave a gap', () => {
    const variants = variantsOf([mark('Bo', 'the fire service … three buses')]);
    expect(stretches(variants)).toEqual([
      'the fire service [1]',
      'had counted 214 flooded houses, []',
      'three buses [1]',
    ]);
  });

  it('[AD9] are none where no mark has a place', () => {
    expect(segmentsOf(TEXT, variantsOf([{ ...mark('Bo', 'three buses'), pieces: [] }]))).toEqual([]);
  });

  it('[AD9] stand among a little of their line, cut between words', () => {
    const text = 'Another line.\nBefore it come words and then a few more of them.\nNext line.';
    const start = text.indexOf('words');
    expect(contextOf(text, { start, end: start + 5 }, 10)).toEqual({
      before: '… it come ',
      after: ' and then …',
    });
    expect(contextOf(text, { start, end: start + 5 }, 99)).toEqual({
      before: 'Before it come ',
      after: ' and then a few more of them.',
    });
  });

  it('[AD9] lose their middle where only their ends matter, and never half a character', () => {
    expect(withoutMiddle('short', 10)).toBe('short');
    expect(withoutMiddle(`${'a'.repeat(20)}${'z'.repeat(20)}`, 13)).toBe('aaaaa … zzzzz');
    expect(withoutMiddle(`aaaa😀${'b'.repeat(20)}`, 13)).toBe('aaaa … bbbbb');
  });
});
