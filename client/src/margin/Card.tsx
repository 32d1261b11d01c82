import { type KeyboardEvent, type MouseEvent, memo, useEffect, useId, useRef } from 'react';
import { useStore } from '../store/index.ts';
import { classes } from '../ui/index.ts';
import type { CardForm } from './arrangement.ts';
import { CardDecision } from './CardDecision.tsx';
import { CardHead } from './CardHead.tsx';
import { CardRow } from './CardRow.tsx';
import { CardThread } from './CardThread.tsx';
import type { Entry } from './entry.ts';
import { GroupHead } from './GroupHead.tsx';
import { GroupMembers } from './GroupMembers.tsx';
import { useAwaited } from './use-awaited.ts';
import { useLooks, useMargin } from './use-margin.ts';
import './Card.css';
import './CardRow.css';
import './Thread.css';

interface CardProps {
  readonly entry: Entry;
  /** Its place among the cards shown, from 1, and how many there are. */
  readonly position: number;
  readonly size: number;
  /** It stands in a list, not beside its words: in focus it comes into view by itself, at this edge. */
  readonly reveal?: ScrollLogicalPosition;
  /** How it looks out of focus. */
  readonly form?: CardForm;
}

/**
 * One mark, group of marks or thread: whose it is, its words, what was said about it. Small until it is in focus; then it can be
 * answered and changed.
 */
export const Card = memo(function Card({ entry, position, size, reveal, form = 'whole' }: CardProps) {
  const margin = useMargin();
  const element = useRef<HTMLElement>(null);
  const focused = useStore(margin.focused, (id) => id === entry.id);
  const lit = useStore(margin.hovered, (ids) => ids.includes(entry.id));
  const pending = useStore(margin.session.review, (view) => view.pending.has(entry.id));
  const unread = useStore(margin.filterContext, ({ isUnread }) => isUnread(entry));
  const look = useLooks()(entry);
  const name = useId();
  const row = form === 'row' && !focused;
  useAwaited(entry.id, 'card', element);
  useEffect(() => {
    if (reveal && focused) element.current?.scrollIntoView({ block: reveal });
  }, [reveal, focused]);

  const open = (event: MouseEvent<HTMLElement>) => {
    if (event.target instanceof Element && event.target.closest('button, a, textarea, input')) return;
    if (String(getSelection())) return;
    margin.focus(entry.id, { scroll: true });
  };
  const takeKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== element.current || event.key !== 'Enter') return;
    event.preventDefault();
    if (focused) margin.awaited.set({ id: entry.id, part: 'reply' });
    else margin.focus(entry.id, { scroll: true });
  };
  return (
    <article
      ref={element}
      className={classes(
        'card',
        row && 'card-row',
        focused && 'card-focused',
        lit && 'card-lit',
        pending && 'card-pending',
        entry.status === 'withdrawn' && 'card-withdrawn',
      )}
      data-card={entry.id}
      data-label={entry.label ?? 'passage'}
      data-hue={look.hue}
      data-line={look.line}
      data-status={entry.status}
      data-group={entry.group?.group.state}
      aria-labelledby={name}
      aria-posinset={position}
      aria-setsize={size}
      aria-current={focused || undefined}
      tabIndex={focused ? 0 : -1}
      onClick={open}
      onKeyDown={takeKey}
      onPointerEnter={() => margin.hover([entry.id])}
      onPointerLeave={() => margin.hover([])}
    >
      {row ? (
        <CardRow entry={entry} nameId={name} unread={unread} />
      ) : (
        <>
          {entry.group ? (
            <GroupHead entry={entry} facts={entry.group} nameId={name} focused={focused} unread={unread} />
          ) : (
            <CardHead entry={entry} nameId={name} focused={focused} pending={pending} unread={unread} />
          )}
          {focused && entry.group && <GroupMembers facts={entry.group} />}
          {entry.annotation && <CardDecision annotation={entry.annotation} focused={focused} />}
          <CardThread entry={entry} focused={focused} />
        </>
      )}
    </article>
  );
});
