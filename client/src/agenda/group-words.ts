import type { Group } from '@assay/shared/model';
import { commonestMark, type ReviewState } from '@assay/shared/review';
import type { Margin } from '../margin/index.ts';

/** The words that most reviewers of a group marked, as they are now or, where they are gone, as they were. */
export function wordsOfGroup(margin: Margin, group: Group): string {
  return wordsIn(margin.session.review.get().state, group, (id) => {
    const place = margin.placements.get().get(id);
    return place && place.ranges.length > 0 ? place.text : null;
  });
}

function wordsIn(state: ReviewState, group: Group, placed: (id: string) => string | null): string {
  const id = commonestMark(state, group);
  const mark = id && state.annotations.get(id);
  if (!mark) return 'Marks that are no longer there';
  return placed(mark.id) ?? mark.target.ranges.map(({ quote }) => quote.exact).join(' … ');
}
