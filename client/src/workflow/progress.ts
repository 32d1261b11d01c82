import type { PersonId, Workflow } from '@assay/shared/model';

/** How far one person is with marking. */
export interface PersonProgress {
  readonly person: PersonId;
  readonly marks: number;
  readonly done: boolean;
  /** Named in the plan; always true where nobody was. */
  readonly asked: boolean;
}

/** How far everybody is with marking. */
export interface Progress {
  /** Those who were asked, in the order of the plan, then others who have marked or are done. */
  readonly people: readonly PersonProgress[];
  readonly done: number;
  /** Of how many; null where nobody was chosen, so that nobody can tell. */
  readonly of: number | null;
}

type Said = Pick<Workflow, 'reviewers' | 'done'>;

export function progressOf({ reviewers, done }: Said, marks: Readonly<Record<PersonId, number>>): Progress {
  const finished = new Set(done.map(({ by }) => by));
  const asked = new Set(reviewers);
  const everybody = new Set([...reviewers, ...(Object.keys(marks) as PersonId[]), ...finished]);
  const people = [...everybody].map((person) => ({
    person,
    marks: marks[person] ?? 0,
    done: finished.has(person),
    asked: asked.size === 0 || asked.has(person),
  }));
  const counted = people.filter((one) => one.asked);
  return {
    people: people.filter((one) => asked.has(one.person) || one.marks > 0 || one.done),
    done: counted.filter((one) => one.done).length,
    of: asked.size === 0 ? null : asked.size,
  };
}

/** `3 of 4 done`; where nobody was chosen, only how many are. */
export function progressWords({ done, of }: Progress): string {
  if (of !== null) return `${done} of ${of} done`;
  if (done === 0) return 'Nobody is done yet';
  return done === 1 ? '1 person is done' : `${done} people are done`;
}

/** Whether somebody may say that they are done: nobody was chosen, or they were. */
export function isAsked({ reviewers }: Pick<Workflow, 'reviewers'>, person: PersonId | null): boolean {
  return person !== null && (reviewers.length === 0 || reviewers.includes(person));
}

export function isDone({ done }: Pick<Workflow, 'done'>, person: PersonId | null): boolean {
  return done.some(({ by }) => by === person);
}
