import ChevronRight from 'lucide-react/icons/chevron-right';
import MessageSquare from 'lucide-react/icons/message-square';
import { useId, useRef } from 'react';
import { useStore } from '../store/index.ts';
import { Avatar } from '../ui/index.ts';
import { CardHead } from './CardHead.tsx';
import { CardThread } from './CardThread.tsx';
import { type Entry, type GroupFacts, saidOn } from './entry.ts';
import { useAwaited } from './use-awaited.ts';
import { useMargin, usePeople } from './use-margin.ts';
import { useReworded, useWords } from './use-words.ts';
import { count } from './words.ts';

/** The marks in a group, one line each; one of them opens to its own card, with its thread. */
export function GroupMembers({ facts }: { readonly facts: GroupFacts }) {
  const { members } = facts;
  return (
    <ul className="group-members" aria-label={`The ${count(members.length, 'mark')} in this group`}>
      {members.map((entry) => (
        <Member key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function Member({ entry }: { readonly entry: Entry }) {
  const margin = useMargin();
  const open = useStore(margin.member, (id) => id === entry.id);
  const lit = useStore(margin.hovered, (ids) => ids.includes(entry.id));
  const group = useStore(margin.focused);
  const body = useId();
  const toggle = () => margin.focus(open ? group : entry.id);
  return (
    <li
      className="group-member"
      data-member-card={entry.id}
      data-lit={lit || undefined}
      onPointerEnter={() => margin.hover([entry.id])}
      onPointerLeave={() => margin.hover(group === null ? [] : [group])}
    >
      <button
        type="button"
        className="group-member-row"
        aria-expanded={open}
        aria-controls={open ? body : undefined}
        onClick={toggle}
        onFocus={() => margin.hover([entry.id])}
        onBlur={() => margin.hover([])}
      >
        <ChevronRight className="icon group-chevron" aria-hidden="true" />
        <Summary entry={entry} open={open} />
      </button>
      {open && <OpenMember entry={entry} id={body} />}
    </li>
  );
}

function Summary({ entry, open }: { readonly entry: Entry; readonly open: boolean }) {
  const person = usePeople()(entry.creator);
  const words = useWords(entry);
  const reworded = useReworded(entry);
  const said = saidOn(entry).length;
  return (
    <>
      <Avatar person={person} size="small" decorative />
      <span className="group-member-name">{person.name}</span>
      {!open && (
        <span className="group-member-words" dir="auto">
          {words}
        </span>
      )}
      {reworded && (
        <span className="row-sign" title="The words have changed since">
          ≠
        </span>
      )}
      {entry.annotation?.late && <span className="row-late">late</span>}
      {said > 0 && (
        <span className="row-count">
          <MessageSquare className="icon" aria-hidden="true" />
          {said}
          <span className="visually-hidden"> {said === 1 ? 'comment' : 'comments'}</span>
        </span>
      )}
    </>
  );
}

function OpenMember({ entry, id }: { readonly entry: Entry; readonly id: string }) {
  const margin = useMargin();
  const element = useRef<HTMLElement>(null);
  const name = useId();
  const pending = useStore(margin.session.review, (view) => view.pending.has(entry.id));
  const unread = useStore(margin.filterContext, ({ isUnread }) => isUnread(entry));
  useAwaited(entry.id, 'card', element);
  return (
    <article ref={element} id={id} className="group-member-card" tabIndex={-1} aria-labelledby={name}>
      <CardHead entry={entry} nameId={name} focused pending={pending} unread={unread} />
      <CardThread entry={entry} focused />
    </article>
  );
}
