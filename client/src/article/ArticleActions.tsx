import { useEffect } from 'react';
import { AgendaActions, agendaDoor, agendaKeys, withoutKeys } from '../agenda/index.ts';
import { useStore } from '../store/index.ts';
import { useActions } from '../ui/index.ts';
import { flowActions } from '../workflow/index.ts';
import { articleActions } from './actions.ts';
import type { Desk } from './desk.ts';
import { isWriting, takeEnter, takeUndo } from './review-keys.ts';
import { textActions } from './text-actions.ts';

/** Offers everything that can be done with the article: to the keys, to the palette and to the list of keys alike. Shows nothing. */
export function ArticleActions({ desk }: { readonly desk: Desk }) {
  const { margin, session } = desk;
  useStore(session.rights);
  useStore(session.mayEditText);
  useStore(session.review);
  useStore(session.guide);
  useStore(desk.mode);
  useStore(margin.editor);
  useStore(margin.focused);
  useStore(margin.member);
  useStore(margin.grouping);
  useStore(margin.fresh);
  useStore(session.markings);
  const agendaOpen = useStore(desk.agenda.open);
  useStore(desk.agenda.item);
  // While the agenda is open its keys are about its items; what they do in the text waits.
  const taken = agendaOpen ? agendaKeys(desk.agenda) : new Set<string>();
  const own = [...articleActions(desk), ...flowActions(desk.flow), ...textActions(desk)];
  useActions([agendaDoor(desk.agenda), ...withoutKeys(own, taken)]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !isWriting(event) && takeUndo(desk, event)) return;
      const nowhere = event.target === document.body || (event.target as Element).id === 'main';
      if (!event.defaultPrevented && (nowhere || event.altKey)) takeEnter(desk, event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [desk]);
  return agendaOpen ? <AgendaActions /> : null;
}
