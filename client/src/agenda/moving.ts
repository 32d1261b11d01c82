import { type GroupId, newId, type SessionId } from '@assay/shared/model';
import type { AgendaEntry } from '@assay/shared/review';
import { clip, labelOf } from '../margin/index.ts';
import { announce } from '../ui/index.ts';
import { type AgendaDesk, me, NO_REASONS } from './agenda-desk.ts';
import { STATES } from './agenda-words.ts';
import { wordsOfGroup } from './group-words.ts';
import { breakAway, partOf } from './part.ts';

/** The time that an item has at first, in seconds. */
export const ITEM_SECONDS = 90;

/** Shows an item and lights its marks in the text. Moves nobody else. */
export function showItem({ margin, form, reasons }: AgendaDesk, id: GroupId | null): void {
  if (margin.group.get() !== id) {
    form.set(null);
    reasons.set(NO_REASONS);
  }
  margin.focus(null);
  margin.group.set(id);
}

/** Goes to an item: whoever presents takes all along, whoever follows goes their own way. */
export function chooseItem(desk: AgendaDesk, id: GroupId | null): void {
  const session = desk.running.get();
  const part = partOf(session, me(desk));
  if (part === 'follower' && id !== session!.current) breakAway(desk);
  desk.open.set(true);
  desk.view.set('items');
  showItem(desk, id);
  if (part === 'presenter' && id !== null && session!.current !== id)
    void desk.session.send({ type: 'session.move', session: session!.id, to: id });
}

/** The item one place on (1) or back (-1) in the list; from the list itself its first or last one. */
export function stepFrom(
  listed: readonly AgendaEntry[],
  all: readonly AgendaEntry[],
  at: GroupId | null,
  step: 1 | -1,
) {
  if (listed.length === 0) return null;
  if (at === null) return listed[step > 0 ? 0 : listed.length - 1]!;
  const here = listed.findIndex(({ group }) => group.id === at);
  if (here >= 0) return listed[here + step] ?? null;
  // What was just settled is in the list no more: on from where it stood in the whole.
  const order = new Map(all.map(({ group }, i) => [group.id, i]));
  const place = order.get(at) ?? -1;
  const after = listed.findIndex(({ group }) => order.get(group.id)! > place);
  if (step > 0) return after < 0 ? null : listed[after]!;
  return listed[(after < 0 ? listed.length : after) - 1] ?? null;
}

export function walkItems(desk: AgendaDesk, step: 1 | -1): void {
  const next = stepFrom(desk.listed.get(), desk.agenda.get().entries, desk.item.get(), step);
  if (!next) {
    announce(step > 0 ? 'That was the last item of the list' : 'That was the first item of the list');
    return;
  }
  chooseItem(desk, next.group.id);
  announce(sayItem(desk, next.group.id));
}

/** The next item with the clock set anew; for whoever presents. */
export function nextWithClock(desk: AgendaDesk): void {
  walkItems(desk, 1);
  const session = desk.running.get();
  if (session && partOf(session, me(desk)) === 'presenter')
    void desk.session.send({ type: 'session.time', session: session.id, seconds: ITEM_SECONDS });
}

export function startSession(desk: AgendaDesk): void {
  void desk.session.send({ type: 'session.start', session: newId<SessionId>() });
}

/** `Item 4 of 23: Claim, edges differ: “…”`. */
export function sayItem(desk: AgendaDesk, id: GroupId): string {
  const { byId } = desk.agenda.get();
  const listed = desk.listed.get();
  const entry = byId.get(id);
  if (!entry) return '';
  const at = listed.indexOf(entry);
  const place = at < 0 ? 'Item' : `Item ${at + 1} of ${listed.length}`;
  const { group } = entry;
  const words = clip(wordsOfGroup(desk.margin, group), 100);
  return `${place}: ${labelOf(desk.session, group.label).name}, ${STATES[group.state].name.toLowerCase()}: “${words}”`;
}
