import { type GroupableMark, groupMarks, regroup } from '@assay/shared/grouping';
import fc from 'fast-check';
import type { Measurement, Trial } from '../figures.ts';
import { corpusReport } from './corpus-report.ts';

const LABELS = ['claim', 'quote', 'speculation'];
const SEED = 17;
/** Repeated within one measurement, so that what takes microseconds can be told from nothing. */
const REPEATS = 5;

interface Marked {
  readonly text: string;
  readonly marks: readonly GroupableMark[];
  readonly reviewers: readonly string[];
}

/**
 * Marks of several reviewers, each at the same places give or take some words, or (`scattered`) anywhere. The places lie
 * close enough that marks overlap in long chains.
 */
function markedText(people: number, marksEach: number, scattered: boolean): Marked {
  const text = 'words of a text '.repeat(marksEach * 4);
  const reviewers = Array.from({ length: people }, (_, n) => `reviewer-${n}`);
  const numbers = fc.sample(fc.noBias(fc.nat(1_000_000)), { numRuns: people * marksEach * 3, seed: SEED });
  const next = () => numbers.pop()!;
  const marks = reviewers.flatMap((reviewer, person) =>
    Array.from({ length: marksEach }, (_, n): GroupableMark => {
      const place = scattered ? next() % (text.length - 150) : n * 60;
      const start = place + (next() % 3) * 6;
      const range = { start, end: start + 60 + (next() % 10) * 6 };
      return { id: `mark-${person}-${n}`, reviewer, label: LABELS[n % 3]!, ranges: [range] };
    }),
  );
  return { text, marks, reviewers };
}

function inTime(deed: () => unknown): () => Promise<Measurement> {
  return async () => {
    const start = performance.now();
    for (let i = 0; i < REPEATS; i++) deed();
    return { time: { value: (performance.now() - start) / REPEATS, unit: 'ms' } };
  };
}

function subjects({ text, marks, reviewers }: Marked): Record<string, () => unknown> {
  const grouping = groupMarks(marks, text, { reviewers });
  const last = marks.at(-1)!;
  const moved = { ...last, ranges: last.ranges.map(({ start, end }) => ({ start: start - 6, end })) };
  return {
    'sort the marks': () =>
      marks.toSorted((a, b) => a.ranges[0]!.start - b.ranges[0]!.start || (a.id < b.id ? -1 : 1)),
    'group them': () => groupMarks(marks, text, { reviewers }),
    'regroup one': () => regroup(grouping, { put: [moved] }),
  };
}

/** What grouping costs beside sorting the same marks, and how the groups of a real corpus come out. */
export async function groupingTrials() {
  const cases: Record<string, Marked> = {
    '6 people at the same places': markedText(6, 300, false),
    '20 people at the same places': markedText(20, 500, false),
    '20 people anywhere': markedText(20, 500, true),
  };
  const trials = Object.entries(cases).flatMap(([name, marked]) =>
    Object.entries(subjects(marked)).map(
      ([subject, deed]): Trial => ({
        suite: 'grouping',
        case: name,
        subject,
        parameters: { marks: marked.marks.length },
        run: inTime(deed),
      }),
    ),
  );
  return { trials, close: async () => {}, report: corpusReport };
}
