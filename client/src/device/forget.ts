import type { ArticleId, PersonId } from '@assay/shared/model';
import { deleteDB } from 'idb';
import { localDatabases } from './databases.ts';
import { dropKeys } from './local-keys.ts';
import { forgetRemembered } from './remembered.ts';

/**
 * Removes what this device keeps of a person: articles, commands, drafts, and who they are. What is kept of certain
 * articles stays whole, and with it the person's name, so that it can be said whose it is. Settles when all open copies
 * are closed, which the tabs that have them do by themselves.
 */
export async function forgetPerson(
  person: PersonId,
  kept: ReadonlySet<ArticleId> = new Set(),
): Promise<void> {
  const databases = (await localDatabases()).filter((one) => one.person === person && !kept.has(one.article));
  await forgetRemembered(person, 'library');
  if (kept.size === 0) await forgetRemembered(person, 'session');
  await Promise.all(databases.map(({ name }) => deleteDB(name)));
  // Last: a page that closes notes when its person left.
  dropKeys(person, kept);
}
