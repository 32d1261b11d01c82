import type { ArticleId, PersonId } from '@assay/shared/model';

/** What this device keeps of an article for a person: its documents, and the commands on their way. */
export type Part = 'text' | 'review' | 'private' | 'outbox';

/** The stores of a document's database. y-indexeddb names the first two, and leaves the second to its users. */
export const DOCUMENT = { updates: 'updates', facts: 'custom' } as const;

/** The fact under which each opened copy of a document counts what the server has not confirmed: this, and its client id. */
export const UNSENT = 'unsent/';

/** The fact of a review document under which the article's title stands, for who lists what is kept here. */
export const TITLE = 'title';

/** The store of an outbox's database. */
export const COMMANDS = 'commands';

/** The version of all of these databases. */
export const DATABASE_VERSION = 1;

/** The name of a local database; the person is part of it, so that two who use one device never share one. */
export function databaseName(person: string, article: string, part: Part): string {
  return `assay/${person}/${article}/${part}`;
}

export interface LocalDatabase {
  readonly name: string;
  readonly person: PersonId;
  readonly article: ArticleId;
  readonly part: Part;
}

/** Every database of an article on this device; none where the browser does not tell. */
export async function localDatabases(): Promise<readonly LocalDatabase[]> {
  const all = await indexedDB.databases().catch(() => []);
  return all.flatMap(({ name }) => {
    const found = /^assay\/([^/]+)\/([^/]+)\/(text|review|private|outbox)$/.exec(name ?? '');
    if (!found) return [];
    const [, person, article, part] = found;
    return [{ name: name!, person: person as PersonId, article: article as ArticleId, part: part as Part }];
  });
}
