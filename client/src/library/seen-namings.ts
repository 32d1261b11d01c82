import type { PersonId } from '@assay/shared/model';

/** What a person has seen of where they were named, on this device, by the namings' ids. */
export interface SeenNamings {
  read(): ReadonlySet<string>;
  /** Remembers these beside what was seen; what is not `listed` any more is forgotten. */
  add(ids: readonly string[], listed: readonly string[]): void;
}

/** A storage that is full or forbidden loses what was seen with the page, which is the lesser harm. */
export function seenNamings(
  storage: Pick<Storage, 'getItem' | 'setItem'> | null,
  person: PersonId,
): SeenNamings {
  const key = `assay:named:${person}:seen`;
  let seen = readQuietly(storage, key);
  return {
    read: () => seen,
    add(ids, listed) {
      const all = new Set([...seen, ...ids]);
      seen = new Set(listed.filter((id) => all.has(id)));
      try {
        storage?.setItem(key, JSON.stringify([...seen]));
      } catch {
        // It lasts as long as the page.
      }
    },
  };
}

function readQuietly(storage: Pick<Storage, 'getItem'> | null, key: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}
