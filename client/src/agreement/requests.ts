import type { AgreementReport, MarkedArticle, ReportLabel } from '@assay/shared/agreement-report';

/** What the worker is asked: the marks of one moment or several, each to be reported on alone. */
export interface FiguresRequest {
  /** Greater than that of any request before: only the latest is worked on. */
  readonly id: number;
  /** Without moments there is nothing more to do: the request before is dropped. */
  readonly moments: readonly MarkedArticle[];
  readonly labels: readonly ReportLabel[];
}

/** How far the work is: `done` steps of `of` that are known of. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What the worker answers. */
export type FiguresAnswer = { readonly id: number } & (
  | ({ readonly kind: 'progress' } & Progress)
  | ({ readonly kind: 'reports'; readonly reports: readonly AgreementReport[] } & Progress)
  | { readonly kind: 'failed'; readonly message: string }
);
