import type { ArticleId, ArticleSummary, Moment, PersonId } from '@assay/shared/model';

/** A Yjs update to be appended. `person` wrote it; the server itself is null. */
export interface NewUpdate {
  readonly doc: string;
  readonly bytes: Uint8Array;
  readonly person: PersonId | null;
  readonly at: Moment;
}

/** Consecutive updates of one document. `expectedHead` is the number of the last one known (0: none yet). */
export interface UpdateRun {
  readonly doc: string;
  readonly expectedHead: number;
  readonly updates: readonly Omit<NewUpdate, 'doc'>[];
}

/**
 * An event as the log keeps it: `payload` is its JSON, sealed by `hash`; the rest is for finding it. `position` counts
 * the events of one command from 0.
 */
export interface LogEvent {
  readonly seq: number;
  readonly id: string;
  readonly command: string;
  readonly position: number;
  readonly type: string;
  readonly actor: PersonId;
  readonly at: Moment;
  readonly payload: string;
  readonly previous: string;
  readonly hash: string;
}

/** A Yjs client id of a document and the one person whose edits may carry it. */
export interface Binding {
  readonly doc: string;
  readonly client: number;
  readonly person: PersonId;
}

/** The bytes that an article was imported from, kept under their hash. */
export interface OriginalBytes {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What is kept together or not at all. */
export interface Append {
  readonly article: ArticleId;
  readonly runs?: readonly UpdateRun[];
  /** Their `seq` continue the article's last event. */
  readonly events?: readonly LogEvent[];
  readonly bindings?: readonly Binding[];
  readonly summary?: ArticleSummary;
  readonly original?: OriginalBytes;
}

/** An update as it was appended; `seq` counts from 1 without gaps per document. */
export interface LoggedUpdate {
  readonly seq: number;
  readonly at: Moment;
  readonly bytes: Uint8Array;
}

/** A document as the log holds it: the state up to a number, and every update after it. */
export interface LoggedDocument {
  readonly snapshot: { readonly upto: number; readonly state: Uint8Array } | null;
  readonly updates: readonly LoggedUpdate[];
  /** The number of the last update; 0 for a document that has none. */
  readonly head: number;
}

/**
 * The durable record of every article. A promise settles when the disk has it. Whatever was altered on the disk is
 * answered with `CorruptRow` instead of being served.
 */
export interface UpdateLog {
  /** Random; changes when the data were restored from a backup. */
  readonly epoch: string;
  /** All of it or nothing. `SequenceConflict` when a document or the events have moved on; nothing is kept then. */
  append(append: Append): Promise<void>;
  read(doc: string): Promise<LoggedDocument>;
  events(article: ArticleId, after?: number): Promise<readonly LogEvent[]>;
  bindings(doc: string): Promise<ReadonlyMap<number, PersonId>>;
  /** Keeps the document's state up to a number beside the updates it is made of, which are still served. */
  snapshot(doc: string, upto: number, state: Uint8Array): Promise<void>;
  /** The state kept at that number, read back from the disk; null when there is none. */
  snapshotAt(doc: string, upto: number): Promise<Uint8Array | null>;
  /** Lets go of the updates and snapshots that the snapshot at `upto` stands for. Refused without that snapshot. */
  compact(doc: string, upto: number): Promise<void>;
  /** The library, the last changed first. */
  summaries(): Promise<readonly ArticleSummary[]>;
  summary(article: ArticleId): Promise<ArticleSummary | null>;
  original(sha256: string): Promise<Uint8Array | null>;
}
