import type { Person, PersonId } from '@assay/shared/model';
import { createContext, useCallback, useContext } from 'react';
import { useStore } from '../store/index.ts';
import type { Margin } from './margin.ts';

export const MarginContext = createContext<Margin | null>(null);

/** The margin of the open article. Only inside `MarginContext`. */
export function useMargin(): Margin {
  const margin = useContext(MarginContext);
  if (!margin) throw new RangeError('This stands outside an open article');
  return margin;
}

/** Somebody's name and colour; a person the page has not heard of yet gets neutral ones. */
export function usePeople(): (id: PersonId) => Person {
  const { session } = useMargin();
  const people = useStore(session.review, (view) => view.people);
  const me = useStore(session.me);
  return useCallback(
    (id) => people.get(id) ?? (me?.id === id ? me : { id, name: 'Somebody', colour: '#5f6b7a' }),
    [people, me],
  );
}
