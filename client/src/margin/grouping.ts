import { createStore, type Store } from '../store/index.ts';

/** Whether marks that mean the same are shown as one. */
export type Grouping = 'group' | 'person';

const KEY = 'assay:drawn-by';

/** The choice, as it was made last on this device; `group` at first. */
export function rememberedGrouping(storage: Storage | null): Store<Grouping> {
  const store = createStore<Grouping>(read(storage));
  store.subscribe(() => {
    try {
      storage?.setItem(KEY, store.get());
    } catch {
      // The choice then lasts as long as the page.
    }
  });
  return store;
}

function read(storage: Storage | null): Grouping {
  try {
    return storage?.getItem(KEY) === 'person' ? 'person' : 'group';
  } catch {
    return 'group';
  }
}
