import { useMemo, useRef } from 'react';
import { depthOf, layoutCards } from './layout-cards.ts';
import { type Pin, type RunningColumn, runLength, withGrown } from './running-column.ts';
import { Slots } from './Slots.tsx';
import type { ColumnCards } from './use-cards.ts';
import { type Heights, useElementHeight } from './use-heights.ts';
import { useRun } from './use-run.ts';
import { cardsWithin, withKept } from './visible-cards.ts';

interface RunningCardsProps {
  readonly cards: ColumnCards;
  readonly measured: Heights['measured'];
}

/** More cards than fit beside the text: they run past it in step with what is read, through a pane of the screen's height. */
export function RunningCards({ cards, measured }: RunningCardsProps) {
  const pane = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const paneHeight = useElementHeight(pane);
  const { lines, usual, heights, gap, opened } = cards;

  const chain = useMemo(
    () => layoutCards({ lines: lines.roughly, heights: usual, gap }),
    [lines.roughly, usual, gap],
  );
  const tops = useMemo(
    () => opened.reduce((before, number) => withGrown(before, heights, gap, number), chain),
    [chain, heights, gap, opened],
  );
  const column = useMemo((): RunningColumn => {
    const depth = depthOf(tops, heights);
    return {
      lines: lines.lines,
      tops,
      depth,
      length: runLength(lines.end, depth, paneHeight),
      pane: paneHeight,
    };
  }, [lines, tops, heights, paneHeight]);
  const [pinned] = opened;
  const pin = useMemo(
    (): Pin | null => (pinned === undefined ? null : { line: lines.lines[pinned]!, top: tops[pinned]! }),
    [pinned, lines, tops],
  );
  const band = useRun({ pane, list, column, pin });
  const numbers = withKept(cardsWithin(tops, heights, band), opened);
  return (
    <div style={{ minBlockSize: column.length }}>
      <div ref={pane} className="margin-pane">
        <ol ref={list} className="margin-cards" aria-label="Marks and threads, in reading order">
          <Slots cards={cards} measured={measured} tops={tops} numbers={numbers} />
        </ol>
      </div>
    </div>
  );
}
