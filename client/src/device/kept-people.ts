import type { Person, PersonId } from '@assay/shared/model';
import { localDatabases } from './databases.ts';
import { type KeptArticle, keptArticles, losable } from './kept-work.ts';
import { recall } from './remembered.ts';

/** Somebody whose unsent work this device keeps. */
export interface KeptPerson {
  readonly person: PersonId;
  /** As the server called them last; null where that is not known here. */
  readonly name: string | null;
  /** With something unsent, all of them. */
  readonly articles: readonly KeptArticle[];
}

/** Everybody who has work on this device that is not sent, whoever is signed in. */
export async function keptPeople(): Promise<readonly KeptPerson[]> {
  const people = [...new Set((await localDatabases()).map(({ person }) => person))];
  const kept = await Promise.all(people.map(keptPerson));
  return kept.filter(({ articles }) => articles.length > 0);
}

async function keptPerson(person: PersonId): Promise<KeptPerson> {
  const [session, all] = await Promise.all([
    recall<{ readonly person: Person }>(person, 'session'),
    keptArticles(person),
  ]);
  const articles = all.filter(({ unsent }) => losable(unsent) > 0);
  return { person, name: session?.person.name ?? null, articles };
}
