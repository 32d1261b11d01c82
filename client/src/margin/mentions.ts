import type { Person, PersonId } from '@assay/shared/model';

/** What is being written behind an `@`: where that stands, and what was typed since. */
export interface NameSought {
  /** Offset of the `@` in the text, in UTF-16 units. */
  readonly start: number;
  readonly sought: string;
}

/** Nobody's name is longer; what is further from the caret is not being named any more. */
const LONGEST_NAME = 80;

const IN_WORD = /[\p{L}\p{N}\p{M}_]/u;

/** The name being typed at the caret, from an `@` that begins a word, as an address's does not; null when there is none. */
export function nameAt(text: string, caret: number): NameSought | null {
  const start = text.lastIndexOf('@', caret - 1);
  if (caret === 0 || start < 0 || !beginsWord(text, start)) return null;
  const sought = text.slice(start + 1, caret);
  return sought.length > LONGEST_NAME || /^\s|\n/u.test(sought) ? null : { start, sought };
}

/** Who can be named: of those who are known everybody but oneself, and nobody while each sees their own notes alone. */
export function nameable(
  known: Iterable<Person>,
  me: PersonId | undefined,
  sealed: boolean,
): readonly Person[] {
  return sealed ? [] : [...known].filter(({ id }) => id !== me);
}

/**
 * Those of whose name a word, and what follows it, begins with what was typed; whose whole name does come first. Nobody
 * once all of a name stands there and it can become no other one.
 */
export function peopleFor(people: readonly Person[], sought: string): readonly Person[] {
  const wanted = folded(sought);
  const found = people.flatMap((person) => {
    const name = folded(person.name);
    const at = [0, ...[...name.matchAll(/[\s\p{P}]+/gu)].map((gap) => gap.index + gap[0].length)];
    const rank = at.findIndex((from) => name.startsWith(wanted, from));
    return rank < 0 ? [] : [{ person, rank: Math.min(rank, 1) }];
  });
  if (found.length === 1 && folded(found[0]!.person.name) === wanted) return [];
  return found
    .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name, 'en'))
    .map(({ person }) => person);
}

/** The text with a person's `@Name` for what was typed, and where the caret belongs then. */
export function withName(
  text: string,
  { start, sought }: NameSought,
  { name }: Person,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(start + 1 + sought.length);
  const named = `${text.slice(0, start)}@${name}`;
  const space = /^\s/u.test(rest) ? '' : ' ';
  return { text: named + space + rest, caret: named.length + 1 };
}

/**
 * Those whose `@Name` stands in the text. Where several have one name, those of them who were chosen, or all of them
 * when none was.
 */
export function peopleIn(
  text: string,
  people: readonly Person[],
  chosen: ReadonlySet<PersonId>,
): readonly PersonId[] {
  const ids = namesIn(text, people).flatMap(({ named }) => {
    const picked = named.filter(({ id }) => chosen.has(id));
    return (picked.length > 0 ? picked : named).map(({ id }) => id);
  });
  return [...new Set(ids)];
}

/** A piece of a text: `named` are those whose `@Name` it is, nobody where it is other words. */
export interface NamePiece {
  readonly text: string;
  readonly named: readonly Person[];
}

/** A text cut at the `@Name`s of these people; its pieces joined are the text again. */
export function withNames(text: string, people: readonly Person[]): readonly NamePiece[] {
  const pieces: NamePiece[] = [];
  let at = 0;
  for (const { start, end, named } of namesIn(text, people)) {
    if (start > at) pieces.push({ text: text.slice(at, start), named: [] });
    pieces.push({ text: text.slice(start, end), named });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), named: [] });
  return pieces;
}

interface NameFound {
  readonly start: number;
  readonly end: number;
  readonly named: readonly Person[];
}

function namesIn(text: string, people: readonly Person[]): readonly NameFound[] {
  const found: NameFound[] = [];
  for (let start = text.indexOf('@'); start >= 0; start = text.indexOf('@', start + 1)) {
    const here = beginsWord(text, start) ? people.filter(({ name }) => standsAt(text, start + 1, name)) : [];
    // Of Ana and Ana Lund it is Ana Lund whose whole name stands there.
    const longest = Math.max(...here.map(({ name }) => name.length));
    const named = here.filter(({ name }) => name.length === longest);
    if (named.length > 0) found.push({ start, end: start + 1 + longest, named });
  }
  return found;
}

function standsAt(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  const next = String.fromCodePoint(text.codePointAt(end) ?? 0);
  return text.slice(at, end).toLowerCase() === name.toLowerCase() && !IN_WORD.test(next);
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}\p{M}_]$/u.test(text.slice(Math.max(0, at - 2), at));
}

function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
}
