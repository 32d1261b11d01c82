import type { Person, PersonId } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import { createContext, useContext, useMemo } from 'react';
import { useStore } from '../store/index.ts';
import { type Flow, type FlowRights, rightsIn } from './flow.ts';
import { nameIn } from './reveal-words.ts';
import { useMembers } from './use-members.ts';

export const FlowContext = createContext<Flow | null>(null);

/** The review's phases in the open article. Only inside `FlowContext`. */
export function useFlow(): Flow {
  const flow = useContext(FlowContext);
  if (!flow) throw new RangeError('This stands outside an open article');
  return flow;
}

/** A part of the review's state, followed. */
export function useReview<Part>(select: (state: ReviewState) => Part): Part {
  return useStore(useFlow().session.review, ({ state }) => select(state));
}

export function useFlowRights(): FlowRights {
  const flow = useFlow();
  useStore(flow.session.rights);
  useStore(flow.session.me);
  useReview(({ workflow }) => workflow);
  return rightsIn(flow);
}

/** What only the server can do can be asked for: there is a connection to it. */
export function useOnline(): boolean {
  return useStore(useFlow().session.connection) === 'online';
}

/** People by id: who acted here, who is here, and, where somebody is missing among those named, the team. */
export function usePortraits(named: readonly PersonId[]): ReadonlyMap<PersonId, Person> {
  const { session } = useFlow();
  const acted = useStore(session.review, ({ people }) => people);
  const presence = useStore(session.presence);
  const here = useMemo(
    () => new Map([...presence.map(({ person }) => [person.id, person] as const), ...acted]),
    [presence, acted],
  );
  const members = useMembers(named.some((id) => !here.has(id)));
  return useMemo(
    () => new Map([...(members ?? []).map(({ person }) => [person.id, person] as const), ...here]),
    [members, here],
  );
}

export function useNames(named: readonly PersonId[]): (id: PersonId) => string {
  const people = usePortraits(named);
  return useMemo(() => nameIn(people), [people]);
}
