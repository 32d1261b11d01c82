import {
  alphaUnitizing,
  Bootstrap,
  type Continuum,
  coincidences,
  GammaEstimate,
  pairwiseF1,
  type Unit,
  uAlpha,
  uAlphaFamily,
} from '@assay/shared/agreement';
import { agreementSteps } from '@assay/shared/agreement-report';
import type { AnnotationId, FrozenMarks, PersonId } from '@assay/shared/model';
import type { Parameters, Trial } from '../figures.ts';

const REVIEWERS = 6;
const MARKS = 300;
const WORDS = 5_000;
const LENGTH = 30_000;
const PARAGRAPH = 500;
const LABELS = ['claim', 'quote', 'speculation'];

/** An article as reviewers mark it who agree by and large: the same passages with other ends, labels and omissions. */
function markedArticle(): Continuum {
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const passages = Array.from({ length: MARKS }, () => ({
    start: random(LENGTH - 200),
    size: 20 + random(100),
  }));
  const coders = Array.from({ length: REVIEWERS }, (_, i) => `reviewer ${i + 1}`);
  const units = coders.flatMap((coder) =>
    passages.map(({ start, size }, i): Unit => {
      const from = random(10) === 0 ? random(LENGTH - 200) : start + random(8);
      const label = LABELS[random(10) === 0 ? random(3) : i % 3]!;
      return { coder, label, ranges: [{ start: from, end: from + size + random(8) }] };
    }),
  );
  return { length: LENGTH, coders, units };
}

/** The same marks as an article keeps them, in paragraphs. */
function frozenMarks({ length, coders, units }: Continuum): FrozenMarks {
  const paragraphs = Array.from({ length: LENGTH / PARAGRAPH }, (_, i) => ({
    start: i * PARAGRAPH,
    end: (i + 1) * PARAGRAPH - 1,
  }));
  return {
    text: { sha256: '', length, paragraphs },
    reviewers: coders as PersonId[],
    marks: units.map(({ coder, ...unit }, i) => ({
      ...unit,
      id: `mark-${i}` as AnnotationId,
      creator: coder as PersonId,
      attributes: {},
    })),
  };
}

/** What nothing can be faster than: every mark looked at once, its length added to its reviewer's and label's. */
function singlePass({ units }: Continuum): number {
  const sums = new Map<string, number>();
  for (const { coder, label, ranges } of units)
    for (const { start, end } of ranges) {
      const key = `${coder} ${label}`;
      sums.set(key, (sums.get(key) ?? 0) + end - start);
    }
  return sums.size;
}

/** Milliseconds that one call takes, of as many as fill a moment. */
function timed(call: () => unknown): number {
  const before = performance.now();
  let calls = 0;
  do {
    call();
    calls++;
  } while (performance.now() - before < 50);
  return (performance.now() - before) / calls;
}

/** What agreement costs for six reviewers of a long and densely marked article, beside one look at every mark. */
export async function agreementTrials(): Promise<{ trials: Trial[]; close(): Promise<void> }> {
  const article = markedArticle();
  const borders = Array.from({ length: LENGTH / PARAGRAPH - 1 }, (_, i) => (i + 1) * PARAGRAPH);
  const { blocks } = coincidences(article, ['claim'], borders)!;
  const bootstrap = new Bootstrap(blocks, (sum) => uAlpha(sum, 1), 1);
  const estimate = new GammaEstimate(article);
  const frozen = frozenMarks(article);
  const steps = (draws: number) => agreementSteps([{ frozen }], [], { draws, samples: 0 });
  const subjects: Record<string, () => unknown> = {
    'one pass over the marks': () => singlePass(article),
    'u-alpha family': () => uAlphaFamily(article),
    'alpha_U, each label': () => alphaUnitizing(article),
    'F1 matrix': () => pairwiseF1(article),
    'sums of 60 paragraphs': () => coincidences(article, ['claim'], borders),
    'bootstrap, 100 draws of 60': () => bootstrap.draw(100),
    'gamma, best alignment': () => new GammaEstimate(article),
    'gamma, one sample': () => estimate.draw(1),
    'report, first step': () => steps(0).next(),
    'report, with intervals': () => [...steps(1000)],
  };
  const parameters: Parameters = { words: WORDS, marks: MARKS * REVIEWERS };
  const trials = Object.entries(subjects).map(([subject, call]) => ({
    suite: 'agreement',
    case: 'six reviewers',
    subject,
    parameters,
    run: async () => ({ time: { value: timed(call), unit: 'ms' } }),
  }));
  return { trials, close: async () => {} };
}
