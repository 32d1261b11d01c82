import type { Person, PersonId } from '@assay/shared/model';
import { may } from '@assay/shared/policy';
import type { Member } from '../api/index.ts';

/**
 * Whom one can ask to mark, by name: people of the team whose role may, and whoever is chosen already. Where the team is
 * not known, those known from the article.
 */
export function candidatesFrom(
  members: readonly Member[] | null,
  known: ReadonlyMap<PersonId, Person>,
  chosen: readonly PersonId[],
): readonly Person[] {
  const able = (members ?? [])
    .filter(({ role, person }) => role !== null && may({ person: person.id, role }, 'annotation.create'))
    .map(({ person }) => person)
    .filter((person) => !person.program);
  const already = chosen.flatMap((id) => known.get(id) ?? []);
  const all = [...(members ? able : known.values()), ...already];
  return [...new Map(all.map((person) => [person.id, person])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  );
}

/** Those whose name has all the words looked for. */
export function foundIn(people: readonly Person[], sought: string): readonly Person[] {
  const words = sought.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean);
  return people.filter(({ name }) => words.every((word) => name.toLocaleLowerCase('en').includes(word)));
}
