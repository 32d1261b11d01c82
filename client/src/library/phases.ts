import { type ArticleSummary, PHASES, type Phase } from '@assay/shared/model';
import { phaseName } from '../workflow/index.ts';

/** Where an article stands; a line of the library from before there were phases is of one being marked. */
export function phaseOf({ phase }: Pick<ArticleSummary, 'phase'>): Phase {
  return phase ?? 'marking';
}

export type PhaseChoice = Phase | 'any';

/** The phases by which a library can be narrowed, each with how many articles it has; null where there is but one. */
export function phaseChoices(
  articles: readonly ArticleSummary[],
): readonly { readonly id: PhaseChoice; readonly label: string }[] | null {
  const counts = PHASES.map((phase) => ({
    phase,
    articles: articles.filter((article) => phaseOf(article) === phase).length,
  })).filter((one) => one.articles > 0);
  if (counts.length < 2) return null;
  return [
    { id: 'any', label: 'All phases' },
    ...counts.map((one) => ({ id: one.phase, label: `${phaseName(one.phase, false)} (${one.articles})` })),
  ];
}

/** The articles in a phase. */
export function inPhase(articles: readonly ArticleSummary[], choice: PhaseChoice): readonly ArticleSummary[] {
  return choice === 'any' ? articles : articles.filter((article) => phaseOf(article) === choice);
}
