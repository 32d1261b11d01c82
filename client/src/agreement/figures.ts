import type { AgreementReport, MarkedArticle, ReportLabel } from '@assay/shared/agreement-report';
import { createStore, type Readable } from '../store/index.ts';
import type { FiguresAnswer, FiguresRequest, Progress } from './requests.ts';

/** What is known of the figures that were asked for last. */
export interface FiguresState {
  /** One report a moment; those asked for before stay until there are new ones, `null` before the first. */
  readonly reports: readonly AgreementReport[] | null;
  /** `null` when nothing is being computed. */
  readonly progress: Progress | null;
  /** Somebody stopped it: intervals and γ may be missing. */
  readonly isStopped: boolean;
  readonly failure: string | null;
}

/** A worker as far as it is needed. */
export type FiguresWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

const CANNOT_START = 'The figures could not be computed. Try again, or load the page anew.';

/** Figures that are computed away from the page. A new question drops the one before. */
export class Figures {
  private readonly store = createStore<FiguresState>({
    reports: null,
    progress: null,
    isStopped: false,
    failure: null,
  });
  private worker: FiguresWorker | null = null;
  private latest = 0;

  constructor(private readonly start: () => FiguresWorker) {}

  get state(): Readable<FiguresState> {
    return this.store;
  }

  ask(moments: readonly MarkedArticle[], labels: readonly ReportLabel[]): void {
    this.store.update((state) => ({
      ...state,
      progress: { done: 0, of: 1 },
      isStopped: false,
      failure: null,
    }));
    this.send({ moments, labels });
  }

  /** Drops what is under way, and keeps what has come. */
  stop(): void {
    this.store.update((state) => ({ ...state, progress: null, isStopped: true }));
    this.send({ moments: [], labels: [] });
  }

  close(): void {
    this.worker?.terminate();
    this.worker = null;
  }

  private send(request: Omit<FiguresRequest, 'id'>): void {
    this.latest++;
    try {
      this.worker ??= this.started();
      this.worker.postMessage({ id: this.latest, ...request } satisfies FiguresRequest);
    } catch {
      this.fail(CANNOT_START);
    }
  }

  private started(): FiguresWorker {
    const worker = this.start();
    worker.onmessage = ({ data }: MessageEvent<FiguresAnswer>) => this.take(data);
    worker.onerror = () => this.fail(CANNOT_START);
    return worker;
  }

  private take(answer: FiguresAnswer): void {
    if (answer.id !== this.latest) return;
    if (answer.kind === 'failed') {
      this.fail(answer.message);
      return;
    }
    const { done, of } = answer;
    this.store.update((state) => ({
      ...state,
      reports: answer.kind === 'reports' ? answer.reports : state.reports,
      progress: done < of ? { done, of } : null,
    }));
  }

  private fail(failure: string): void {
    this.close();
    this.store.update((state) => ({ ...state, progress: null, failure }));
  }
}
