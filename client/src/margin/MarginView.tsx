import { useMemo } from 'react';
import { useStore } from '../store/index.ts';
import { Composer } from './Composer.tsx';
import { EmptyMargin } from './EmptyMargin.tsx';
import type { Entry } from './entry.ts';
import { HiddenNotice } from './HiddenNotice.tsx';
import { MarginColumn } from './MarginColumn.tsx';
import { CardList, WholeArticle, WordsGone } from './MarginSections.tsx';
import { useMargin } from './use-margin.ts';
import './MarginSections.css';

interface Shelves {
  readonly whole: readonly Entry[];
  readonly beside: readonly Entry[];
  readonly gone: readonly Entry[];
}

function shelve(entries: readonly Entry[]): Shelves {
  return {
    whole: entries.filter((entry) => entry.on === 'article'),
    beside: entries.filter((entry) => entry.on !== 'article' && entry.status !== 'orphaned'),
    gone: entries.filter((entry) => entry.on !== 'article' && entry.status === 'orphaned'),
  };
}

function useShelves(): Shelves {
  const margin = useMargin();
  const shown = useStore(margin.shown);
  return useMemo(() => shelve(shown), [shown]);
}

interface AlignedMarginProps {
  onHeadroom(pixels: number): void;
  onDepth(pixels: number): void;
}

/** The margin of a wide screen: what concerns the whole on top, then cards beside their words. */
export function AlignedMargin({ onHeadroom, onDepth }: AlignedMarginProps) {
  const margin = useMargin();
  const { whole, beside, gone } = useShelves();
  const ready = useStore(margin.session.review, (view) => view.ready);
  const empty = useStore(margin.entries).length === 0;
  const composing = useStore(margin.composing) !== null;
  return (
    <>
      <div className="margin-top">
        <WholeArticle entries={whole} />
        <WordsGone entries={gone} />
        <HiddenNotice />
        {ready && empty && !composing && <EmptyMargin />}
      </div>
      <MarginColumn entries={beside} onHeadroom={onHeadroom} onDepth={onDepth} />
    </>
  );
}

/** The margin where there is no room beside the text: one list, in the same order. */
export function ListedMargin() {
  const margin = useMargin();
  const { whole, beside, gone } = useShelves();
  const composing = useStore(margin.composing);
  const ready = useStore(margin.session.review, (view) => view.ready);
  const empty = useStore(margin.entries).length === 0;
  return (
    <div className="margin-listed">
      {composing?.on === 'passage' && <Composer composing={composing} />}
      <HiddenNotice />
      <WholeArticle entries={whole} />
      <CardList entries={beside} label="Marks and threads, in reading order" />
      <WordsGone entries={gone} />
      {ready && empty && !composing && <EmptyMargin />}
    </div>
  );
}
