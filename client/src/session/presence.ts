import type { Person, PersonId } from '@assay/shared/model';
import type { Awareness } from 'y-protocols/awareness';
import { createStore, type Readable } from '../store/index.ts';
import type { Presence } from './article-session.ts';

/**
 * One tab's state in the text room: `user` is stamped by the server, `cursor` is there while the caret is in the text,
 * `editing` while what is typed there would change it.
 */
interface TabState {
  readonly user?: unknown;
  readonly cursor?: unknown;
  readonly editing?: unknown;
}

function personOf({ user }: TabState): Person | null {
  if (typeof user !== 'object' || user === null) return null;
  const { id, name, colour, program } = user as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof colour !== 'string') return null;
  return { id: id as PersonId, name, colour, ...(program === true && { program }) };
}

/** A caret alone is none of editing: reviewers have one too. */
function isEditing({ cursor, editing }: TabState): boolean {
  return Boolean(cursor) && editing === true;
}

/** Everybody once, oneself first, the others by name. */
export function presenceList(tabs: Iterable<TabState>, me: Person): readonly Presence[] {
  const people = new Map<PersonId, Presence>([[me.id, { person: me, self: true, editing: false }]]);
  for (const tab of tabs) {
    const person = personOf(tab) ?? me;
    const known = people.get(person.id) ?? { person, self: false, editing: false };
    people.set(person.id, { ...known, editing: known.editing || isEditing(tab) });
  }
  return [...people.values()].sort(
    (a, b) => Number(b.self) - Number(a.self) || a.person.name.localeCompare(b.person.name),
  );
}

/** Who is here, followed; the list changes only when somebody comes, goes, or begins or stops editing. */
export function followPresence(
  awareness: Awareness,
  me: Readable<Person>,
): { readonly list: Readable<readonly Presence[]>; stop(): void } {
  const read = () => presenceList(ownLast(awareness), me.get());
  const list = createStore(read());
  const follow = () => {
    const next = read();
    if (JSON.stringify(next) !== JSON.stringify(list.get())) list.set(next);
  };
  awareness.on('change', follow);
  const stopMe = me.subscribe(follow);
  return {
    list,
    stop() {
      awareness.off('change', follow);
      stopMe();
    },
  };
}

/** Tells the others whether this tab writes, for as long as both are open. Returns the way to stop. */
export function tellEditing(awareness: Awareness, editing: Readable<boolean>): () => void {
  const tell = () => {
    if (awareness.getLocalState()) awareness.setLocalStateField('editing', editing.get());
  };
  tell();
  return editing.subscribe(tell);
}

/** The states of all tabs. This tab's own bears no stamp: the server's stamped copy of it is older than itself. */
function ownLast(awareness: Awareness): TabState[] {
  const states = awareness.getStates();
  const others = [...states].filter(([client]) => client !== awareness.clientID).map(([, state]) => state);
  const stamped = others.filter((state) => personOf(state) !== null);
  const own = awareness.getLocalState();
  return own ? [...stamped, { cursor: own.cursor, editing: own.editing }] : stamped;
}
