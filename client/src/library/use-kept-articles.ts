import type { ArticleId } from '@assay/shared/model';
import { useEffect, useState } from 'react';
import { type Library, useSession } from '../api/index.ts';
import { type KeptArticle, keptArticles } from '../device/index.ts';

type Kept = ReadonlyMap<ArticleId, KeptArticle>;

/** What this device keeps of the person's articles while the library is a remembered one; null otherwise, and at first. */
export function useKeptArticles(library: Library): Kept | null {
  const person = useSession()?.person.id;
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let current = true;
    const show = (all: readonly KeptArticle[] | null) =>
      current && setKept(all && new Map(all.map((one) => [one.article, one])));
    if (library.seen === null || !person) show(null);
    else void keptArticles(person).then(show);
    return () => {
      current = false;
    };
  }, [library, person]);
  return kept;
}
