/** The thread in which one source is read. The build emits it as `import-worker.js` beside the server's bundle. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ImportWarning, importArticle } from '@assay/shared/interchange';
import type { SourceFormat } from '@assay/shared/model';
import { decodeText } from './decode.ts';

export interface ImportJob {
  readonly bytes: Uint8Array;
  readonly format: SourceFormat;
  readonly fileName?: string | undefined;
}

export interface ImportJobResult {
  readonly refusal: string | null;
  readonly title: string;
  /** The document as ProseMirror's JSON. */
  readonly doc: unknown;
  readonly warnings: readonly ImportWarning[];
}

const { bytes, format, fileName } = workerData as ImportJob;
const { doc, ...others } = importArticle({ content: decodeText(bytes, format), format, fileName });
const result: ImportJobResult = { ...others, doc: doc.toJSON() };
parentPort?.postMessage(result);
