import { useMemo, useState } from 'react';
import { useStore } from '../store/index.ts';
import { Composer } from './Composer.tsx';
import { EmptyMargin } from './EmptyMargin.tsx';
import type { Entry } from './entry.ts';
import { MarginColumn } from './MarginColumn.tsx';
import { CardList, WholeArticle, Withdrawn, WordsGone } from './MarginSections.tsx';
import { MarginTools } from './MarginTools.tsx';
import { useMargin } from './use-margin.ts';

/** What the margin shows, by where it stands. */
interface Shelves {
  readonly whole: readonly Entry[];
  readonly beside: readonly Entry[];
  readonly gone: readonly Entry[];
  readonly withdrawn: readonly Entry[];
}

function shelve(entries: readonly Entry[]): Shelves {
  return {
    whole: entries.filter((entry) => entry.on === 'article'),
    beside: entries.filter((entry) => entry.on !== 'article' && isInText(entry)),
    gone: entries.filter((entry) => entry.on !== 'article' && entry.status === 'orphaned'),
    withdrawn: entries.filter((entry) => entry.status === 'withdrawn'),
  };
}

/** Withdrawn marks are in the record, not on the words. */
function isInText({ status }: Entry): boolean {
  return status !== 'orphaned' && status !== 'withdrawn';
}

function useShelves(): Shelves {
  const margin = useMargin();
  const shown = useStore(margin.shown);
  return useMemo(() => shelve(shown), [shown]);
}

interface AlignedMarginProps {
  readonly headroom: number;
  onHeadroom(pixels: number): void;
}

/** The margin of a wide screen: what concerns the whole on top, then cards beside their words. */
export function AlignedMargin({ headroom, onHeadroom }: AlignedMarginProps) {
  const shelves = useShelves();
  return (
    <>
      <div className="margin-top">
        <AboveTheCards {...shelves} />
      </div>
      <MarginColumn entries={shelves.beside} headroom={headroom} onHeadroom={onHeadroom} />
    </>
  );
}

/** The margin where there is no room beside the text: one list, in the same order. */
export function ListedMargin() {
  const margin = useMargin();
  const shelves = useShelves();
  const composing = useStore(margin.composing);
  return (
    <div className="margin-listed">
      {composing?.on === 'passage' && <Composer composing={composing} />}
      <AboveTheCards {...shelves} />
      <CardList entries={shelves.beside} label="Marks and threads, in reading order" reveal="start" />
    </div>
  );
}

function AboveTheCards({ whole, gone, withdrawn }: Shelves) {
  const margin = useMargin();
  const focused = useStore(margin.focused);
  const ready = useStore(margin.session.review, (view) => view.ready);
  const empty = useStore(margin.entries).every((entry) => entry.on === 'article');
  const composing = useStore(margin.composing) !== null;
  const [open, setOpen] = useState(false);
  const goneOpen = gone.length > 0 && (open || gone.some((entry) => entry.id === focused));
  return (
    <>
      <MarginTools gone={gone.length} goneOpen={goneOpen} toggleGone={() => setOpen(!goneOpen)} />
      <WholeArticle entries={whole} />
      {goneOpen && <WordsGone entries={gone} />}
      <Withdrawn entries={withdrawn} />
      {ready && empty && !composing && <EmptyMargin />}
    </>
  );
}
