import { derive, type Readable } from '../store/index.ts';
import type { Entry } from './entry.ts';
import { type FilterContext, type ReviewFilter, shows } from './filter.ts';

/** What the filter shows, in the order of the entries. An entry that stays the same is asked about once. */
export function derivePassing(
  entries: Readable<readonly Entry[]>,
  filter: Readable<ReviewFilter>,
  context: Readable<FilterContext>,
): Readable<readonly Entry[]> {
  const verdicts = derive([filter, context], (wanted, known) => {
    const asked = new WeakMap<Entry, boolean>();
    return (entry: Entry) => {
      const verdict = asked.get(entry) ?? shows(wanted, entry, known);
      asked.set(entry, verdict);
      return verdict;
    };
  });
  let last: readonly Entry[] = [];
  return derive([entries, verdicts], (all, passes) => {
    const next = all.filter(passes);
    last = sameList(next, last) ? last : next;
    return last;
  });
}

/** What passes, and what is in focus even if it does not. */
export function deriveShown(
  entries: Readable<readonly Entry[]>,
  passing: Readable<readonly Entry[]>,
  focused: Readable<string | null>,
): Readable<readonly Entry[]> {
  const ids = deriveIds(passing);
  return derive([entries, passing, ids, focused], (all, passed, known, focus) =>
    focus === null || known.has(focus) ? passed : all.filter(({ id }) => id === focus || known.has(id)),
  );
}

/** The ids of entries: the same set while it has the same members. */
export function deriveIds(entries: Readable<readonly Entry[]>): Readable<ReadonlySet<string>> {
  let last: ReadonlySet<string> = new Set();
  return derive([entries], (all) => {
    if (all.length !== last.size || all.some(({ id }) => !last.has(id)))
      last = new Set(all.map(({ id }) => id));
    return last;
  });
}

export function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
