import { useEffect, useRef } from 'react';
import type { Action } from './action.ts';
import { offerActions } from './registry.ts';

/**
 * Offers actions while the component is on the page. They are offered anew when what people see of them changes
 * (title, keys, whether they can run); `run` is always the one of the last render.
 */
export function useActions(list: readonly Action[]): void {
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const seen = list.map(({ id, title, keys, isDisabled }) => [id, title, keys, isDisabled ?? false]);
  const signature = JSON.stringify(seen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `signature` stands for what is seen of the list
  useEffect(() => {
    const offered = latest.current.map((action, index) => ({
      ...action,
      run: () => latest.current[index]?.run(),
    }));
    return offerActions(offered);
  }, [signature]);
}
