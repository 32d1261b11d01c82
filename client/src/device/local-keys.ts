import type { ArticleId, PersonId } from '@assay/shared/model';

/**
 * Small things of a person in `localStorage` (drafts, the last visit): their keys have the person's and the article's id
 * between colons.
 */
function ownKeys(person: PersonId): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.includes(`:${person}:`));
  } catch {
    // Storage is forbidden, so that nothing is in it.
    return [];
  }
}

/** How many comments of a person were begun in an article and not sent. */
export function draftsOf(person: PersonId, article: ArticleId): number {
  return ownKeys(person).filter((key) => key.startsWith(`assay:draft:${person}:${article}:`)).length;
}

/** Removes everything of a person's but what belongs to certain articles. */
export function dropKeys(person: PersonId, kept: ReadonlySet<ArticleId>): void {
  const isKept = (key: string) => [...kept].some((article) => key.includes(`:${person}:${article}`));
  for (const key of ownKeys(person)) if (!isKept(key)) localStorage.removeItem(key);
}
