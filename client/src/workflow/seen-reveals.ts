import type { ArticleId, Moment, PersonId } from '@assay/shared/model';

/** Which reveal a person has been told of on this device, so that they are told once and not before they have read it. */
export interface SeenReveals {
  has(at: Moment): boolean;
  add(at: Moment): void;
}

export function seenReveals(storage: Storage | null, person: PersonId, article: ArticleId): SeenReveals {
  const key = `assay:reveal:${person}:${article}`;
  let seen: string | null = null;
  try {
    seen = storage?.getItem(key) ?? null;
  } catch {
    // Nothing is remembered here; the notice then comes with every visit.
  }
  return {
    has: (at) => seen === at,
    add(at) {
      seen = at;
      try {
        storage?.setItem(key, at);
      } catch {
        // It lasts as long as the page.
      }
    },
  };
}
