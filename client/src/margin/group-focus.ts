import type { Readable } from '../store/index.ts';
import type { Entry } from './entry.ts';
import type { GroupReader } from './group-reader.ts';

/** Which card is in focus, and which mark stands open in it. */
export interface FocusPlace {
  readonly id: string | null;
  readonly member: string | null;
}

export const NOWHERE: FocusPlace = { id: null, member: null };

/** Where an entry is: by group a mark is in its group, by person a group is where its first mark is. */
export function placeOf(id: string, reader: GroupReader, byGroup: boolean): FocusPlace {
  if (byGroup) {
    const group = reader.groupOf(id);
    return group === null ? { id, member: null } : { id: group, member: id };
  }
  const [first] = reader.byId(id)?.group?.members ?? [];
  return { id: first?.id ?? id, member: null };
}

/** What is drawn as focused. */
export function idsIn({ id, member }: FocusPlace): readonly string[] {
  return [id, member].filter((one) => one !== null);
}

/**
 * Keeps the focus on what it is about when groups come, go or are shown otherwise: a mark that has come into a group is
 * open in it, and of a group that is gone the mark that was open, or else its first, is in focus.
 */
export function followGroups(
  entries: Readable<readonly Entry[]>,
  reader: GroupReader,
  focused: Readable<string | null>,
  member: Readable<string | null>,
  focus: (id: string) => void,
): void {
  let marks: readonly string[] = [];
  const note = () => {
    marks = reader.byId(focused.get() ?? '')?.group?.members.map(({ id }) => id) ?? [];
  };
  focused.subscribe(note);
  entries.subscribe(() => {
    const id = focused.get();
    if (id === null) return;
    const listed = entries.get();
    if (listed.some((entry) => entry.id === id)) note();
    else {
      const still = [member.get(), id, ...marks].find((one) => one !== null && reader.byId(one) !== null);
      if (still) focus(still);
    }
  });
}
