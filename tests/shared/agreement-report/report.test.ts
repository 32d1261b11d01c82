import { alphaUnitizing, type Coefficient, pairwiseF1, uAlphaFamily } from '@assay/shared/agreement';
import { agreementReport, agreementSteps, type MarkedArticle } from '@assay/shared/agreement-report';
import { importCorpus } from '@assay/shared/interchange';
import type { AnnotationId, FrozenMark, PersonId } from '@assay/shared/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusLines } from '../../support/real-data.ts';
import { continuumOf, numberIn, reasonOf } from '../agreement/examples.ts';
import { articleOf, guideOf, marksOf } from './frozen.ts';

/** Krippendorff 2019, Fig. 12.11, p. 340. */
const LINES = {
  alex: '1:0-7 2:7-13 5:30-32 6:32-37 6:37-44 7:44-60',
  paul: '1:0-7 3:7-13 5:13-21 6:32-44',
  suzan: '1:0-7 4:7-13 5:13-21 6:32-37 6:37-41 6:41-44',
};
const FEW = { draws: 60, samples: 3 };
const GUIDE = guideOf({ x: [], y: [], z: [] });

function close(a: Coefficient, b: Coefficient): void {
  if (a.kind === 'undefined' || b.kind === 'undefined') expect(a).toEqual(b);
  else expect(a.value).toBeCloseTo(b.value, 9);
}

describe('the report on an article', () => {
  it('[AG27] has the published figures', () => {
    const { articles, pooled } = agreementReport([articleOf(60, LINES)], [], FEW);
    const [report] = articles;
    expect(report).toBe(pooled);
    expect(numberIn(report!.together.coefficient)).toBeCloseTo(0.51, 3);
    expect(numberIn(report!.passages.coefficient)).toBeCloseTo(0.413, 2);
    expect(numberIn(report!.coding.coefficient)).toBeCloseTo(0.724, 2);
    expect(report!.headline).toMatchObject({ method: 'together', coefficient: report!.together.coefficient });
    const coding = report!.labels.map((one) => [one.label, one.coding.coverage]);
    expect(coding.find(([label]) => label === '5')![1]).toBeCloseTo(8 / 18, 9);
    expect(report!.gamma!.samples).toBeGreaterThanOrEqual(3);
  });

  it('[AG27] has the figures that the coefficients give, with the pairs of reviewers', () => {
    const continuum = continuumOf(60, LINES);
    const [report] = agreementReport([articleOf(60, LINES)], [], FEW).articles;
    const family = uAlphaFamily(continuum);
    for (const one of report!.labels) {
      close(one.alpha.coefficient, family.perLabel.get(one.label)!);
      close(one.coding.coefficient, family.labels.get(one.label)!.coefficient);
      close(one.alphaU!, alphaUnitizing(continuum).labels.get(one.label)!);
    }
    close(report!.alphaU, alphaUnitizing(continuum).overall);
    expect(report!.pairs).toEqual(pairwiseF1(continuum));
  });

  it('[AG27] joins ᵤα label by label where a reviewer nests labels, and says so', () => {
    const lines = { a: 'x:0-20 y:5-10 x:30-40', b: 'x:0-20 y:5-12 x:35-42' };
    const { pooled } = agreementReport([articleOf(60, lines)], GUIDE, FEW);
    expect(pooled.headline.method).toBe('label by label');
    expect(pooled.counts.nested).toBe(4);
    expect(reasonOf(pooled.together.coefficient)).toBe('labels-overlap');
    const [x, y] = pooled.labels.map(({ alpha }) => alpha.coefficient);
    const [observed, expected] = ['observed' as const, 'expected' as const].map((of) =>
      [x!, y!].reduce((sum, one) => sum + (one.kind === 'figure' ? one[of] : Number.NaN), 0),
    );
    expect(numberIn(pooled.headline.coefficient)).toBeCloseTo(1 - observed! / expected!, 12);
    expect(pooled.headline.interval!.kind).toBe('interval');
  });

  it('[AG27] has the same headline either way where each label is a world of its own', () => {
    const { pooled } = agreementReport([articleOf(60, { a: 'x:0-10', b: 'x:2-12' })], GUIDE, FEW);
    close(pooled.together.coefficient, pooled.byLabel.coefficient);
  });

  it('[AG27] says how many marks of a label count as one with another of the same reviewer', () => {
    const lines = { a: 'x:0-10 x:5-15 x:20-30', b: 'x:0-15' };
    const { pooled } = agreementReport([articleOf(60, lines)], GUIDE, FEW);
    expect(pooled.labels[0]).toMatchObject({ label: 'x', marks: 4, united: 2 });
    expect(pooled.counts.nested).toBe(0);
  });
});

