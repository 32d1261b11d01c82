import type { Found } from '../editor/index.ts';

/** What is said of a search: `3 of 12`, `No matches`, nothing before anything is looked for. */
export function countWords(words: string, { count, current }: Found): string {
  if (words === '') return '';
  return count === 0 ? 'No matches' : `${current} of ${count}`;
}
