import { useMemo } from 'react';
import type { GroupContext } from '../session/index.ts';
import { useStore } from '../store/index.ts';
import { useMargin, usePeople } from './use-margin.ts';

/** What telling of groups in words needs. */
export function useGroupContext(): GroupContext {
  const { session } = useMargin();
  const groups = useStore(session.review, ({ state }) => state.groups);
  const { labels } = useStore(session.guide);
  const personOf = usePeople();
  return useMemo(() => ({ groups, labels, nameOf: (id) => personOf(id).name }), [groups, labels, personOf]);
}
