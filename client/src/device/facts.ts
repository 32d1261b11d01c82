import { type IDBPDatabase, openDB } from 'idb';

/** What the device remembers beside the articles. No article's database has this name. */
const DATABASE = 'assay/device';
const FACTS = 'facts';

/** Does the work on the facts; where the device keeps nothing, and when it fails, the answer is undefined. */
async function withFacts<T>(work: (facts: IDBPDatabase) => Promise<T>): Promise<T | undefined> {
  let database: IDBPDatabase | undefined;
  try {
    database = await openDB(DATABASE, 1, { upgrade: (made) => void made.createObjectStore(FACTS) });
    return await work(database);
  } catch {
    return undefined;
  } finally {
    database?.close();
  }
}

export async function readFact<T>(name: string): Promise<T | undefined> {
  return withFacts((facts) => facts.get(FACTS, name));
}

export async function writeFact(name: string, value: unknown): Promise<void> {
  await withFacts((facts) => facts.put(FACTS, value, name));
}

export async function dropFact(name: string): Promise<void> {
  await withFacts((facts) => facts.delete(FACTS, name));
}
