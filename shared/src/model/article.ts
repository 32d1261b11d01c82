import type { ArticleId, CommentId, PersonId, ThreadId } from './ids.ts';
import type { Moment } from './people.ts';
import type { Phase } from './workflow.ts';

/** The forms an article can be imported from. */
export const SOURCE_FORMATS = ['text', 'html', 'markdown'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** What was imported: the bytes are kept by the server under their hash. `bytes` counts them. */
export interface Original {
  readonly format: SourceFormat;
  readonly sha256: string;
  readonly bytes: number;
  readonly fileName?: string;
}

/** What the ledger says of an article. A locked text is read-only for everybody. */
export interface ArticleRecord {
  readonly id: ArticleId;
  readonly title: string;
  readonly original: Original;
  readonly creator: PersonId;
  readonly created: Moment;
  readonly locked: boolean;
}

/** Where somebody was named in a discussion. */
export interface Mention {
  readonly person: PersonId;
  readonly by: PersonId;
  readonly thread: ThreadId;
  readonly comment: CommentId;
  readonly at: Moment;
}

/** A line of the library. `characters` are UTF-16 units of the linear text; `people` are those who marked or commented. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly title: string;
  readonly words: number;
  readonly characters: number;
  readonly annotations: number;
  readonly openThreads: number;
  readonly people: readonly PersonId[];
  readonly locked: boolean;
  /** Where it stands in its review; absent in a line that was written before there were phases: it was being marked, openly. */
  readonly phase?: Phase;
  /** It is, or was, marked blind. */
  readonly blind?: boolean;
  readonly created: Moment;
  readonly changed: Moment;
  /** The latest, newest first; none of before the reveal. A reader is told of their own. Absent from lines of older versions. */
  readonly mentions?: readonly Mention[];
}
