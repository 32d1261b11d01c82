import { useCallback, useSyncExternalStore } from 'react';
import type { Readable } from './store.ts';

/** The value of a store, or of a part of it; renders again when that part changes (`Object.is`). */
export function useStore<T>(store: Readable<T>): T;
export function useStore<T, Part>(store: Readable<T>, select: (value: T) => Part): Part;
export function useStore<T>(store: Readable<T>, select: (value: T) => unknown = (value) => value) {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  const snapshot = () => select(store.get());
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
