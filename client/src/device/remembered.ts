import type { PersonId } from '@assay/shared/model';
import { dropFact, readFact, writeFact } from './facts.ts';

/** What is remembered of a person: as whom they were greeted, and the library as they saw it last. */
export type Remembered = 'session' | 'library';

const HERE = 'here';
const LEAVING = 'leaving';

const factOf = (person: PersonId, what: Remembered) => `${person}/${what}`;

/** The person who is signed in on this device, as the server last said; null when nobody is. */
export async function personHere(): Promise<PersonId | null> {
  return (await readFact<PersonId>(HERE)) ?? null;
}

export async function setPersonHere(person: PersonId | null): Promise<void> {
  if (person === null) await dropFact(HERE);
  else await writeFact(HERE, person);
}

/** Whether somebody signed out here whom the server, which could not be reached, still takes for signed in. */
export async function isLeaving(): Promise<boolean> {
  return (await readFact<boolean>(LEAVING)) ?? false;
}

export async function setLeaving(leaving: boolean): Promise<void> {
  if (leaving) await writeFact(LEAVING, true);
  else await dropFact(LEAVING);
}

export async function recall<T>(person: PersonId, what: Remembered): Promise<T | null> {
  return (await readFact<T>(factOf(person, what))) ?? null;
}

export async function remember(person: PersonId, what: Remembered, value: unknown): Promise<void> {
  await writeFact(factOf(person, what), value);
}

export async function forgetRemembered(person: PersonId, what: Remembered): Promise<void> {
  await dropFact(factOf(person, what));
}
