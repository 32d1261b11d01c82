import { DEFAULT_GUIDE, type Precedent, similarPrecedents } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';

const precedent = (decision: string, words: string, label = 'claim'): Precedent => ({
  article: 'article-1' as never,
  decision,
  label,
  words,
  yes: true,
});

const guide = {
  ...DEFAULT_GUIDE,
  precedents: [
    precedent('decision-1', 'merely another attempt to justify an incursion', 'speculation'),
    precedent('decision-2', 'The ministry would deliver 2,000 rockets as early as next week'),
    precedent('decision-3', 'as it is and was and will be'),
    precedent('decision-4', 'yet another attempt to justify a land incursion', 'rumour'),
  ],
};

const found = (words: string) => similarPrecedents(guide, words).map(({ decision }) => decision);

describe('precedents', () => {
  it.each([
    ['merely an attempt to justify it', ['decision-1']],
    ['Merely another ATTEMPT: the ministry would deliver rockets', ['decision-1', 'decision-2']],
    ['would it be so', []],
    ['rockets', []],
    ['as it is and was and will be', []],
    ['', []],
  ])('[GU40] about words like “%s”: %j', (words, expected) => {
    expect(found(words).sort()).toEqual([...expected].sort());
  });

  it('[GU40] come the most alike first, and no more than asked for', () => {
    const words = 'Merely another attempt: the ministry would deliver rockets';
    expect(similarPrecedents(guide, words, 1).map(({ decision }) => decision)).toEqual(['decision-1']);
    expect(found('ministry deliver rockets early next week')).toEqual(['decision-2']);
  });
});
