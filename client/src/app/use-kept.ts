import type { PersonId } from '@assay/shared/model';
import { useCallback, useEffect, useState } from 'react';
import { type KeptArticle, type KeptPerson, keptArticles, keptPeople, losable } from '../device/index.ts';

/** How often the device is read anew while it is shown, in ms: other tabs, and the way to the server, change it. */
const INTERVAL = 1_000;

/** What this device keeps of a person's work that is not sent; null before it was read. */
export function useUnsentArticles(person: PersonId): readonly KeptArticle[] | null {
  const read = useCallback(
    async () => (await keptArticles(person)).filter(({ unsent }) => losable(unsent) > 0),
    [person],
  );
  return useReading(read);
}

/** Everybody whose unsent work this device keeps; null before it was read. */
export function useKeptPeople(): readonly KeptPerson[] | null {
  return useReading(keptPeople);
}

/** Reads again and again. `read` must keep its identity. */
function useReading<T>(read: () => Promise<T>): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    let current = true;
    const look = async () => {
      const found = await read();
      if (current) setValue((last) => (JSON.stringify(last) === JSON.stringify(found) ? last : found));
    };
    void look();
    const timer = setInterval(look, INTERVAL);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [read]);
  return value;
}
