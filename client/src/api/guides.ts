import type { Guide, GuideChange, GuideId, GuideSummary } from '@assay/shared/model';
import { request } from './request.ts';

/** The team's guides, in the order in which they were begun. */
export async function listGuides(signal?: AbortSignal): Promise<readonly GuideSummary[]> {
  const path = '/api/guides';
  return (await request<{ guides: readonly GuideSummary[] }>('GET', path, undefined, signal)).guides;
}

/** The newest version of a guide. */
export async function readGuide(id: GuideId, signal?: AbortSignal): Promise<Guide> {
  return (await request<{ guide: Guide }>('GET', pathOf(id), undefined, signal)).guide;
}

/** One version of a guide, as it was. */
export async function readGuideVersion(id: GuideId, version: number, signal?: AbortSignal): Promise<Guide> {
  const path = `${pathOf(id)}/versions/${version}`;
  return (await request<{ guide: Guide }>('GET', path, undefined, signal)).guide;
}

/** Begins a guide as a copy of the newest version of another. */
export async function beginGuide(name: string, from: GuideId): Promise<Guide> {
  return (await request<{ guide: Guide }>('POST', '/api/guides', { name, from: { id: from } })).guide;
}

/**
 * Makes the next version of a guide by changes of its newest one. Throws an `ApiError` with the code `moved-on` when
 * `version` is no longer the newest.
 */
export async function saveGuide(
  { id, version }: Pick<Guide, 'id' | 'version'>,
  changes: readonly GuideChange[],
): Promise<Guide> {
  return (await request<{ guide: Guide }>('POST', `${pathOf(id)}/changes`, { version, changes })).guide;
}

/** Lets articles that are imported from now on go by this guide. */
export function chooseForNewArticles(id: GuideId): Promise<void> {
  return request('POST', `${pathOf(id)}/use`, {});
}

function pathOf(id: GuideId): string {
  return `/api/guides/${encodeURIComponent(id)}`;
}
