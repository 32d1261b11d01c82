import { locatePlace } from '@assay/shared/anchoring';
import { sha256Hex } from '@assay/shared/model';
import type { Located, Place } from '@assay/shared/review';
import type * as Y from 'yjs';

/** Finds a place in the text as this page has it. The text is hashed only for places counted in offsets. */
export function locateHere(ytext: Y.Text, linearText: () => string, place: Place): Located {
  const text = linearText();
  const counted = place.ranges.some((range) => typeof range.start === 'number');
  return locatePlace(ytext, text, counted ? sha256Hex(text) : '', place);
}
