import { type GroupId, type PersonId, present, type Session } from '@assay/shared/model';
import { type AgendaDesk, me } from './agenda-desk.ts';

/** What somebody is to the session that runs. */
export type Part = 'none' | 'outside' | 'follower' | 'presenter';

export function partOf(session: Session | null, person: PersonId | null): Part {
  if (!session || person === null) return session ? 'outside' : 'none';
  if (!present(session).includes(person)) return 'outside';
  return session.presenter === person ? 'presenter' : 'follower';
}

/** The item that somebody who goes along is to see; null when there is none, or they go their own way. */
export function ledTo(session: Session | null, part: Part, following: boolean): GroupId | null {
  return session && part === 'follower' && following ? session.current : null;
}

/** Goes one's own way until one returns. Nothing where nobody leads. */
export function breakAway(desk: AgendaDesk): void {
  if (partOf(desk.running.get(), me(desk)) === 'follower') desk.following.set(false);
}
