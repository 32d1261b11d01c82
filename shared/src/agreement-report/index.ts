/**
 * Everything that can be said of how far reviewers agree about their marks, as plain data: from marks as they stood at one
 * moment, by the coefficients of `agreement` and the groups of `grouping`.
 */
export type { MarkedArticle, ReportLabel } from './prepare.ts';
export * from './report.ts';
export * from './steps.ts';
