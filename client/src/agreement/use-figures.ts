import type { MarkedArticle } from '@assay/shared/agreement-report';
import { type FrozenMarks, type GuideLabel, sha256Hex } from '@assay/shared/model';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from '../store/index.ts';
import { Figures, type FiguresState } from './figures.ts';
import { startWorker } from './start-worker.ts';

interface Question {
  readonly before: FrozenMarks;
  readonly after: FrozenMarks | null;
  readonly labels: readonly GuideLabel[];
  readonly text: string | undefined;
}

/** The figures of one or two moments, computed anew whenever these are others. */
export function useFigures({ before, after, labels, text }: Question) {
  const [figures] = useState(() => new Figures(startWorker));
  const moments = useMemo(
    () => [before, ...(after ? [after] : [])].map((frozen) => markedArticle(frozen, text)),
    [before, after, text],
  );
  const ask = useCallback(() => figures.ask(moments, labels), [figures, moments, labels]);
  useEffect(ask, [ask]);
  useEffect(() => () => figures.close(), [figures]);
  const state: FiguresState = useStore(figures.state);
  return { state, ask, stop: () => figures.stop() };
}

/** The text helps only where it is the one that was marked. */
function markedArticle(frozen: FrozenMarks, text: string | undefined): MarkedArticle {
  const isThatText = text?.length === frozen.text.length && sha256Hex(text) === frozen.text.sha256;
  return isThatText ? { frozen, text } : { frozen };
}
