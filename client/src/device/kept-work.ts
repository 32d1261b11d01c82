import type { ArticleId, PersonId } from '@assay/shared/model';
import { type IDBPDatabase, openDB } from 'idb';
import {
  COMMANDS,
  DATABASE_VERSION,
  DOCUMENT,
  type LocalDatabase,
  localDatabases,
  TITLE,
  UNSENT,
} from './databases.ts';
import { draftsOf } from './local-keys.ts';

/** What the server does not have yet, counted by what it is. */
export interface Unsent {
  /** Changes of the text. */
  readonly text: number;
  /** Marks made, changed or withdrawn. */
  readonly marks: number;
  /** Comments, reactions, threads resolved or reopened. */
  readonly comments: number;
  /** Changes of the article as a whole (its title, its lock), votes, decisions and the like. */
  readonly article: number;
  /** Comments that were begun. They are never sent by themselves. */
  readonly drafts: number;
}

/** What this device keeps of one article for one person. */
export interface KeptArticle {
  readonly article: ArticleId;
  /** As it was last seen here; null where it never was. */
  readonly title: string | null;
  /** Whether it can be read here without the server. */
  readonly readable: boolean;
  readonly unsent: Unsent;
}

const NOTHING: Unsent = { text: 0, marks: 0, comments: 0, article: 0, drafts: 0 };

/** Yjs' update without content, as y-indexeddb keeps it of a document that was opened and never read. */
const EMPTY_UPDATE = 2;

/** What the device keeps of a person's articles, read as it is now, whatever tabs are open. */
export async function keptArticles(person: PersonId): Promise<readonly KeptArticle[]> {
  const databases = (await localDatabases()).filter((one) => one.person === person);
  const articles = [...new Set(databases.map(({ article }) => article))];
  return Promise.all(
    articles.map((article) =>
      keptArticle(
        person,
        article,
        databases.filter((one) => one.article === article),
      ),
    ),
  );
}

/** How many changes wait to be sent; drafts do not. */
export function waiting({ text, marks, comments, article }: Unsent): number {
  return text + marks + comments + article;
}

/** Everything that would be lost if this device forgot it. */
export function losable(unsent: Unsent): number {
  return waiting(unsent) + unsent.drafts;
}

export function sumOf(all: readonly Unsent[]): Unsent {
  return all.reduce(
    (sum, one) => ({
      text: sum.text + one.text,
      marks: sum.marks + one.marks,
      comments: sum.comments + one.comments,
      article: sum.article + one.article,
      drafts: sum.drafts + one.drafts,
    }),
    NOTHING,
  );
}

async function keptArticle(
  person: PersonId,
  article: ArticleId,
  databases: readonly LocalDatabase[],
): Promise<KeptArticle> {
  const named = (part: LocalDatabase['part']) => databases.find((one) => one.part === part)?.name;
  const [text, commands, title] = await Promise.all([
    readText(named('text')),
    readCommands(named('outbox')),
    readTitle(named('review')),
  ]);
  const of = (...groups: readonly string[]) =>
    commands.filter((type) => groups.includes(type.split('.', 1)[0]!)).length;
  return {
    article,
    title,
    readable: text.readable,
    unsent: {
      text: text.unsent,
      marks: of('annotation'),
      comments: of('comment', 'thread'),
      article: commands.length - of('annotation', 'comment', 'thread'),
      drafts: draftsOf(person, article),
    },
  };
}

async function readText(name: string | undefined): Promise<{ readable: boolean; unsent: number }> {
  const nothing = { readable: false, unsent: 0 };
  return reading(name, DOCUMENT.facts, nothing, async (database) => {
    const unsent = IDBKeyRange.bound(UNSENT, `${UNSENT}\uffff`);
    const counts: number[] = await database.getAll(DOCUMENT.facts, unsent);
    return {
      readable: await holdsSomething(database),
      unsent: counts.reduce((sum, count) => sum + count, 0),
    };
  });
}

async function holdsSomething(database: IDBPDatabase): Promise<boolean> {
  const { store } = database.transaction(DOCUMENT.updates);
  for (let at = await store.openCursor(); at; at = await at.continue())
    if ((at.value as Uint8Array).byteLength > EMPTY_UPDATE) return true;
  return false;
}

async function readTitle(name: string | undefined): Promise<string | null> {
  return reading(name, DOCUMENT.facts, null, async (database) => {
    return (await database.get(DOCUMENT.facts, TITLE)) ?? null;
  });
}

/** The kinds of the commands that wait. */
async function readCommands(name: string | undefined): Promise<readonly string[]> {
  return reading(name, COMMANDS, [], async (database) => {
    const stored: { command: { type: string } }[] = await database.getAll(COMMANDS);
    return stored.map(({ command }) => command.type);
  });
}

/** Reads a database that may go away at any moment; without it, or without its store, `nothing`. */
async function reading<T>(
  name: string | undefined,
  store: string,
  nothing: T,
  read: (database: IDBPDatabase) => Promise<T>,
): Promise<T> {
  if (name === undefined) return nothing;
  let database: IDBPDatabase | undefined;
  try {
    database = await openDB(name, DATABASE_VERSION, {
      // Gone since it was listed: this must not make it anew.
      upgrade: (_made, _from, _to, transaction) => transaction.abort(),
    });
    return database.objectStoreNames.contains(store) ? await read(database) : nothing;
  } catch {
    return nothing;
  } finally {
    database?.close();
  }
}
