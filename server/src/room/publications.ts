import type { ArticleId, Moment, PersonId } from '@assay/shared/model';
import { documentName, type EntryChange, writeReview } from '@assay/shared/ydoc';
import type { LogEvent, LoggedDocument, UpdateLog, UpdateRun } from '../storage/index.ts';
import { Replica } from './replica.ts';

/** Whose document something is published in: a person's own, or null for the one that everybody reads. */
export type Reader = PersonId | null;

/** An update of one of the documents, to be logged and, once it is, published. */
export interface Publication {
  readonly reader: Reader;
  readonly run: UpdateRun;
}

interface Published {
  readonly replica: Replica;
  head: number;
}

const NOTHING: LoggedDocument = { snapshot: null, updates: [], head: 0 };

/**
 * The documents in which the review of one article is published: one for everybody, and one for each person of what only
 * they may see. This is their only writer.
 */
export class Publications {
  readonly #article: ArticleId;
  readonly #writer: number;
  readonly #documents = new Map<Reader, Published>();

  constructor(article: ArticleId, logged: ReadonlyMap<Reader, LoggedDocument>, writer: number) {
    this.#article = article;
    this.#writer = writer;
    for (const [reader, document] of logged) this.#open(reader, document);
  }

  /** Everybody of whom something is kept here. */
  get readers(): readonly Reader[] {
    return [...this.#documents.keys()];
  }

  replica(reader: Reader): Replica {
    return this.#published(reader).replica;
  }

  /** Writes entries into a document, ahead of the disk. Null when there is nothing to write. */
  write(reader: Reader, changes: readonly EntryChange[], at: Moment): Publication | null {
    const published = this.#published(reader);
    const { doc } = published.replica;
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    doc.on('update', collect);
    writeReview(doc, changes);
    doc.off('update', collect);
    const [bytes] = updates;
    if (!bytes) return null;
    const expectedHead = published.head++;
    return {
      reader,
      run: { doc: nameOf(this.#article, reader), expectedHead, updates: [{ bytes, person: null, at }] },
    };
  }

  destroy(): void {
    for (const { replica } of this.#documents.values()) replica.destroy();
  }

  #published(reader: Reader): Published {
    return this.#documents.get(reader) ?? this.#open(reader, NOTHING);
  }

  #open(reader: Reader, logged: LoggedDocument): Published {
    const replica = new Replica(logged);
    replica.doc.clientID = this.#writer;
    const published = { replica, head: logged.head };
    this.#documents.set(reader, published);
    return published;
  }
}

/** The name under which a document of the review stands in the log. */
export function nameOf(article: ArticleId, reader: Reader): string {
  return reader === null ? documentName.review(article) : documentName.private(article, reader);
}

/** One run for each document: what several entries write into one is appended as one. */
export function joined(publications: readonly Publication[]): readonly UpdateRun[] {
  const runs = new Map<Reader, UpdateRun>();
  for (const { reader, run } of publications) {
    const known = runs.get(reader);
    runs.set(reader, known ? { ...known, updates: [...known.updates, ...run.updates] } : run);
  }
  return [...runs.values()];
}

/** Events after which there may be something that one person alone is shown. */
const SECRETIVE: ReadonlySet<string> = new Set(['review.planned', 'vote.cast']);

/** The documents of a review as the log holds them, by reader. */
export async function readReviewDocuments(
  log: UpdateLog,
  article: ArticleId,
  events: readonly LogEvent[],
): Promise<ReadonlyMap<Reader, LoggedDocument>> {
  const people = events.some(({ type }) => SECRETIVE.has(type))
    ? [...new Set(events.map(({ actor }) => actor))]
    : [];
  const readers: readonly Reader[] = [null, ...people];
  const documents = await Promise.all(readers.map((reader) => log.read(nameOf(article, reader))));
  return new Map(readers.map((reader, i) => [reader, documents[i]!]));
}