describe('whatever was marked', () => {
  const line = fc
    .array(fc.tuple(fc.nat(70), fc.integer({ min: 1, max: 9 }), fc.constantFrom('x', 'y', 'z')), {
      maxLength: 5,
    })
    .map((marks) => marks.map(([start, size, label]) => `${label}:${start}-${start + size}`).join(' '));
  const article = fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((lines) => articleOf(80, Object.fromEntries(lines.map((one, i) => [`r${i}`, one]))));

  it('[AG28] the order of reviewers and marks changes nothing', () => {
    const turned = ({ frozen }: MarkedArticle): MarkedArticle => ({
      frozen: { ...frozen, reviewers: frozen.reviewers.toReversed(), marks: frozen.marks.toReversed() },
    });
    fc.assert(
      fc.property(article, (one) => {
        const [given, other] = [one, turned(one)].map((each) => agreementReport([each], GUIDE, FEW).pooled);
        expect({ ...other!, reviewers: other!.reviewers.toReversed() }).toEqual(given);
      }),
      { numRuns: 40 },
    );
  });

  it('[AG29] what marks met adds up to marks times other reviewers', () => {
    fc.assert(
      fc.property(article, (one) => {
        const { pooled } = agreementReport([one], GUIDE, { draws: 0, samples: 0 });
        const others = one.frozen.reviewers.length - 1;
        for (const [i, { marks, outcomes }] of pooled.labels.entries()) {
          const { same, edges, label, missed } = outcomes;
          expect(same + edges + label + missed).toBe(marks * others);
          const row = pooled.confusion.table[i]!;
          expect(row.reduce((sum, count) => sum + count, 0)).toBe(marks * others);
          expect([row[i], row.at(-1)]).toEqual([same + edges, missed]);
        }
      }),
    );
  });

  it('[AG31] [AG34] every figure is finite or says why, and paragraphs are no more contested than marked', () => {
    fc.assert(
      fc.property(article, (one) => {
        const { articles } = agreementReport([one], GUIDE, FEW);
        const [report] = articles;
        const found: Coefficient[] = [report!.headline, report!.passages, report!.coding].map(
          (e) => e.coefficient,
        );
        for (const coefficient of [...found, report!.alphaU, report!.gamma!.coefficient]) {
          if (coefficient.kind === 'undefined') expect(coefficient.why).toMatch(/\.$/);
          else expect(Number.isFinite(coefficient.value)).toBe(true);
        }
        for (const { start, end, marked, contested } of report!.paragraphs) {
          expect(contested).toBeLessThanOrEqual(marked);
          expect(marked).toBeLessThanOrEqual(end - start);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what marks met', () => {
  it('[AG29] is told apart: the same words, other edges, another label, nothing', () => {
    const lines = {
      a: 'x:0-10 x:20-30 x:40-50 y:60-70 x:60-70',
      b: 'x:0-10 x:22-30 y:40-50 y:60-70',
    };
    const { pooled } = agreementReport([articleOf(80, lines)], GUIDE, FEW);
    // The x of a at 60 is missed, not rivalled: a put the y of b there too.
    expect(pooled.labels[0]!.outcomes).toEqual({ same: 2, edges: 2, label: 1, missed: 1 });
    expect(pooled.labels[1]!.outcomes).toEqual({ same: 2, edges: 0, label: 1, missed: 0 });
    expect(pooled.confusion).toEqual({
      labels: ['x', 'y', 'z'],
      table: [
        [4, 1, 0, 1],
        [1, 2, 0, 0],
        [0, 0, 0, 0],
      ],
    });
  });

  it('[AG29] does not see quotation marks and other noise at the edges, where the text is at hand', () => {
    const text = 'She said “we sail at noon”, and left.';
    const marked = articleOf(text.length, { a: 'x:9-26', b: 'x:10-25' });
    const outcomes = (article: MarkedArticle) => agreementReport([article], GUIDE, FEW).pooled.outcomes;
    expect(outcomes({ ...marked, text })).toMatchObject({ same: 2, edges: 0 });
    expect(outcomes(marked)).toMatchObject({ same: 0, edges: 2 });
    expect(() => outcomes({ ...marked, text: 'Another' })).toThrow(RangeError);
  });
});

describe('paragraphs', () => {
  it('[AG31] say how much of them is contested, across nested labels and borders', () => {
    const lines = { a: 'x:0-5 y:0-5 x:12-25', b: 'x:0-5 y:0-5 x:15-25' };
    const { articles } = agreementReport([articleOf(40, lines)], GUIDE, FEW);
    const heat = articles[0]!.paragraphs.map(({ marked, contested }) => [marked, contested]);
    expect(heat).toEqual([
      [5, 0],
      [7, 3],
      [5, 0],
      [0, 0],
    ]);
    expect(articles[0]!.paragraphs[1]!.share).toBeCloseTo(3 / 9, 12);
    expect(reasonOf(articles[0]!.paragraphs[3]!.alpha)).toBe('nothing-marked');
  });
});

describe('a report in steps', () => {
  it('[AG32] has figures first, then intervals, then γ, and counts its work', () => {
    const steps = [...agreementSteps([articleOf(60, LINES)], [], FEW)];
    const [first] = steps;
    expect(first!.report.pooled.headline).toMatchObject({ coefficient: { kind: 'figure' }, interval: null });
    expect(first!.report.articles[0]!.gamma).toBeNull();
    const reports = [...new Set(steps.map(({ report }) => report))];
    expect(reports).toHaveLength(3);
    expect(reports[1]!.pooled.headline.interval).toMatchObject({ kind: 'interval', draws: 60 });
    expect(reports[1]!.articles[0]!.gamma).toBeNull();
    expect(reports[2]!.articles[0]!.gamma!.coefficient.kind).toBe('figure');
    const done = steps.map((step) => step.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toMatchObject({ done: steps.at(-1)!.of });
    expect(steps.at(-1)!.report).toEqual(agreementReport([articleOf(60, LINES)], [], FEW));
  });
});

describe('what a report cannot say', () => {
  const reasons = (lines: Record<string, string>) => {
    const { articles } = agreementReport([articleOf(60, lines)], GUIDE, FEW);
    const { headline, passages, coding, alphaU, gamma } = articles[0]!;
    const found = [headline, passages, coding].map((one) => one.coefficient);
    return [...found, alphaU, gamma!.coefficient].map(reasonOf);
  };

  it.each([
    ['nobody marked anything', { a: '', b: '' }, 'nothing-marked'],
    ['one reviewer alone', { a: 'x:0-10' }, 'fewer-than-two-coders'],
    ['nobody at all', {}, 'fewer-than-two-coders'],
  ])('[AG34] says why: %s', (_, lines, reason) => {
    expect(new Set(reasons(lines as Record<string, string>))).toEqual(new Set([reason]));
  });

  it('[AG34] says why: everybody marked everything', () => {
    expect(reasons({ a: 'x:0-60', b: 'x:0-60' })).toEqual([
      'everything-marked',
      'everything-marked',
      'one-value-only',
      'everything-marked',
      'everything-marked',
    ]);
  });

  it('[AG34] counts the marks of others and those without words', () => {
    const empty = { ...marksOf('a', 'x:5-5')[0]!, id: 'empty' as AnnotationId };
    const more = [
      ...marksOf('guest', 'x:0-10'),
      { ...empty, ranges: [] },
      { ...empty, id: 'point' as AnnotationId },
    ];
    const { pooled } = agreementReport([articleOf(60, { a: 'x:0-9', b: 'x:0-9' }, more)], GUIDE, FEW);
    expect(pooled.counts).toMatchObject({ marks: 2, leftOut: 3 });
    expect(numberIn(pooled.headline.coefficient)).toBe(1);
  });

  it('[AG34] says of a label that nobody gave that it has nothing to say', () => {
    const { pooled } = agreementReport([articleOf(60, { a: 'x:0-9', b: 'x:0-9' })], GUIDE, FEW);
    expect(pooled.labels.map(({ label }) => label)).toEqual(['x', 'y', 'z']);
    expect(reasonOf(pooled.labels[2]!.alpha.coefficient)).toBe('nothing-marked');
  });

  it('[AG34] refuses a report on nothing', () => {
    expect(() => agreementReport([], GUIDE)).toThrow(RangeError);
  });
});

describe('several articles', () => {
  const long = articleOf(400, { a: 'x:10-200', b: 'x:10-190' });
  const short = articleOf(40, { a: 'x:0-10', b: 'x:30-40' });

  it('[AG33] are pooled as one, and reported one by one', () => {
    const { pooled, articles } = agreementReport([long, short], GUIDE, FEW);
    const joined = continuumOf(440, { a: 'x:10-200 x:400-410', b: 'x:10-190 x:430-440' });
    expect(numberIn(pooled.headline.coefficient)).toBeCloseTo(numberIn(uAlphaFamily(joined).u), 12);
    expect(pooled.headline.interval!.kind).toBe('interval');
    expect(articles.map(({ counts }) => counts.marks)).toEqual([2, 2]);
    expect(pooled.counts).toMatchObject({ marks: 4, characters: 440 });
    const [all] = pooled.pairs;
    expect(all!.characters).toMatchObject({ shared: 180, first: 200, second: 190 });
    expect(pooled.outcomes).toEqual({ same: 0, edges: 2, label: 0, missed: 2 });
  });

  it('[AG33] may have different reviewers: those who never read the same are no pair', () => {
    const other = articleOf(60, { b: 'x:0-9', c: 'y:0-9' });
    const { pooled } = agreementReport([long, other], GUIDE, FEW);
    expect(pooled.reviewers).toEqual(['a', 'b', 'c']);
    const pairs = pooled.pairs.filter(({ label }) => label === null);
    expect(pairs.map(({ first, second }) => first + second)).toEqual(['ab', 'bc']);
    expect(pooled.counts.characters).toBe(460);
  });
});

describe.skipIf(!corpusLines('polnear'))('a real article (skipped where the corpus is not at hand)', () => {
  const [article] = importCorpus((corpusLines('polnear') ?? []).join('\n')).articles.filter(
    ({ reviewers }) => reviewers.length > 4,
  );

  it('[AG27] has the figures of its marks, intervals around them, and marks that mostly meet', () => {
    const { text, reviewers, marks } = article!;
    let start = 0;
    const paragraphs = text.split('\n').map((line) => {
      const range = { start, end: start + line.length };
      start = range.end + 1;
      return range;
    });
    const frozen = {
      text: { sha256: '', length: text.length, paragraphs },
      reviewers: reviewers as PersonId[],
      marks: marks.map(
        ({ reviewer, ...mark }): FrozenMark => ({
          ...mark,
          id: mark.id as AnnotationId,
          creator: reviewer as PersonId,
        }),
      ),
    };
    const { pooled } = agreementReport([{ frozen, text }], [], { draws: 200, samples: 5 });
    const units = frozen.marks.map(({ creator, label, ranges }) => ({ coder: creator, label, ranges }));
    const family = uAlphaFamily({ length: text.length, coders: reviewers, units });
    const value = numberIn(pooled.passages.coefficient);
    expect(value).toBeCloseTo(numberIn(family.relevance), 9);
    const { interval } = pooled.passages;
    if (interval?.kind !== 'interval') throw new Error('no interval');
    expect(interval.low).toBeLessThan(value);
    expect(interval.high).toBeGreaterThan(value);
    const { same, edges, missed } = pooled.outcomes;
    expect(same + edges).toBeGreaterThan(missed);
  });
});
