import type { ArticleRecord } from '@assay/shared/model';
import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import { forbidden, refuse } from './refusals.ts';
import type { ReviewState } from './state.ts';

export function decideRename(
  article: ArticleRecord,
  { title }: CommandOf<'article.rename'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'article.rename', article);
  if (refused) return refused;
  return title === article.title ? happened() : happened({ type: 'article.renamed', title });
}

/** Labels that marks have must be in the guide, so that every mark keeps a name and a look. */
export function decideBindGuide(
  { article, guide, annotations }: ReviewState,
  { guide: { id, version } }: CommandOf<'article.bind-guide'>,
  { actor, guideOf }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'guide.bind', article!);
  if (refused) return refused;
  if ((guide?.id === id && guide.version === version) || !guideOf) return happened();
  const next = guideOf(id, version);
  if (!next) return refuse('not-found', 'There is no such version of a guide. Choose another one.');
  const known = new Set(next.labels.map((label) => label.id));
  const lost = [...annotations.values()].find(
    ({ status, label }) => status === 'active' && !known.has(label),
  );
  if (lost)
    return refuse(
      'bad-command',
      `Marks here have the label “${lost.label}”, which “${next.name}” does not have. Add it to that guide first.`,
    );
  return happened({ type: 'guide.bound', guide: next });
}

/** A lock closes the text alone: marking and discussing go on. */
export function decideLock(
  article: ArticleRecord,
  { type }: CommandOf<'article.lock' | 'article.unlock'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'article.lock', article);
  if (refused) return refused;
  const locked = type === 'article.lock';
  if (locked === article.locked) return happened();
  return happened({ type: locked ? 'article.locked' : 'article.unlocked' });
}
