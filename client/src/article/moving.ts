import { chooseItem, toggleAgenda } from '../agenda/index.ts';
import { clip, count, type Entry, lookOf, nextWhere, stepFrom } from '../margin/index.ts';
import { announce } from '../ui/index.ts';
import { type Desk, openEntry } from './desk.ts';

/** Goes to the next (1) or previous (-1) mark or passage thread in reading order, from the caret on when none is in focus. */
export function walk(desk: Desk, step: 1 | -1): void {
  const { margin } = desk;
  const order = margin.shown.get().filter((entry) => entry.on !== 'article');
  const caret = margin.editor.get()?.view.state.selection.from ?? 0;
  const next = stepFrom(order, margin.focused.get(), step, margin.placements.get(), caret);
  if (next) arriveAt(desk, next, order);
  else
    announce(
      order.length === 0 ? 'There are no marks to walk' : `That was the ${step > 0 ? 'last' : 'first'} mark`,
    );
}

export function walkOpenThreads(desk: Desk, step: 1 | -1): void {
  walkWhere(
    desk,
    step,
    (entry) => entry.thread?.status === 'open' && entry.status !== 'withdrawn',
    'open thread',
  );
}

export function walkNews(desk: Desk, step: 1 | -1): void {
  walkWhere(desk, step, desk.margin.filterContext.get().isUnread, 'card with news');
}

function walkWhere(desk: Desk, step: 1 | -1, wanted: (entry: Entry) => boolean, what: string): void {
  const order = desk.margin.shown.get();
  const next = nextWhere(order, desk.margin.focused.get(), step, wanted);
  if (next) arriveAt(desk, next, order.filter(wanted));
  else announce(`There is no ${what} here`);
}

/** The keyboard follows into the card only when it is in the margin already; a selection in the text is not lost. */
function arriveAt(desk: Desk, entry: Entry, order: readonly Entry[]): void {
  const inMargin = Boolean(document.activeElement?.closest('[data-card]'));
  openEntry(desk, entry.id, { scroll: true, byKey: inMargin });
  const place = `${order.indexOf(entry) + 1} of ${order.length}`;
  const said = entry.comments.length ? `, ${count(entry.comments.length, 'comment')}` : '';
  announce(
    `${lookOf(desk.margin.session, entry).name} ${place}: ${clip(desk.margin.wordsOf(entry), 80)}${said}`,
  );
}

/** Gives the keyboard to the card in focus; from the card it goes on to the answer. */
export function enterCard(desk: Desk): void {
  const id = desk.margin.focused.get();
  if (id !== null) openEntry(desk, id, { byKey: true });
}

/** One step back: out of what is being written, out of the card, out of the item, out of the sheet. Whether there was a step. */
export function stepBack(desk: Desk): boolean {
  const { margin, agenda } = desk;
  if (margin.composing.get()) {
    margin.composing.set(null);
    margin.editor.get()?.focus();
  } else if (margin.focused.get() !== null) margin.leave();
  else if (agenda.open.get() && margin.group.get() !== null) chooseItem(agenda, null);
  else if (agenda.open.get() && desk.narrow.get()) toggleAgenda(agenda);
  else if (margin.sheetOpen.get()) margin.sheetOpen.set(false);
  else return false;
  return true;
}

/** What going back needs of the page: whether the words in focus are in view, and who takes the keyboard at last. */
interface PlaceOptions {
  focusInView(): boolean;
  text(): HTMLElement | null;
}

/**
 * Notes the scroll position and who has the keyboard. Going back scrolls only as long as the words in focus are still
 * in view: who has read on elsewhere in the meantime is not thrown back. The keyboard goes where it was, or to the text.
 */
export function notePlace({ focusInView, text }: PlaceOptions): () => void {
  const scroll = window.scrollY;
  const holder = document.activeElement;
  return () => {
    if (focusInView()) window.scrollTo({ top: scroll });
    const inMargin = document.activeElement?.closest('[data-card]');
    if (!inMargin) return;
    const still = holder instanceof HTMLElement && holder.isConnected && holder !== document.body;
    const taker = still && !holder.closest('[data-card]') ? holder : text();
    taker?.focus({ preventScroll: true });
  };
}
