import {
  type ArticleId,
  type ArticleSummary,
  bytesToBase64,
  type Person,
  type SourceFormat,
} from '@assay/shared/model';
import { request } from './request.ts';

export interface ArticleList {
  readonly articles: readonly ArticleSummary[];
  readonly people: readonly Person[];
}

export interface NewArticle {
  /** Left out, the importer takes the source's own title or its first words. */
  readonly title?: string;
  readonly content: string;
  readonly format: SourceFormat;
  readonly fileName?: string;
  /** The source as it is, in whatever character set; sent instead of `content`. */
  readonly bytes?: Uint8Array;
}

export interface ImportedArticle {
  readonly id: ArticleId;
  readonly title: string;
  /** UTF-16 units of the linear text. */
  readonly characters: number;
}

export function listArticles(signal?: AbortSignal): Promise<ArticleList> {
  return request('GET', '/api/articles', undefined, signal);
}

export function importArticle({ bytes, ...article }: NewArticle): Promise<ImportedArticle> {
  const original = bytes && { content: bytesToBase64(bytes), encoding: 'base64' };
  return request('POST', '/api/articles', { ...article, ...original });
}
