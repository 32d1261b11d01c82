import type { Person, PersonId, Workflow } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import { counted } from './open-points.ts';
import type { Progress } from './progress.ts';

/** Who is waited for when marks are to be revealed: a sentence, or null when nobody is. */
export function notDoneWords(progress: Progress, nameOf: (id: PersonId) => string): string | null {
  const waiting = progress.people.filter(({ asked, done }) => asked && !done);
  if (waiting.length === 0)
    return progress.of === null ? 'Nobody was chosen to mark, so nobody can tell who is done.' : null;
  const names = waiting.map(({ person }) => nameOf(person));
  return `${listed(names)} ${names.length === 1 ? 'is' : 'are'} not done yet.`;
}

/** `Ana`, `Ana and Ben`, `Ana, Ben and 4 others`. */
export function listed(names: readonly string[], most = 4): string {
  const shown =
    names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : names;
  if (shown.length < 2) return shown[0] ?? '';
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

type Revealed = NonNullable<Workflow['revealed']>;

/** By whom or what the marks came into view. */
export function revealedWords(
  revealed: Revealed,
  me: PersonId | null,
  nameOf: (id: PersonId) => string,
): string {
  switch (revealed.reason) {
    case 'deadline':
      return 'The deadline has passed: all marks are revealed';
    case 'all-done':
      return 'All are done: all marks are revealed';
    case 'by-hand':
      return `${revealed.by === me ? 'You have' : `${nameOf(revealed.by)} has`} revealed all marks`;
  }
}

/** What there is to look at after a reveal. */
export function lookWords({ annotations, groups }: Pick<ReviewState, 'annotations' | 'groups'>): string {
  const active = [...annotations.values()].filter(({ status }) => status === 'active');
  const makers = new Set(active.map(({ creator }) => creator)).size;
  if (active.length === 0)
    return 'Nobody has marked anything. Marks can still be made; they are called late.';
  const apart = [...groups.values()].filter(({ state }) => state !== 'agreed').length;
  const all = `You see ${counted(active.length, 'mark')} by ${makers === 1 ? '1 person' : `${makers} people`} now.`;
  if (makers < 2 || groups.size === 0) return all;
  return apart === 0
    ? `${all} They agree everywhere.`
    : `${all} In ${apart} of ${counted(groups.size, 'place')} the reviewers do not agree: look there first, and say why in the thread.`;
}

/** Whose name stands for an id. */
export function nameIn(people: ReadonlyMap<PersonId, Person>): (id: PersonId) => string {
  return (id) => people.get(id)?.name ?? 'Somebody';
}
