import { useLayoutEffect, useMemo, useRef } from 'react';
import { depthOf, layoutCards } from './layout-cards.ts';
import { Slots } from './Slots.tsx';
import type { ColumnCards } from './use-cards.ts';
import type { Heights } from './use-heights.ts';
import { useViewBand } from './use-view-band.ts';
import { cardsInReach, withKept } from './visible-cards.ts';

interface StandingCardsProps {
  readonly cards: ColumnCards;
  readonly measured: Heights['measured'];
  /** How far cards rise above the column; the page makes room. */
  onHeadroom(pixels: number): void;
}

/** Cards that stand still beside the text and move as little from their lines as the others allow. */
export function StandingCards({ cards, measured, onHeadroom }: StandingCardsProps) {
  const list = useRef<HTMLOListElement>(null);
  const view = useViewBand(list);
  const { heights, gap, opened } = cards;
  const { lines } = cards.lines;
  const tops = useMemo(() => layoutCards({ lines, heights, gap }, opened[0]), [lines, heights, gap, opened]);
  const needed = Math.max(0, Math.round(-(tops[0] ?? 0)));
  useLayoutEffect(() => {
    onHeadroom(needed);
    return () => onHeadroom(0);
  }, [onHeadroom, needed]);
  const numbers = withKept(cardsInReach(tops, heights, view), opened);
  return (
    <ol
      ref={list}
      className="margin-cards"
      style={{ minBlockSize: depthOf(tops, heights) }}
      aria-label="Marks and threads, in reading order"
    >
      <Slots cards={cards} measured={measured} tops={tops} numbers={numbers} />
    </ol>
  );
}
