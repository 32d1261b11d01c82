import type { Coefficient } from '@assay/shared/agreement';
import type { ArticleFigures } from '@assay/shared/agreement-report';
import type { FrozenMarks, GuideLabel } from '@assay/shared/model';
import { useMemo } from 'react';
import { useFigures } from './use-figures.ts';

/** A main figure before and after the discussion; null where it is not defined, which `words` explains. */
export interface HeadlineFigure {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly words?: string;
}

const MAIN: readonly { readonly name: string; of(figures: ArticleFigures): Coefficient }[] = [
  { name: 'Same words, same label (uα)', of: ({ headline }) => headline.coefficient },
  { name: 'Same words, whatever the label (|uα)', of: ({ passages }) => passages.coefficient },
  { name: 'Same label, where two or more marked (cuα)', of: ({ coding }) => coding.coefficient },
];

/** The main figures of two moments; none until they have been computed. */
export function useHeadlines(
  before: FrozenMarks,
  after: FrozenMarks,
  labels: readonly GuideLabel[],
): readonly HeadlineFigure[] {
  const { state } = useFigures({ before, after, labels, text: undefined });
  const [first, second] = (state.reports ?? []).map(({ articles }) => articles[0]);
  return useMemo(
    () => (first && second ? MAIN.map(({ name, of }) => rowOf(name, of(first), of(second))) : []),
    [first, second],
  );
}

function rowOf(name: string, before: Coefficient, after: Coefficient): HeadlineFigure {
  const why = [before, after].find((one) => one.kind === 'undefined');
  return {
    name,
    before: before.kind === 'figure' ? before.value : null,
    after: after.kind === 'figure' ? after.value : null,
    ...(why?.kind === 'undefined' && { words: why.why }),
  };
}
