import type { Guide } from '@assay/shared/model';
import { useCallback } from 'react';
import { readGuide, useLoaded } from '../api/index.ts';

/** The newest version of a guide, which has the latest precedents; until it is read, and without the server, the guide itself. */
export function useNewestGuide(guide: Guide): Guide {
  const ask = useCallback((signal: AbortSignal) => readGuide(guide.id, signal), [guide.id]);
  const { loaded } = useLoaded(ask);
  return loaded.kind === 'loaded' && loaded.value.version > guide.version ? loaded.value : guide;
}
