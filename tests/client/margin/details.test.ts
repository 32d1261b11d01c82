import { type Attribute, type AttributeKind, DEFAULT_GUIDE, type GuideLabel } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import {
  choiceKeys,
  namedPeople,
  nameOfUnknown,
  offeredAttributes,
  readValue,
  wordsOfValue,
} from '../../../client/src/margin/details/values.ts';
import { review } from './builders.ts';

const [CLAIM, QUOTE] = DEFAULT_GUIDE.labels as [GuideLabel, GuideLabel, ...GuideLabel[]];
const attribute = (kind: AttributeKind, more: Partial<Attribute> = {}): Attribute => ({
  id: 'one',
  name: 'One',
  question: 'Which one?',
  kind,
  many: false,
  about: 'mark',
  ...more,
});

describe('the details of a mark', () => {
  it('[PG48] are those that the guide asks of marks now, not of what is settled', () => {
    const ids = offeredAttributes(CLAIM).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['claimType', 'checkable', 'note']));
    expect(ids).not.toContain('verdict');
    const retired = CLAIM.attributes.map((one) =>
      one.id === 'note' ? { ...one, retired: true as const } : one,
    );
    expect(offeredAttributes({ ...CLAIM, attributes: retired }).map(({ id }) => id)).not.toContain('note');
  });

  it.each([
    ['text', '  two words ', 'two words'],
    ['text', '   ', null],
    ['number', '1 250.5', 1250.5],
    ['date', '2026-2-3', '2026-02-03'],
    ['date', '2026', '2026'],
    ['date', '2026-7', '2026-07'],
    ['link', 'example.org/a?b=c', 'https://example.org/a?b=c'],
    ['link', 'https://example.org', 'https://example.org'],
    ['person', 'Ada Byron', 'Ada Byron'],
  ] as const)('[PG49] a %s written as “%s” is taken', (kind, written, value) => {
    expect(readValue(attribute(kind), written)).toEqual({ ok: true, value });
  });

  it.each([
    ['number', 'twelve', /digits/],
    ['date', '2026-02-31', /2026-02-03/],
    ['date', 'last week', /year, month and day/],
    ['link', 'two words', /https:\/\//],
  ] as const)('[PG49] a %s written as “%s” is answered with what to do', (kind, written, message) => {
    expect(readValue(attribute(kind, { many: kind !== 'number' }), written)).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it('[PG48] are told by the names that the guide has, or by what is known of them', () => {
    const kind = CLAIM.attributes.find(({ id }) => id === 'claimType')!;
    expect(wordsOfValue(kind, 'law')).toBe('Law or rule');
    expect(wordsOfValue(kind, 'long-gone')).toBe('long-gone');
    const quote = (exact: string) => ({
      start: 'AA==',
      end: 'AQ==',
      quote: { exact, prefix: '', suffix: '' },
    });
    expect(wordsOfValue(null, { ranges: [quote('said'), quote('added')] })).toBe('“said” … “added”');
    expect([wordsOfValue(null, ['a', 'b']), nameOfUnknown('claimType')]).toEqual(['a, b', 'claim type']);
  });

  it('[PG50] each choice has a key of its own, out of its name where that is free', () => {
    const choices = ['Event', 'Evidence', 'Even', '見出し'].map((name, i) => ({ id: `c${i}`, name }));
    expect([...choiceKeys(choices).values()]).toEqual(['e', 'v', 'n', '1']);
    for (const { choices: all } of DEFAULT_GUIDE.labels.flatMap(({ attributes }) => attributes)) {
      const keys = [...choiceKeys(all ?? []).values()];
      expect(new Set(keys).size).toBe(all?.length ?? 0);
    }
  });

  it('[PG51] names that marks of the article have already are suggested for people', () => {
    const { annotations } = review([
      { id: 'one', label: 'quote' },
      { id: 'two', label: 'quote' },
      { id: 'gone', label: 'quote', withdrawn: true },
    ]);
    const named = [...annotations.values()].map((one, i) => ({
      ...one,
      attributes: { speaker: ['Bo', 'Ada', 'Zed'][i]!, speakerRole: 'Minister' },
    }));
    expect(QUOTE.attributes.find(({ id }) => id === 'speaker')?.kind).toBe('person');
    expect(namedPeople(named, DEFAULT_GUIDE.labels)).toEqual(['Ada', 'Bo']);
  });
});
