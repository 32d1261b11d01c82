import { useMemo, useRef } from 'react';
import type { Entry } from './entry.ts';
import { depthOf, layoutCards } from './layout-cards.ts';
import { Slots } from './Slots.tsx';
import { useCards } from './use-cards.ts';
import { useHeights } from './use-heights.ts';
import { useViewBand } from './use-view-band.ts';
import { cardsInReach, withKept } from './visible-cards.ts';

interface LongListProps {
  readonly entries: readonly Entry[];
  readonly label: string;
  readonly reveal: ScrollLogicalPosition;
}

/** Many cards one below the other, as rows; only those near the view are in the page. */
export function LongList({ entries, label, reveal }: LongListProps) {
  const list = useRef<HTMLOListElement>(null);
  const view = useViewBand(list);
  const { heights: known, measured } = useHeights();
  const ids = useMemo(() => entries.map(({ id }) => id), [entries]);
  const cards = useCards(ids, 'row', known);
  const { heights, gap, opened } = cards;
  const tops = useMemo(
    () => layoutCards({ lines: new Float64Array(heights.length), heights, gap }),
    [heights, gap],
  );
  const numbers = withKept(cardsInReach(tops, heights, view), opened);
  return (
    <ol ref={list} className="margin-cards" style={{ blockSize: depthOf(tops, heights) }} aria-label={label}>
      <Slots cards={cards} measured={measured} tops={tops} numbers={numbers} reveal={reveal} />
    </ol>
  );
}
