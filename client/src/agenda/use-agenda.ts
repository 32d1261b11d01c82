import type { Group, PersonId } from '@assay/shared/model';
import type { AgendaEntry } from '@assay/shared/review';
import { createContext, useContext } from 'react';
import { clip, usePeople } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import type { AgendaDesk } from './agenda-desk.ts';
import { wordsOfGroup } from './group-words.ts';

export const AgendaContext = createContext<AgendaDesk | null>(null);

/** The agenda of the open article. Only inside `AgendaContext`. */
export function useAgendaDesk(): AgendaDesk {
  const desk = useContext(AgendaContext);
  if (!desk) throw new RangeError('This stands outside an open article');
  return desk;
}

/** The item that is shown, with all that is known of it; null for none, or for one that is gone. */
export function useShownEntry(): AgendaEntry | null {
  const { agenda, item } = useAgendaDesk();
  const id = useStore(item);
  return useStore(agenda, ({ byId }) => (id === null ? null : (byId.get(id) ?? null)));
}

/** Somebody's name; one's own is `You`. */
export function useNames(): (id: PersonId) => string {
  const { session } = useAgendaDesk();
  const personOf = usePeople();
  const me = useStore(session.me);
  return (id) => (id === me?.id ? 'You' : personOf(id).name);
}

/** The words of a group, shortened; draws again only when these are others. */
export function useGroupWords(group: Group, length: number): string {
  const { margin } = useAgendaDesk();
  return useStore(margin.placements, () => clip(wordsOfGroup(margin, group), length));
}
