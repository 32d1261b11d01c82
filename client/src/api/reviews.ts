import type { ArticleId, FrozenMarks } from '@assay/shared/model';
import type { RecordedEvent } from '@assay/shared/review';
import { request } from './request.ts';

const at = (article: ArticleId) => `/api/articles/${encodeURIComponent(article)}`;

/** The last events of an article that this person may know of, in their order. */
export async function readLastEvents(
  article: ArticleId,
  last: number,
  signal?: AbortSignal,
): Promise<readonly RecordedEvent[]> {
  const path = `${at(article)}/events?last=${last}`;
  return (await request<{ events: readonly RecordedEvent[] }>('GET', path, undefined, signal)).events;
}

/** The marks as they were when marking ended, and as they stand now. Throws an `ApiError` while people mark. */
export function readAgreement(
  article: ArticleId,
  signal?: AbortSignal,
): Promise<{ readonly before: FrozenMarks; readonly after: FrozenMarks }> {
  return request('GET', `${at(article)}/agreement`, undefined, signal);
}
