import { useRef } from 'react';
import type { Entry } from './entry.ts';
import { RunningCards } from './RunningCards.tsx';
import { StandingCards } from './StandingCards.tsx';
import { useCardLines } from './use-card-lines.ts';
import { useColumnCards } from './use-cards.ts';
import { useHeights } from './use-heights.ts';
import { useScreenHeight } from './use-view-band.ts';

interface MarginColumnProps {
  /** Entries that have words in the article, in reading order. */
  readonly entries: readonly Entry[];
  /** The room made above the column and above the text, in pixels: both at once, or lines and cards would part. */
  readonly headroom: number;
  /** How far cards rise above the column to let the focused one stand at its line; the page makes room. */
  onHeadroom(pixels: number): void;
}

/** Cards beside their words: without overlap, in reading order, the one in focus exactly at its line. */
export function MarginColumn({ entries, headroom, onHeadroom }: MarginColumnProps) {
  const column = useRef<HTMLDivElement>(null);
  const lines = useCardLines(entries, column);
  const { heights, measured } = useHeights();
  const cards = useColumnCards(lines, heights, useScreenHeight());
  return (
    <div className="margin-column" ref={column} style={{ marginBlockStart: headroom }}>
      {cards.running ? (
        <RunningCards cards={cards} measured={measured} />
      ) : (
        <StandingCards cards={cards} measured={measured} onHeadroom={onHeadroom} />
      )}
    </div>
  );
}
