import type { ArticleId, ArticleSummary, CommentId, Moment, PersonId, ThreadId } from '@assay/shared/model';

/** Where this person was named by somebody else. */
export interface Naming {
  /** Another one when the comment is edited. */
  readonly id: string;
  readonly article: ArticleId;
  readonly title: string;
  readonly by: PersonId;
  readonly thread: ThreadId;
  readonly comment: CommentId;
  readonly at: Moment;
}

/** Of all articles, newest first. The server tells each reader of their own. */
export function namingsIn(articles: readonly ArticleSummary[], me: PersonId | undefined): readonly Naming[] {
  return articles
    .flatMap(({ id: article, title, mentions = [] }) =>
      mentions
        .filter(({ person, by }) => person === me && by !== me)
        .map(({ by, thread, comment, at }) => ({
          id: `${comment}@${at}`,
          article,
          title,
          by,
          thread,
          comment,
          at,
        })),
    )
    .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}

/** The path at which the words stand in which somebody was named. */
export function addressOf({ article, thread }: Naming): string {
  return `/articles/${article}/threads/${thread}`;
}
