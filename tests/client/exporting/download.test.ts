import type { ArticleId } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { exportAddress, fileNameIn } from '../../../client/src/exporting/download.ts';

describe('downloading an export', () => {
  it('[PG18] keeps the file under the name the server gives it', () => {
    expect(fileNameIn('attachment; filename="palmyra.html"')).toBe('palmyra.html');
    expect(fileNameIn(`attachment; filename="x.json"; filename*=UTF-8''na%C3%AFve.json`)).toBe('naïve.json');
    expect(fileNameIn(`attachment; filename*=UTF-8''%E0%A4%A`)).toBe('%E0%A4%A');
    expect(fileNameIn('attachment')).toBeNull();
    expect(fileNameIn(null)).toBeNull();
  });

  it('[PG18] asks for one article in one format', () => {
    expect(exportAddress('article1' as ArticleId, 'w3c')).toBe('/api/articles/article1/export?format=w3c');
  });
});
