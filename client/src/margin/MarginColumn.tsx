import { type CSSProperties, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import { useStore } from '../store/index.ts';
import { Card } from './Card.tsx';
import { Composer } from './Composer.tsx';
import type { Entry } from './entry.ts';
import { type CardBox, layoutCards } from './layout-cards.ts';
import { COMPOSER_ID, useCardTops } from './use-card-tops.ts';
import { useHeights } from './use-heights.ts';
import { useMargin } from './use-margin.ts';
import { useViewBand } from './use-view-band.ts';
import { cardsInReach } from './visible-cards.ts';
import './MarginColumn.css';

/** Pixels between cards, and the height of one that was not measured yet. */
const GAP = 6;
const USUAL_HEIGHT = 62;

interface MarginColumnProps {
  /** Entries that have words in the article, in reading order. */
  readonly entries: readonly Entry[];
  /** The room made above the column and above the text, in pixels: both at once, or lines and cards would part. */
  readonly headroom: number;
  /** How far cards rise above the column to let the focused one stand at its line; the page makes room. */
  onHeadroom(pixels: number): void;
}

/** Cards beside their words: aligned, without overlap, the one in focus exactly at its line. */
export function MarginColumn({ entries, headroom, onHeadroom }: MarginColumnProps) {
  const margin = useMargin();
  const column = useRef<HTMLOListElement>(null);
  const focused = useStore(margin.focused);
  const composing = useStore(margin.composing);
  const beside = composing?.on === 'passage' ? composing : null;
  const tops = useCardTops(entries, column);
  const { heights, measured } = useHeights();
  const view = useViewBand(column);

  const cards = useMemo(() => {
    const boxes = boxesOf(entries, tops, heights);
    const pinned = tops.has(COMPOSER_ID) ? COMPOSER_ID : focused;
    const placed = layoutCards(boxes, { gap: GAP, focused: pinned });
    return boxes.map((box) => ({ ...box, top: Math.round(placed.get(box.id)!) }));
  }, [entries, tops, heights, focused]);
  const needed = Math.max(0, ...cards.map((card) => -card.top));
  const depth = Math.max(0, ...cards.map((card) => card.top + card.height));
  useLayoutEffect(() => onHeadroom(needed), [onHeadroom, needed]);

  const kept = useMemo(() => new Set([COMPOSER_ID, focused ?? '']), [focused]);
  const reached = cardsInReach(cards, view, kept);
  const byId = useMemo(() => new Map(entries.map((entry, i) => [entry.id, i])), [entries]);
  return (
    <ol
      className="margin-column"
      ref={column}
      style={{ marginBlockStart: headroom, minBlockSize: depth }}
      aria-label="Marks and threads, in reading order"
    >
      {reached.map((card) => {
        const index = byId.get(card.id);
        const entry = index === undefined ? undefined : entries[index];
        return (
          <Slot
            key={card.id}
            top={card.top}
            raised={card.id === focused || !entry}
            measure={measured(card.id)}
          >
            {entry && <Card entry={entry} position={index! + 1} size={entries.length} />}
            {!entry && beside && <Composer composing={beside} />}
          </Slot>
        );
      })}
    </ol>
  );
}

/** What there is to lay out: cards whose words have a place, and the composer among them. */
function boxesOf(
  entries: readonly Entry[],
  tops: ReadonlyMap<string, number>,
  heights: ReadonlyMap<string, number>,
): readonly CardBox[] {
  const boxes: CardBox[] = [];
  const heightOf = (id: string) => heights.get(id) ?? USUAL_HEIGHT;
  let lowest = Number.NEGATIVE_INFINITY;
  for (const { id } of entries) {
    const top = tops.get(id);
    if (top === undefined) continue;
    lowest = Math.max(lowest, top);
    boxes.push({ id, top: lowest, height: heightOf(id) });
  }
  const composerTop = tops.get(COMPOSER_ID);
  if (composerTop !== undefined) {
    const after = boxes.findIndex((box) => box.top > composerTop);
    const box = { id: COMPOSER_ID, top: composerTop, height: heightOf(COMPOSER_ID) };
    boxes.splice(after < 0 ? boxes.length : after, 0, box);
  }
  return boxes;
}

interface SlotProps {
  readonly top: number;
  readonly raised: boolean;
  measure(element: HTMLElement | null): (() => void) | undefined;
  readonly children: ReactNode;
}

function Slot({ top, raised, measure, children }: SlotProps) {
  const style: CSSProperties = { transform: `translateY(${top}px)` };
  return (
    <li ref={measure} className="margin-slot" style={style} data-raised={raised || undefined}>
      {children}
    </li>
  );
}
