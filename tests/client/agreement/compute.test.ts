import { describe, expect, it } from 'vitest';
import { compute } from '../../../client/src/agreement/compute.ts';
import { Figures, type FiguresWorker } from '../../../client/src/agreement/figures.ts';
import type { FiguresAnswer, FiguresRequest } from '../../../client/src/agreement/requests.ts';
import { createStore } from '../../../client/src/store/index.ts';
import { articleOf, guideOf } from '../../shared/agreement-report/frozen.ts';
import { until } from '../support/until.ts';
import { shownArticle } from './shown.ts';

const GUIDE = guideOf({ x: [], y: [] });
const ALIKE = articleOf(60, { a: 'x:0-9 y:20-29', b: 'x:0-9 y:20-29' });
const APART = articleOf(60, { a: 'x:0-9 y:20-29', b: 'x:2-9 y:40-49' });

/** A worker without a thread: the product's own computation, heard between its breaths. */
class Inline implements FiguresWorker {
  onmessage: FiguresWorker['onmessage'] = null;
  onerror: FiguresWorker['onerror'] = null;
  readonly answers = createStore<readonly FiguresAnswer[]>([]);
  isClosed = false;
  private latest = 0;

  postMessage(request: FiguresRequest): void {
    this.latest = request.id;
    if (request.moments.length > 0)
      setImmediate(() => this.isWanted(request.id) && void compute(request, this));
  }

  isWanted(id: number): boolean {
    return id === this.latest && !this.isClosed;
  }

  answer(answer: FiguresAnswer): void {
    this.answers.update((answers) => [...answers, answer]);
    this.onmessage?.call(this as never, { data: answer } as MessageEvent);
  }

  breathe(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  terminate(): void {
    this.isClosed = true;
  }
}

function opened() {
  const workers: Inline[] = [];
  const figures = new Figures(() => workers[workers.push(new Inline()) - 1]!);
  return { figures, workers, state: () => figures.state.get() };
}

const headlineOf = (figures: Figures) => {
  const coefficient = figures.state.get().reports?.[0]?.pooled.headline.coefficient;
  return coefficient?.kind === 'figure' ? coefficient.value : null;
};

/** Whether an answer is the last one. */
const isWhole = (answer: FiguresAnswer | undefined) =>
  answer !== undefined && answer.kind !== 'failed' && answer.done === answer.of;

describe('computing figures', () => {
  it('[AG36] answers quick figures of all moments first, then intervals, then γ', async () => {
    const worker = new Inline();
    worker.postMessage({ id: 1, moments: [APART, ALIKE], labels: GUIDE });
    await until(worker.answers, (answers) => isWhole(answers.at(-1)));
    const reports = worker.answers
      .get()
      .flatMap((answer) => (answer.kind === 'reports' ? [answer.reports] : []));
    expect(reports[0]).toHaveLength(2);
    expect(reports[0]!.map(({ pooled }) => pooled.headline.interval)).toEqual([null, null]);
    expect(reports.at(-1)!.map(({ pooled }) => pooled.headline.interval!.kind)).toEqual([
      'interval',
      'interval',
    ]);
    expect(reports.at(-1)!.every(({ articles }) => articles[0]!.gamma !== null)).toBe(true);
  });

  it('[AG36] stops, without a word, at the first breath after it is no longer wanted', async () => {
    const { before } = shownArticle({ paragraphs: 40 });
    const answers: FiguresAnswer[] = [];
    let breaths = 0;
    await compute(
      { id: 1, moments: [{ frozen: before }], labels: [] },
      {
        isWanted: () => false,
        answer: (answer) => answers.push(answer),
        breathe: async () => {
          breaths++;
        },
      },
    );
    expect(breaths).toBe(1);
    expect(answers.some(isWhole)).toBe(false);
    expect(answers.at(-1)!.kind).toBe('progress');
  });

  it('[AG36] says what cannot be computed', async () => {
    const worker = new Inline();
    worker.postMessage({ id: 1, moments: [{ ...APART, text: 'another' }], labels: GUIDE });
    await until(worker.answers, (answers) => answers.length > 0);
    expect(worker.answers.get()).toEqual([{ id: 1, kind: 'failed', message: expect.stringContaining('60') }]);
  });
});

describe('figures as the page has them', () => {
  it('[AG36] come step by step, until there is nothing under way', async () => {
    const { figures, state } = opened();
    expect(state()).toEqual({ reports: null, progress: null, isStopped: false, failure: null });
    figures.ask([ALIKE], GUIDE);
    expect(state().progress).not.toBeNull();
    await until(figures.state, ({ progress }) => progress === null);
    expect(headlineOf(figures)).toBeCloseTo(1, 9);
    figures.close();
  });

  it('[AG36] of an earlier question are dropped, and stay in sight until those of the new one come', async () => {
    const { figures, workers, state } = opened();
    figures.ask([ALIKE], GUIDE);
    await until(figures.state, ({ progress }) => progress === null);
    figures.ask([APART], GUIDE);
    expect(headlineOf(figures)).toBeCloseTo(1, 9);
    workers[0]!.answer({ id: 1, kind: 'reports', reports: [], done: 1, of: 1 });
    expect(state().reports).toHaveLength(1);
    await until(figures.state, () => headlineOf(figures)! < 0.9);
    expect(workers).toHaveLength(1);
  });

  it('[AG36] stop when asked to, keep what has come, and go on when asked again', async () => {
    const { figures, state } = opened();
    figures.ask([APART], GUIDE);
    figures.stop();
    expect(state()).toMatchObject({ progress: null, isStopped: true });
    figures.ask([APART], GUIDE);
    await until(figures.state, ({ reports, progress }) => reports !== null && progress === null);
    expect(state().isStopped).toBe(false);
  });

  it('[AG36] that cannot be computed say so, and another try has a worker of its own', async () => {
    const { figures, workers, state } = opened();
    figures.ask([{ ...APART, text: 'another' }], GUIDE);
    await until(figures.state, ({ failure }) => failure !== null);
    expect(workers[0]!.isClosed).toBe(true);
    figures.ask([ALIKE], GUIDE);
    await until(figures.state, ({ reports }) => reports !== null);
    expect([state().failure, workers.length]).toEqual([null, 2]);
    const broken = new Figures(() => {
      throw new TypeError('no workers here');
    });
    broken.ask([ALIKE], GUIDE);
    expect(broken.state.get().failure).toMatch(/Try again/);
  });
});
