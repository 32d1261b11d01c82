import type { Person } from '@assay/shared/model';
import { createStore, type Readable } from '../store/index.ts';

/** The people of the team, asked for once somebody is to be named. */
export interface Team {
  /** Nobody until they are known, and for who may not know them. */
  readonly people: Readable<readonly Person[]>;
  /** Asks for them unless they are known or asked for. After a failure the next call asks again. */
  want(): void;
}

export function createTeam(ask: () => Promise<readonly Person[]>): Team {
  const people = createStore<readonly Person[]>([]);
  let asked = false;
  return {
    people,
    want() {
      if (asked) return;
      asked = true;
      ask().then(
        (all) => people.set(all),
        // A guest of one article is not told who is in the team: those known from the article can be named.
        () => {
          asked = false;
        },
      );
    },
  };
}
