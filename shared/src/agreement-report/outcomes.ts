import { comparedWords, isSame, type MarkGroup, type Spans, spansOf } from '@assay/shared/grouping';
import type { LabelId } from '@assay/shared/model';
import type { Prepared } from './prepare.ts';
import type { LabelConfusion, Outcomes } from './report.ts';

type Outcome = keyof Outcomes;

/** What one mark met in one other reviewer, and with which label. */
interface Meeting {
  readonly label: LabelId;
  readonly outcome: Outcome;
  /** The label that the other had there; `null` for none. */
  readonly other: LabelId | null;
}

/** Every mark beside every other reviewer who counts. Grouping decides which marks mean the same. */
export function meetingsOf({ groups, reviewers, text }: Prepared): Meeting[] {
  return groups.flatMap((group) => {
    const words = new Map(group.members.map(({ reviewer, ranges }) => [reviewer, comparedIn(text, ranges)]));
    return group.members.flatMap(({ reviewer }) =>
      reviewers
        .filter((other) => other !== reviewer)
        .map((other) => ({ label: group.label, ...met(group, words, reviewer, other) })),
    );
  });
}

function comparedIn(text: string, ranges: Spans): Spans {
  return spansOf(comparedWords(text, ranges));
}

function met(
  group: MarkGroup,
  words: ReadonlyMap<string, Spans>,
  reviewer: string,
  other: string,
): Omit<Meeting, 'label'> {
  const theirs = words.get(other);
  if (theirs) return { outcome: isSame(theirs, words.get(reviewer)!) ? 'same' : 'edges', other: group.label };
  const rival = group.clash.find(({ both, others }) => others.includes(other) && !both.includes(reviewer));
  return rival ? { outcome: 'label', other: rival.label } : { outcome: 'missed', other: null };
}

export function outcomesOf(meetings: readonly Meeting[]): Outcomes {
  const counts = { same: 0, edges: 0, label: 0, missed: 0 };
  for (const { outcome } of meetings) counts[outcome]++;
  return counts;
}

export function confusionOf(meetings: readonly Meeting[], labels: readonly LabelId[]): LabelConfusion {
  const numbers = new Map(labels.map((label, i) => [label, i]));
  const table = labels.map(() => new Array<number>(labels.length + 1).fill(0));
  for (const { label, other } of meetings)
    table[numbers.get(label)!]![other === null ? labels.length : numbers.get(other)!]!++;
  return { labels, table };
}
