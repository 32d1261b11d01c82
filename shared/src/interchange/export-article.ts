import type {
  Annotation,
  ArticleRecord,
  Comment,
  Label,
  Moment,
  Person,
  TextRange,
  Thread,
} from '@assay/shared/model';
import type { Node } from 'prosemirror-model';

/** The forms an article with its review can be exported in. */
export const EXPORT_FORMATS = ['json', 'w3c', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export function isExportFormat(value: unknown): value is ExportFormat {
  return EXPORT_FORMATS.includes(value as ExportFormat);
}

/** Where something stands in the text as it is now: offsets in UTF-16 units of the linear text, in text order. */
export interface Standing {
  readonly status: 'exact' | 'changed' | 'orphaned';
  readonly ranges: readonly TextRange[];
}

export interface ExportedAnnotation {
  readonly annotation: Annotation;
  readonly standing: Standing;
}

export interface ExportedThread {
  readonly thread: Thread;
  /** Of a thread on a passage; null for the others. */
  readonly standing: Standing | null;
  /** In the order in which they were made, tombstones among them. */
  readonly comments: readonly Comment[];
}

/**
 * An article with its review at one moment, as every exporter takes it. It names no moment of export, so that equal
 * states have equal exports. Lists are in the order of creation, then of ids.
 */
export interface ArticleExport {
  readonly article: ArticleRecord;
  /** A document of the article's schema. */
  readonly document: Node;
  /** Its linear text, in which all ranges count. */
  readonly text: string;
  readonly annotations: readonly ExportedAnnotation[];
  readonly threads: readonly ExportedThread[];
  readonly people: readonly Person[];
  /** The labels of the guide, in its order. */
  readonly labels: readonly Label[];
  /** When the last event of the ledger happened: the date of the state that is exported. */
  readonly changed: Moment;
  /** The ledger's events as they are recorded, in order; only the lossless format holds them. */
  readonly events?: readonly object[];
}

/** One form of export. */
export interface Exporter {
  readonly format: ExportFormat;
  readonly mediaType: string;
  /** Of a file's name, with its dot. */
  readonly extension: string;
  /** The file's text. Equal for equal input. */
  export(input: ArticleExport): string;
  /** What this form cannot hold of this article, one sentence each; empty when nothing is lost. */
  losses(input: ArticleExport): readonly string[];
}
