import type { ArticleId, ArticleSummary } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { arrange, type Order } from '../../../client/src/library/ordering.ts';

function article(title: string, extra: Partial<ArticleSummary> = {}): ArticleSummary {
  const id = `article-${title.length}-${title.charCodeAt(0)}` as ArticleId;
  const moment = '2026-01-01T00:00:00.000Z';
  const counts = { words: 0, characters: 0, annotations: 0, openThreads: 0 };
  return { id, title, ...counts, people: [], locked: false, created: moment, changed: moment, ...extra };
}

const LIBRARY = [
  article('Élan vital', { words: 10, openThreads: 2, changed: '2026-01-02T00:00:00.000Z' }),
  article('Part 10', { words: 500, annotations: 4, changed: '2026-01-04T00:00:00.000Z' }),
  article('part 9', { words: 90, annotations: 9, created: '2026-02-01T00:00:00.000Z' }),
];

const titles = (order: Order, sought = '') => arrange(LIBRARY, order, sought).map((one) => one.title);

describe('the order of the library', () => {
  it.each<[Order, string[]]>([
    ['changed', ['Part 10', 'Élan vital', 'part 9']],
    ['title', ['Élan vital', 'part 9', 'Part 10']],
    ['words', ['Part 10', 'part 9', 'Élan vital']],
    ['annotations', ['part 9', 'Part 10', 'Élan vital']],
    ['openThreads', ['Élan vital', 'part 9', 'Part 10']],
    ['created', ['part 9', 'Élan vital', 'Part 10']],
  ])('[UI10] by %s', (order, expected) => {
    expect(titles(order)).toEqual(expected);
  });

  it('[UI10] leaves the list it was given as it is', () => {
    const before = LIBRARY.map((one) => one.title);
    titles('words');
    expect(LIBRARY.map((one) => one.title)).toEqual(before);
  });
});

describe('finding by title', () => {
  it.each([
    ['elan', ['Élan vital']],
    ['PART 1', ['Part 10']],
    ['10 part', ['Part 10']],
    ['  ', ['Élan vital', 'part 9', 'Part 10']],
    ['partner', []],
  ])('[UI11] %j finds %j', (sought, expected) => {
    expect(titles('title', sought)).toEqual(expected);
  });
});
