import {
  type AttributeValue,
  checkAttributes,
  DEFAULT_GUIDE,
  type GuideLabel,
  type Target,
} from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { guideAfter } from './guides.ts';

const [claim, quote, speculation] = DEFAULT_GUIDE.labels as readonly [GuideLabel, GuideLabel, GuideLabel];

const place = (...words: string[]): Target => ({
  ranges: words.map((exact) => ({ start: 'AA==', end: 'AQ==', quote: { exact, prefix: '', suffix: '' } })),
});

/** What is said of one value, or null when it is taken. */
function problem(label: GuideLabel, attribute: string, value: AttributeValue): string | null {
  const check = checkAttributes(label, { [attribute]: value });
  if (check.ok) return null;
  expect(check.problems.map((one) => one.attribute)).toEqual([attribute]);
  return check.problems[0]!.message;
}

describe('the values of attributes', () => {
  it('[GU10] nothing is demanded', () => {
    for (const label of DEFAULT_GUIDE.labels) expect(checkAttributes(label, {})).toEqual({ ok: true });
  });

  it.each<[GuideLabel, string, AttributeValue]>([
    [claim, 'verdict', 'partly-supported'],
    [claim, 'evidenceFor', ['https://example.org/a', 'http://example.org/b']],
    [claim, 'note', 'Ask the port.'],
    [quote, 'speaker', 'Ines Maduro'],
    [quote, 'via', ['Reuters', 'the coastguard']],
    [quote, 'part', 2],
    [quote, 'speakerRange', place('Ines Maduro')],
    [quote, 'cueRange', place('made', 'clear')],
    [speculation, 'checkableFrom', '2028-02-29'],
    [speculation, 'checkableFrom', '2028-02'],
    [speculation, 'checkableFrom', '2028'],
  ])('[GU11] takes what an attribute is made for: %#', (label, attribute, value) => {
    expect(problem(label, attribute, value)).toBeNull();
  });

  it.each<[GuideLabel, string, AttributeValue, string]>([
    [claim, 'checkable', 'maybe', 'has no choice “maybe”. Choose among: Yes, Partly, No.'],
    [claim, 'checkable', ['yes'], 'takes one value'],
    [claim, 'evidenceFor', 'https://example.org', 'takes several values. Give them as a list.'],
    [claim, 'evidenceFor', ['https://example.org', 'javascript:alert(1)'], 'an address on the web'],
    [quote, 'via', ['Reuters', 'Reuters'], 'has a value twice'],
    [quote, 'speaker', ' ', 'needs words'],
    [quote, 'speaker', true, 'needs words'],
    [quote, 'part', '2', 'is a number'],
    [quote, 'speakerRange', 'Ines Maduro', 'Select the words'],
    [quote, 'speakerRange', place(), 'Select the words'],
    [quote, 'speakerRange', place('Ines', 'Maduro'), 'takes one value'],
    [speculation, 'checkableFrom', '2027-02-29', 'is a date'],
    [speculation, 'checkableFrom', 'soon', 'is a date'],
    [claim, 'constructor', 'x', 'has no attribute “constructor”'],
  ])('[GU11] says of any other what to do: %#', (label, attribute, value, message) => {
    expect(problem(label, attribute, value)).toContain(message);
  });

  it('[GU11] names every problem, and only those', () => {
    const check = checkAttributes(claim, { verdict: 'yes', note: 'Fine.', mood: 'glum' });
    expect(!check.ok && check.problems.map(({ attribute }) => attribute)).toEqual(['verdict', 'mood']);
  });

  it('[GU12] what was said under a retired attribute or choice is still understood', () => {
    const choices = claim.attributes.find(({ id }) => id === 'checkable')!.choices!;
    const guide = guideAfter([
      { type: 'attribute.retire', label: 'claim', attribute: 'verdict' },
      {
        type: 'attribute.change',
        label: 'claim',
        attribute: 'checkable',
        set: { choices: choices.map((one) => (one.id === 'partly' ? { ...one, retired: true } : one)) },
      },
    ]);
    expect(checkAttributes(guide.labels[0]!, { verdict: 'refuted', checkable: 'partly' })).toEqual({
      ok: true,
    });
    expect(problem(guide.labels[0]!, 'checkable', 'maybe')).toContain('Choose among: Yes, No.');
  });
});
