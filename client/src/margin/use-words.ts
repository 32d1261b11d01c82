import { useStore } from '../store/index.ts';
import { type Entry, isReworded, wordsOf } from './entry.ts';
import { useMargin } from './use-margin.ts';

/** The words of one entry as they are now; draws again only when these are others. */
export function useWords(entry: Entry): string {
  return useStore(useMargin().placements, (placed) => wordsOf(entry, placed));
}

/** Whether the words of one entry were changed since it was put on them. */
export function useReworded(entry: Entry): boolean {
  return useStore(useMargin().placements, (placed) => isReworded(entry, placed));
}
