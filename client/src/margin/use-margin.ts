import { isSealed, type Label, type LabelId, labelIn, type Person, type PersonId } from '@assay/shared/model';
import { createContext, useCallback, useContext } from 'react';
import { useStore } from '../store/index.ts';
import type { LabelLook } from '../ui/index.ts';
import type { Entry } from './entry.ts';
import { lookBy } from './labels.ts';
import type { Margin } from './margin.ts';

export const MarginContext = createContext<Margin | null>(null);

/** The margin of the open article. Only inside `MarginContext`. */
export function useMargin(): Margin {
  const margin = useContext(MarginContext);
  if (!margin) throw new RangeError('This stands outside an open article');
  return margin;
}

/** How entries are drawn, by the article's guide. */
export function useLooks(): (entry: Entry) => LabelLook {
  const guide = useStore(useMargin().session.guide);
  return useCallback((entry) => lookBy(guide, entry), [guide]);
}

/** Labels by their ids, as the article's guide has them. */
export function useLabels(): (id: LabelId) => Label {
  const guide = useStore(useMargin().session.guide);
  return useCallback((id) => labelIn(guide.labels, id), [guide]);
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

/** Whether each person sees their own marks and notes alone. */
export function useSealed(): boolean {
  return useStore(useMargin().session.review, ({ state }) => isSealed(state.workflow));
}
