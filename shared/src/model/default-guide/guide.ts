import type { Guide } from '../guide.ts';
import type { GuideId } from '../ids.ts';
import { CLAIM_GUIDE } from './claim.ts';
import { QUOTE_GUIDE } from './quote.ts';
import { SPECULATION_GUIDE } from './speculation.ts';
import { DEFAULT_TREE } from './tree.ts';

/** The guide that a team begins with. Its labels are `DEFAULT_LABELS` with all that reviewers need to use them alike. */
export const DEFAULT_GUIDE: Guide = {
  id: 'default-guide' as GuideId,
  version: 1,
  name: 'Claims, quotes and speculation',
  labels: [CLAIM_GUIDE, QUOTE_GUIDE, SPECULATION_GUIDE],
  tree: DEFAULT_TREE,
  precedents: [],
};
