import type { GroupId } from '@assay/shared/model';
import { useEffect } from 'react';
import { announce } from '../ui/index.ts';
import { toggleAgenda } from './agenda-actions.ts';
import type { AgendaDesk } from './agenda-desk.ts';
import { followPresenter } from './following.ts';

/** Keeps an open article's page with its agenda: lights the item in the text, goes along, says what is revealed. */
export function useAgenda(desk: AgendaDesk): void {
  useEffect(() => {
    const stops = [lightItem(desk), followPresenter(desk), sayReveals(desk), openForItem(desk)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [desk]);
}

/** Draws the marks of the item as in focus and brings them into view. */
function lightItem({ margin, session, item }: AgendaDesk): () => void {
  let lit: GroupId | null = null;
  const light = () => {
    const id = item.get();
    const editor = margin.editor.get();
    if (!editor || (id === null && lit === null)) return;
    const marks = id === null ? [] : (session.review.get().state.groups.get(id)?.marks ?? []);
    editor.focusMarks(marks, { scroll: id !== lit });
    lit = id;
  };
  light();
  const stops = [item.subscribe(light), margin.editor.subscribe(light)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** An item that is asked for from outside, such as from a card, opens the agenda. */
function openForItem(desk: AgendaDesk): () => void {
  return desk.item.subscribe(() => {
    if (desk.item.get() === null || desk.open.get()) return;
    desk.view.set('items');
    toggleAgenda(desk);
  });
}

function sayReveals({ session, item }: AgendaDesk): () => void {
  const isRevealed = () => {
    const id = item.get();
    const ballot = id === null ? undefined : session.review.get().state.ballots.get(id);
    return ballot?.revealed ? id : null;
  };
  let before = isRevealed();
  const look = () => {
    const now = isRevealed();
    if (now !== null && now !== before && now === item.get()) announce('The votes are revealed');
    before = now;
  };
  return session.review.subscribe(look);
}
