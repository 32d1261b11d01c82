import { figure, noFigure } from '@assay/shared/agreement';
import { describe, expect, it } from 'vitest';
import { EXPLANATIONS } from '../../../client/src/agreement/explanations.ts';
import {
  decimal,
  figureWords,
  intervalWords,
  percent,
  placeWords,
} from '../../../client/src/agreement/words.ts';

describe('figures in words', () => {
  it.each([
    [0.8333, '0.83'],
    [-0.2, '−0.20'],
    [-0.001, '0.00'],
    [1, '1.00'],
  ])('[AG38] %d is written %s', (value, words) => expect(decimal(value)).toBe(words));

  it('[AG38] what has no value is a dash, and an interval that is not drawn yet is nothing', () => {
    expect(figureWords(figure(1, 4, 10))).toBe('0.75');
    expect(figureWords(noFigure('nothing-marked'))).toBe('–');
    expect(intervalWords(null)).toBe('');
    expect(
      intervalWords({ kind: 'interval', low: -0.1, high: 0.5, level: 0.95, draws: 9, undefinedDraws: 0 }),
    ).toBe('−0.10 to 0.50');
    expect(percent(0.666)).toBe('67 %');
  });

  it.each([
    [1, /throughout/],
    [0.62, /62 % of the way from chance to full agreement/],
    [0, /as often as chance/],
    [-0.3, /less often than chance/],
  ])('[AG26] [AG37] %d is placed between chance and full agreement, without a verdict', (value, words) => {
    expect(placeWords(value)).toMatch(words);
    expect(placeWords(value)).not.toMatch(/good|bad|poor|fair|moderate|substantial|excellent|reliable/i);
  });

  it('[AG38] every explanation says what a figure means and how it is made', () => {
    for (const { title, meaning, method } of Object.values(EXPLANATIONS)) {
      expect(title.length).toBeGreaterThan(5);
      expect(meaning).toMatch(/\.$/);
      expect(method).toMatch(/\.$/);
    }
  });
});
