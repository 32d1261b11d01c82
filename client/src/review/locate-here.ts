import { locatePlace } from '@assay/shared/anchoring';
import { sha256Hex } from '@assay/shared/model';
import type { Located, Place } from '@assay/shared/review';
import type * as Y from 'yjs';

/** Finds a place in the text as this page has it. The text is hashed only for places counted in offsets. */
export function locateHere(ytext: Y.Text, linearText: () => string, place: Place): Located {
  return locatePlace(ytext, () => sha256Hex(linearText()), place);
}
