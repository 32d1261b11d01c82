import type { Moment } from '@assay/shared/model';
import type { ArticleSession } from '../session/index.ts';

/** What can be read about a review as a whole. */
export type ReportName = 'activity' | 'agreement' | 'minutes';

export interface ReportProps {
  readonly session: ArticleSession;
  /** When this person last left the article; null on the first visit. */
  readonly seenUpTo: Moment | null;
  /** Leads to a mark, a discussion or a group in the article. */
  onOpen(id: string): void;
  /** Leads to words of the article, by their UTF-16 offset in its text. */
  onGoTo(offset: number): void;
}
