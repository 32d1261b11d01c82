import type { Decision, Label, LabelId, Outcome } from '@assay/shared/model';
import { count } from './words.ts';

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  accepted: 'Accepted',
  adjusted: 'Settled on other words',
  relabelled: 'Relabelled',
  merged: 'Merged',
  split: 'Split',
  rejected: 'Nobody is right',
  contested: 'Left contested',
};

/** What was decided, in a few words. */
export function outcomeOf({ outcome, spans, groups }: Decision, labelOf: (id: LabelId) => Label): string {
  switch (outcome) {
    case 'accepted':
      return spans[0] ? `Accepted as ${labelOf(spans[0].label).name}` : OUTCOMES.accepted;
    case 'relabelled':
      return spans[0] ? `Relabelled as ${labelOf(spans[0].label).name}` : OUTCOMES.relabelled;
    case 'merged':
      return `Merged ${count(groups.length, 'group')} into one`;
    case 'split':
      return `Split into ${count(spans.length, 'span')}`;
    default:
      return OUTCOMES[outcome];
  }
}
