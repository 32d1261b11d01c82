import type { ArticleSummary, Moment, PersonId } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';

/** The article's line in the library. Throws a RangeError for an article that does not exist. */
export function summarise(state: ReviewState, linearText: string, changed: Moment): ArticleSummary {
  const { article } = state;
  if (!article) throw new RangeError('An article that does not exist has no summary.');
  const annotations = [...state.annotations.values()].filter(({ status }) => status === 'active');
  return {
    id: article.id,
    title: article.title,
    words: countWords(linearText),
    characters: linearText.length,
    annotations: annotations.length,
    openThreads: [...state.threads.values()].filter(({ status }) => status === 'open').length,
    people: peopleOf(state),
    locked: article.locked,
    created: article.created,
    changed,
  };
}

/** Those who marked or commented, in the order of their first deed. */
function peopleOf(state: ReviewState): readonly PersonId[] {
  const deeds = [...state.annotations.values(), ...state.comments.values()];
  deeds.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
  return [...new Set(deeds.map(({ creator }) => creator))];
}

/** Words as an editor counts them: what stands between white space. */
function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
