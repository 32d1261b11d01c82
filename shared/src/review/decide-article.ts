import type { ArticleRecord } from '@assay/shared/model';
import { type CommandOf, type DecideContext, type Decision, happened } from './context.ts';
import { forbidden } from './refusals.ts';

export function decideRename(
  article: ArticleRecord,
  { title }: CommandOf<'article.rename'>,
  { actor }: DecideContext,
): Decision {
  const refused = forbidden(actor, 'article.rename', article);
  if (refused) return refused;
  return title === article.title ? happened() : happened({ type: 'article.renamed', title });
}

/** A lock closes the text alone: marking and discussing go on. */
export function decideLock(
  article: ArticleRecord,
  { type }: CommandOf<'article.lock' | 'article.unlock'>,
  { actor }: DecideContext,
): Decision {
  const refused = forbidden(actor, 'article.lock', article);
  if (refused) return refused;
  const locked = type === 'article.lock';
  if (locked === article.locked) return happened();
  return happened({ type: locked ? 'article.locked' : 'article.unlocked' });
}
