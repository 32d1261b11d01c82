import type { ArticleId, ArticleSummary, Person, SourceFormat } from '@assay/shared/model';
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

export function importArticle(article: NewArticle, signal?: AbortSignal): Promise<ImportedArticle> {
  return request('POST', '/api/articles', article, signal);
}
