import { createStore, derive, type Readable } from '../../store/index.ts';
import type { Action } from './action.ts';

const groups = createStore<readonly (readonly Action[])[]>([]);

/** Every action of what is on the page now, in the order in which the views offered them. */
export const actions: Readable<readonly Action[]> = derive([groups], (all) => all.flat());

/** Offers actions until the returned function is called. */
export function offerActions(list: readonly Action[]): () => void {
  groups.update((all) => [...all, list]);
  return () => groups.update((all) => all.filter((other) => other !== list));
}
