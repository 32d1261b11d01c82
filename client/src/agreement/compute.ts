import { type AgreementReport, agreementSteps, type ReportStep } from '@assay/shared/agreement-report';
import type { FiguresAnswer, FiguresRequest, Progress } from './requests.ts';

/** Where a computation stands: whether it is still wanted, whom to tell, and how to let messages in between. */
export interface Desk {
  isWanted(id: number): boolean;
  answer(answer: FiguresAnswer): void;
  /** Resolves when whatever has come in meanwhile was heard. */
  breathe(): Promise<void>;
}

/** How long to compute without listening, in ms. */
const BREATH = 40;

/**
 * Computes the reports of all moments: first all quick figures, which are answered together, then what takes long, answered
 * as it comes. Stops, without an answer, as soon as it is not wanted any more.
 */
export async function compute({ id, moments, labels }: FiguresRequest, desk: Desk): Promise<void> {
  try {
    const courses = moments.map((moment) => new Course(agreementSteps([moment], labels)));
    const progress = (): Progress => sum(courses.map(({ progress }) => progress));
    const reports = () => courses.map(({ report }) => report);
    desk.answer({ id, kind: 'reports', reports: reports(), ...progress() });
    let heard = performance.now();
    for (const course of courses)
      while (course.advance()) {
        if (course.isNews) desk.answer({ id, kind: 'reports', reports: reports(), ...progress() });
        if (performance.now() - heard < BREATH) continue;
        desk.answer({ id, kind: 'progress', ...progress() });
        await desk.breathe();
        if (!desk.isWanted(id)) return;
        heard = performance.now();
      }
  } catch (thrown) {
    desk.answer({ id, kind: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** The steps of one report, with the latest at hand. */
class Course {
  isNews = true;
  private latest: ReportStep;

  constructor(private readonly steps: Generator<ReportStep, void, void>) {
    this.latest = steps.next().value!;
  }

  get report(): AgreementReport {
    return this.latest.report;
  }

  get progress(): Progress {
    return { done: this.latest.done, of: this.latest.of };
  }

  /** Takes a step; false when there is none left. */
  advance(): boolean {
    const { value } = this.steps.next();
    if (!value) return false;
    this.isNews = value.report !== this.latest.report;
    this.latest = value;
    return true;
  }
}

function sum(all: readonly Progress[]): Progress {
  return all.reduce((a, b) => ({ done: a.done + b.done, of: a.of + b.of }), { done: 0, of: 0 });
}
