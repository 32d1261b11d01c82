import {
  COMMENT_LOOK,
  type Guide,
  type GuideLabel,
  inUse,
  type Label,
  type LabelId,
  labelIn,
} from '@assay/shared/model';
import type { ArticleSession } from '../session/index.ts';
import type { LabelLook } from '../ui/index.ts';
import { offeredAttributes } from './details/values.ts';
import type { Entry } from './entry.ts';

/** The label of an id, as the article's guide has it now. */
export function labelOf({ guide }: ArticleSession, id: LabelId): Label | GuideLabel {
  return labelIn(guide.get().labels, id);
}

/** How an entry is drawn: by its label, or as words that are commented on without one. */
export function lookOf({ guide }: ArticleSession, entry: Entry): LabelLook {
  return lookBy(guide.get(), entry);
}

export function lookBy({ labels }: Guide, { label }: Entry): LabelLook {
  return label === null ? COMMENT_LOOK : labelIn(labels, label);
}

/** The labels that are offered, in the order of the guide. */
export function offeredLabels({ guide }: ArticleSession): readonly Label[] {
  return inUse(guide.get().labels);
}

/** Whether marks with a label have something to say about themselves. */
export function offersDetails(session: ArticleSession, label: LabelId): boolean {
  return offeredAttributes(labelOf(session, label)).length > 0;
}

/** The digit that marks with the label in this place, counted from 0; the first ten have one. */
export function digitOf(place: number): string | null {
  return place < 10 ? String((place + 1) % 10) : null;
}
