/** Where drafts are kept: the part of the platform's `Storage` that is needed. */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Unfinished words, kept on this device until they are sent or emptied. */
export interface Drafts {
  read(name: string): string;
  write(name: string, text: string): void;
}

/**
 * Drafts of one person in one article; `name` is the thread's id or another field's name. A storage that is full or
 * forbidden loses drafts on reload but never disturbs the typing: they are kept in memory as well.
 */
export function createDrafts(storage: DraftStorage | null, owner: string): Drafts {
  const memory = new Map<string, string>();
  const key = (name: string) => `assay:draft:${owner}:${name}`;
  return {
    read(name) {
      const known = memory.get(name);
      if (known !== undefined) return known;
      try {
        return storage?.getItem(key(name)) ?? '';
      } catch {
        return '';
      }
    },
    write(name, text) {
      memory.set(name, text);
      try {
        if (text.trim()) storage?.setItem(key(name), text);
        else storage?.removeItem(key(name));
      } catch {
        // Kept in memory above; there is nothing better to do without a storage.
      }
    },
  };
}
