import type { ArticleSummary } from '@assay/shared/model';

export const ORDERS = [
  { id: 'changed', label: 'Last change' },
  { id: 'title', label: 'Title' },
  { id: 'openThreads', label: 'Open threads' },
  { id: 'annotations', label: 'Marks' },
  { id: 'words', label: 'Words' },
  { id: 'created', label: 'Imported' },
] as const;

export type Order = (typeof ORDERS)[number]['id'];

const byTitle = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const COMPARE: Readonly<Record<Order, (a: ArticleSummary, b: ArticleSummary) => number>> = {
  title: (a, b) => byTitle.compare(a.title, b.title),
  changed: (a, b) => Date.parse(b.changed) - Date.parse(a.changed),
  created: (a, b) => Date.parse(b.created) - Date.parse(a.created),
  words: (a, b) => b.words - a.words,
  annotations: (a, b) => b.annotations - a.annotations,
  openThreads: (a, b) => b.openThreads - a.openThreads,
};

/** The articles whose title has all the words looked for, the newest, most or first in the alphabet on top. */
export function arrange(
  articles: readonly ArticleSummary[],
  order: Order,
  sought: string,
): readonly ArticleSummary[] {
  const words = fold(sought).split(/\s+/u).filter(Boolean);
  const found = articles.filter((article) => {
    const title = fold(article.title);
    return words.every((word) => title.includes(word));
  });
  return found.sort((a, b) => COMPARE[order](a, b) || COMPARE.title(a, b));
}

/** Without case and accents, so that people find what they type plainly. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase('en');
}
