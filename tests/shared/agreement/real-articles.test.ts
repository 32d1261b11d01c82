import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  alphaUnitizing,
  type Continuum,
  characterAlpha,
  coincidences,
  pairwiseF1,
  total,
  uAlphaFamily,
} from '@assay/shared/agreement';
import { describe, expect, it } from 'vitest';
import { numberIn } from './examples.ts';

/** Real articles, several of them marked by five or six people; absent where only the code was checked out. */
const CORPUS = join(import.meta.dirname, '../../../../shared/data/corpora/polnear.jsonl');

interface Article {
  readonly id: string;
  readonly annotators: readonly string[];
  readonly text: string;
  readonly spans: readonly { annotator: string; label: string; ranges: readonly [number, number][] }[];
}

function articles(): { id: string; continuum: Continuum }[] {
  const lines = readFileSync(CORPUS, 'utf8').trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as Article)
    .filter(({ annotators }) => annotators.length > 1)
    .map(({ id, annotators, text, spans }) => ({
      id,
      continuum: {
        length: text.length,
        coders: annotators,
        units: spans.map(({ annotator, label, ranges }) => ({
          coder: annotator,
          label,
          ranges: ranges.map(([start, end]) => ({ start, end })),
        })),
      },
    }));
}

describe.skipIf(!existsSync(CORPUS))(
  'real articles (skipped where the corpus is not beside the repository)',
  () => {
    it('[AG25] the alpha of characters is within .01 of ᵤα', () => {
      const found = articles();
      expect(found.length).toBeGreaterThan(9);
      for (const { id, continuum } of found) {
        const cheap = characterAlpha(total(coincidences(continuum, 'any')!.blocks), 1);
        const { relevance } = uAlphaFamily(continuum);
        expect(Math.abs(numberIn(cheap) - numberIn(relevance)), id).toBeLessThan(0.01);
        expect(numberIn(relevance), id).toBeGreaterThan(0.5);
        expect(numberIn(alphaUnitizing(continuum).overall), id).toBeLessThanOrEqual(1);
      }
    });

    it('[AG20] exact F1 is at most half F1, of every pair', () => {
      for (const { continuum } of articles())
        for (const { exact, half } of pairwiseF1(continuum)) {
          if (exact.kind === 'undefined' || half.kind === 'undefined') expect(half).toEqual(exact);
          else expect(exact.value).toBeLessThanOrEqual(half.value);
        }
    });
  },
);
