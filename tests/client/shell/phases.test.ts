import type { ArticleSummary, Phase } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { inPhase, phaseChoices, phaseOf } from '../../../client/src/library/phases.ts';

const article = (title: string, phase?: Phase) => ({ title, ...(phase && { phase }) }) as ArticleSummary;

const LIBRARY = [article('old'), article('new', 'marking'), article('talk', 'discussing')];

describe('the phases of the library', () => {
  it('[UI27] an article from before there were phases is being marked', () => {
    expect(phaseOf(article('old'))).toBe('marking');
  });

  it('[UI27] can be chosen among where there are several, with how many articles each has', () => {
    expect(phaseChoices(LIBRARY)).toEqual([
      { id: 'any', label: 'All phases' },
      { id: 'marking', label: 'Marking (2)' },
      { id: 'discussing', label: 'Discussing (1)' },
    ]);
    expect(phaseChoices(LIBRARY.slice(0, 2))).toBe(null);
  });

  it('[UI27] narrow it', () => {
    expect(inPhase(LIBRARY, 'marking').map(({ title }) => title)).toEqual(['old', 'new']);
    expect(inPhase(LIBRARY, 'any')).toEqual(LIBRARY);
  });
});
