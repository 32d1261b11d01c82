import type { GroupId } from '@assay/shared/model';
import { announce } from '../ui/index.ts';
import { type AgendaDesk, me } from './agenda-desk.ts';
import { sayItem, showItem } from './moving.ts';
import { breakAway, ledTo, partOf } from './part.ts';

/** Goes back to where the presenter is, and along with them from there. */
export function returnToPresenter(desk: AgendaDesk): void {
  desk.following.set(true);
  goAlong(desk);
}

function goAlong(desk: AgendaDesk): void {
  const session = desk.running.get();
  const to = ledTo(session, partOf(session, me(desk)), desk.following.get());
  if (to === null || !desk.agenda.get().byId.has(to)) return;
  desk.open.set(true);
  desk.view.set('items');
  showItem(desk, to);
}

/** Keys by which one scrolls. */
const SCROLLING = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);

/**
 * Takes this page to each item that the presenter goes to, for as long as its person is in the session and goes along.
 * Scrolling by one's own hand breaks away. Returns the way to stop.
 */
export function followPresenter(desk: AgendaDesk): () => void {
  let last: GroupId | null | undefined;
  let joined = false;
  const look = () => {
    const session = desk.running.get();
    const part = partOf(session, me(desk));
    const here = part === 'follower' || part === 'presenter';
    if (here && !joined) desk.following.set(true);
    if (here && !joined) desk.open.set(true);
    const arrived = here && (!joined || session!.current !== last);
    joined = here;
    last = here ? session!.current : undefined;
    if (!arrived) return;
    const to = ledTo(session, part, desk.following.get());
    goAlong(desk);
    if (to !== null) announce(sayItem(desk, to));
  };
  look();
  const stops = [desk.running.subscribe(look), desk.session.me.subscribe(look)];
  const listeners = new AbortController();
  const { signal } = listeners;
  const scrolled = (event: Event) => {
    const inAgenda = event.target instanceof Element && event.target.closest('[data-agenda]');
    if (!inAgenda) breakAway(desk);
  };
  for (const type of ['wheel', 'touchmove']) addEventListener(type, scrolled, { signal, passive: true });
  addEventListener(
    'keydown',
    (event) => {
      const inField = event.target instanceof Element && event.target.closest('input, textarea, [role]');
      if (SCROLLING.has(event.key) && !inField) scrolled(event);
    },
    { signal },
  );
  return () => {
    for (const stop of stops) stop();
    listeners.abort();
  };
}
