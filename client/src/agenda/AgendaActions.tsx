import { useStore } from '../store/index.ts';
import { useActions } from '../ui/index.ts';
import { agendaActions } from './agenda-actions.ts';
import { useAgendaDesk } from './use-agenda.ts';

/** Offers what can be done on the agenda, to keys, palette and list of keys alike. Shows nothing. */
export function AgendaActions() {
  const desk = useAgendaDesk();
  useStore(desk.rights);
  useStore(desk.session.review);
  useStore(desk.item);
  useActions(agendaActions(desk));
  return null;
}
