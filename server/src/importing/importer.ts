import { createHash } from 'node:crypto';
import { schema } from '@assay/shared/article';
import type { ImportWarning } from '@assay/shared/interchange';
import type { Original, SourceFormat } from '@assay/shared/model';
import { Node } from 'prosemirror-model';
import type { ImportJob, ImportJobResult } from './import-worker.ts';
import { OutOfMemory, OutOfTime, runThread, type ThreadLimits } from './run-thread.ts';

const MEGABYTE_LIMIT = 256;

export const IMPORT_LIMITS: ThreadLimits = {
  time: 10_000,
  memory: { maxOldGenerationSizeMb: MEGABYTE_LIMIT, maxYoungGenerationSizeMb: 32 },
};

/** How many sources are read at once; more wait. */
const AT_ONCE = 2;

/** What somebody imports: the bytes as they were given, which are kept. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly format: SourceFormat;
  readonly fileName?: string | undefined;
}

export interface Imported {
  /** What the source calls itself. */
  readonly title: string;
  readonly doc: Node;
  readonly warnings: readonly ImportWarning[];
  readonly original: Original;
}

/** A source that could not become an article; `message` says why, and what to do, to whoever imports it. */
export class ImportFailed extends Error {
  override name = 'ImportFailed';
  readonly code: 'not-readable' | 'no-words';

  constructor(code: ImportFailed['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Reads sources in threads that are ended when they take too long or too much, so that no source can hold up the server. */
export class Importer {
  readonly #limits: ThreadLimits;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: ThreadLimits = IMPORT_LIMITS) {
    this.#limits = limits;
  }

  /** Throws `ImportFailed`. */
  async import({ bytes, format, fileName }: Source): Promise<Imported> {
    await this.#turn();
    try {
      const job: ImportJob = { bytes, format, fileName };
      const { refusal, title, doc, warnings } = await runThread<ImportJobResult>(
        'import-worker',
        job,
        this.#limits,
      );
      if (refusal !== null) throw new ImportFailed('no-words', refusal);
      const node = Node.fromJSON(schema, doc);
      node.check();
      return { title, doc: node, warnings, original: originalOf({ bytes, format, fileName }) };
    } catch (error) {
      throw failure(error);
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    while (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
  }
}

/** What is remembered of a source beside its bytes. */
export function originalOf({ bytes, format, fileName }: Source): Original {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { format, sha256, bytes: bytes.byteLength, ...(fileName && { fileName }) };
}

function failure(error: unknown): ImportFailed {
  if (error instanceof ImportFailed) return error;
  const unreadable = (why: string) =>
    new ImportFailed('not-readable', `${why} Save it as plain text and import that.`, { cause: error });
  if (error instanceof OutOfTime) return unreadable('Reading this took too long.');
  if (error instanceof OutOfMemory) return unreadable('Reading this took too much memory.');
  return unreadable('This could not be read.');
}
