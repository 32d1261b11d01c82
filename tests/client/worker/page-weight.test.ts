import { describe, expect, it } from 'vitest';
import { fetchedOf } from '../../../client/page-weight.ts';

const chunk = (fileName: string, imports: string[] = [], dynamicImports: string[] = []) =>
  [fileName, { fileName, imports, dynamicImports }] as const;

const CHUNKS = new Map([
  chunk('index', ['react'], ['article', 'import']),
  chunk('react'),
  chunk('article', ['react', 'editor']),
  chunk('editor', ['yjs']),
  chunk('yjs'),
  chunk('import', ['parser', 'yjs']),
  chunk('parser'),
]);

describe('the weight of the page', () => {
  it('[HT13] counts what every page needs, what the article needs besides, and the rest apart', () => {
    expect(fetchedOf(CHUNKS, 'index', 'article')).toEqual({
      shell: ['index', 'react'],
      article: ['article', 'editor', 'yjs'],
      onDemand: ['import', 'parser'],
    });
  });

  it('[HT13] is not told of a page that is not there', () => {
    expect(() => fetchedOf(CHUNKS, 'index', 'agenda')).toThrow(RangeError);
  });
});
