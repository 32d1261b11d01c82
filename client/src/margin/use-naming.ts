import type { Person, PersonId } from '@assay/shared/model';
import { COMMAND_LIMITS } from '@assay/shared/review';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from '../store/index.ts';
import { nameable, peopleIn } from './mentions.ts';
import { useMargin, useSealed } from './use-margin.ts';
import type { Said } from './wishes.ts';

const NOBODY: readonly PersonId[] = [];

/** Naming people in what one writes. */
export interface Naming {
  /** Those who can be named: the team and whoever acted here. Nobody while notes are private, and never oneself. */
  readonly people: readonly Person[];
  /** This person was chosen, and not another one of the same name. */
  chose(person: PersonId): void;
  /** What to send: the words with those who are named in them. */
  said(body: string): Said;
}

/** `before` are those who are named already in what is edited. */
export function useNaming(written: string, before: readonly PersonId[] = NOBODY): Naming {
  const people = useNameable(written.includes('@'));
  const chosen = useRef(new Set(before));
  const chose = useCallback((person: PersonId) => void chosen.current.add(person), []);
  const said = (body: string): Said => {
    const known = new Set(people.map(({ id }) => id));
    // Whose name this device does not know it cannot look for; they stay named.
    const unknown = before.filter((id) => !known.has(id) && body.includes('@'));
    const mentions = [...unknown, ...peopleIn(body, people, chosen.current)];
    return { body, mentions: mentions.slice(0, COMMAND_LIMITS.mentions) };
  };
  return { people, chose, said };
}

function useNameable(wanted: boolean): readonly Person[] {
  const sealed = useSealed();
  const known = useKnown(wanted && !sealed);
  const me = useStore(useMargin().session.me, (person) => person?.id);
  return useMemo(() => nameable(known.values(), me, sealed), [known, me, sealed]);
}

/** Those of a comment's mentions whose names are known here, or become known. */
export function useNamed(mentions: readonly PersonId[] = NOBODY): readonly Person[] {
  const acted = useStore(useMargin().session.review, (view) => view.people);
  const known = useKnown(mentions.some((id) => !acted.has(id)));
  return useMemo(() => mentions.flatMap((id) => known.get(id) ?? []), [mentions, known]);
}

/** Whoever acted here and the team, by id; asks for the team when it is wanted. */
function useKnown(wanted: boolean): ReadonlyMap<PersonId, Person> {
  const { session, team } = useMargin();
  const acted = useStore(session.review, (view) => view.people);
  const members = useStore(team.people);
  useEffect(() => {
    if (wanted) team.want();
  }, [wanted, team]);
  return useMemo(
    () => new Map([...acted, ...members.map((person) => [person.id, person] as const)]),
    [acted, members],
  );
}
