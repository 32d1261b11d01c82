import type { Annotation, Decision } from '@assay/shared/model';
import { overrules } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';

const target = (start: string, end: string) => ({
  ranges: [{ start, end, quote: { exact: 'words', prefix: '', suffix: '' } }],
});
const mark = { label: 'claim', target: target('a', 'b') } as unknown as Annotation;
const decision = (outcome: Decision['outcome'], ...spans: [label: string, start: string, end: string][]) =>
  ({
    outcome,
    spans: spans.map(([label, start, end]) => ({ label, target: target(start, end), attributes: {} })),
  }) as unknown as Decision;

describe('a decision', () => {
  it('[AD18] overrules a mark by other words, another label, or nothing at all', () => {
    expect(overrules(decision('adjusted', ['claim', 'a', 'c']), mark)).toBe(true);
    expect(overrules(decision('relabelled', ['quote', 'a', 'b']), mark)).toBe(true);
    expect(overrules(decision('rejected'), mark)).toBe(true);
  });

  it('[AD18] leaves a mark that it has, alone or among others, and all where it is left contested', () => {
    expect(overrules(decision('accepted', ['claim', 'a', 'b']), mark)).toBe(false);
    expect(overrules(decision('split', ['claim', 'a', 'b'], ['claim', 'c', 'd']), mark)).toBe(false);
    expect(overrules(decision('contested'), mark)).toBe(false);
  });
});
