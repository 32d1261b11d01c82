import type { ArticleId, PersonId } from '@assay/shared/model';

/** The Y.Text root that holds the article in the text document. */
export const ARTICLE_ROOT = 'article';

/**
 * The Y.Map roots of the review document. Each maps an id to one plain JSON entry: `article` has the keys
 * `record`, `workflow` and `progress`, `guide` the single key `guide`; `people` holds the `Person` of everybody who has acted here. Written by the server alone.
 */
export const REVIEW_ROOTS = {
  article: 'article',
  guide: 'guide',
  annotations: 'annotations',
  threads: 'threads',
  comments: 'comments',
  groups: 'groups',
  items: 'items',
  ballots: 'ballots',
  decisions: 'decisions',
  findings: 'findings',
  evidence: 'evidence',
  tasks: 'tasks',
  sessions: 'sessions',
  people: 'people',
} as const;

/** The names under which an article's documents stand in the log. */
export const documentName = {
  text: (article: ArticleId) => `${article}/text`,
  review: (article: ArticleId) => `${article}/review`,
  private: (article: ArticleId, person: PersonId) => `${article}/private/${person}`,
};
