export * from './export-article.ts';
export { type ExportSource, gatherExport } from './export-gather.ts';
export { JSON_EXPORT_VERSION } from './export-json.ts';
export { EXPORTERS } from './exporters.ts';
export * from './import-article.ts';
export * from './import-corpus.ts';
export type { ImportWarning, ImportWarningCode } from './import-warnings.ts';
