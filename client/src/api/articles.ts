import {
  type ArticleId,
  type ArticleSummary,
  bytesToBase64,
  type Moment,
  newId,
  type Person,
  type ReviewPlan,
  type SourceFormat,
} from '@assay/shared/model';
import { recall, remember } from '../device/index.ts';
import { isUnreachable } from './errors.ts';
import { serverAnswers } from './reach.ts';
import { request } from './request.ts';
import { sessionState } from './session-state.ts';

export interface ArticleList {
  readonly articles: readonly ArticleSummary[];
  readonly people: readonly Person[];
}

/** The library, as the server has it or as this person saw it last on this device. */
export interface Library extends ArticleList {
  /** When it was seen, by this device's clock, where the server does not answer now; null as long as it does. */
  readonly seen: Moment | null;
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

/** Reads the library and remembers it; without the server, what is remembered. Throws when there is neither. */
export async function readLibrary(signal?: AbortSignal): Promise<Library> {
  // A server that does not answer may keep one waiting; the session asks it again and again anyway.
  const waiting = serverAnswers.get() ? null : await rememberedLibrary();
  if (waiting) return waiting;
  try {
    const list = await request<ArticleList>('GET', '/api/articles', undefined, signal);
    await rememberLibrary({ ...list, seen: new Date().toISOString() });
    return { ...list, seen: null };
  } catch (thrown) {
    const remembered = isUnreachable(thrown) ? await rememberedLibrary() : null;
    if (!remembered) throw thrown;
    return remembered;
  }
}

async function rememberedLibrary(): Promise<Library | null> {
  const state = sessionState.get();
  return state.kind === 'signed-in' ? recall<Library>(state.session.person.id, 'library') : null;
}

async function rememberLibrary(library: Library): Promise<void> {
  const state = sessionState.get();
  if (state.kind === 'signed-in') await remember(state.session.person.id, 'library', library);
}

export function importArticle({ bytes, ...article }: NewArticle): Promise<ImportedArticle> {
  const original = bytes && { content: bytesToBase64(bytes), encoding: 'base64' };
  return request('POST', '/api/articles', { ...article, ...original });
}

/** Plans the review of an article. Throws an `ApiError` with the server's reason when it refuses. */
export async function planReview(article: ArticleId, plan: Partial<ReviewPlan>): Promise<void> {
  await request('POST', `/api/articles/${article}/commands`, { id: newId(), type: 'review.plan', plan });
}
