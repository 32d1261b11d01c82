import type { Person } from '@assay/shared/model';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { announce } from '../ui/index.ts';
import { nameAt, peopleFor, withName } from './mentions.ts';
import type { Naming } from './use-naming.ts';
import { count } from './words.ts';

/** More than this nobody looks through: another letter is quicker. */
const MOST_OFFERED = 6;

/** The list of people beside a field in which an `@` is being written. */
export interface NameChoice {
  /** Who is offered; nobody while the list is closed. */
  readonly offered: readonly Person[];
  readonly active: number;
  /** Looks again at what stands before the caret. */
  look(): void;
  /** The field was left. */
  close(): void;
  /** Takes a key that is for the list; false when it is for the field. */
  takeKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean;
  choose(person: Person): void;
}

export function useNameChoice(
  field: RefObject<HTMLTextAreaElement | null>,
  value: string,
  write: (text: string) => void,
  naming: Naming,
): NameChoice {
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  // The `@` that is settled: somebody was chosen for it, or Escape said that it names nobody.
  const [settled, setSettled] = useState<number | null>(null);
  const next = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    field.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  });

  const at = caret === null ? null : nameAt(value, caret);
  const offered =
    at && at.start !== settled ? peopleFor(naming.people, at.sought).slice(0, MOST_OFFERED) : [];
  useAnnounced(offered.length);
  const look = () => {
    const { selectionStart, selectionEnd, value: text } = field.current!;
    const now = selectionStart === selectionEnd ? selectionStart : null;
    const name = now === null ? null : nameAt(text, now);
    if (name?.start !== settled) setSettled(null);
    if (name?.start !== at?.start || name?.sought !== at?.sought) setActive(0);
    setCaret(now);
  };
  const choose = (person: Person) => {
    if (!at) return;
    const named = withName(value, at, person);
    naming.chose(person.id);
    setSettled(at.start);
    setCaret(named.caret);
    next.current = named.caret;
    write(named.text);
    announce(`${person.name} is named`);
  };
  const takeKey: NameChoice['takeKey'] = ({ key, shiftKey }) => {
    const person = offered[active];
    if (!at || !person) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) setActive((active + step + offered.length) % offered.length);
    else if ((key === 'Enter' || key === 'Tab') && !shiftKey) choose(person);
    else if (key === 'Escape') setSettled(at.start);
    else return false;
    return true;
  };
  return {
    offered,
    active: Math.min(active, offered.length - 1),
    look,
    close: () => setCaret(null),
    takeKey,
    choose,
  };
}

function useAnnounced(offered: number): void {
  useEffect(() => {
    if (offered > 0) announce(`${count(offered, 'person', 'people')} to name: arrows and Enter choose.`);
  }, [offered]);
}
