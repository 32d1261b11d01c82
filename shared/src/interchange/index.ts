export * from './import-article.ts';
export type { ImportWarning, ImportWarningCode } from './import-warnings.ts';
