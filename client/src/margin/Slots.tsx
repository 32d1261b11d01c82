import type { CSSProperties, ReactNode } from 'react';
import { useStore } from '../store/index.ts';
import { Card } from './Card.tsx';
import { Composer } from './Composer.tsx';
import { COMPOSER_ID } from './use-card-lines.ts';
import type { Cards } from './use-cards.ts';
import type { Heights } from './use-heights.ts';
import { useMargin } from './use-margin.ts';
import './MarginColumn.css';

interface SlotsProps {
  readonly cards: Cards;
  readonly measured: Heights['measured'];
  /** Where each card stands in the list. */
  readonly tops: Float64Array;
  /** The numbers of those that are in the page. */
  readonly numbers: readonly number[];
  /** In focus a card comes into view by itself, at this edge. */
  readonly reveal?: ScrollLogicalPosition;
}

/** Some of many cards, each at its place in the list. */
export function Slots({ cards, measured, tops, numbers, reveal }: SlotsProps) {
  const margin = useMargin();
  useStore(margin.entries);
  const composing = useStore(margin.composing);
  const { ids, form } = cards;
  return numbers.map((number) => {
    const id = ids[number]!;
    const entry = margin.entry(id);
    const opened = cards.opened.includes(number);
    const measure = opened || form === 'whole' ? measured(id) : undefined;
    const place = { position: number + 1, size: ids.length, form, ...(reveal && { reveal }) };
    return (
      <Slot key={id} top={tops[number]!} raised={opened} measure={measure}>
        {entry && <Card entry={entry} {...place} />}
        {id === COMPOSER_ID && composing?.on === 'passage' && <Composer composing={composing} />}
      </Slot>
    );
  });
}

interface SlotProps {
  readonly top: number;
  readonly raised: boolean;
  readonly measure: ReturnType<Heights['measured']> | undefined;
  readonly children: ReactNode;
}

function Slot({ top, raised, measure, children }: SlotProps) {
  const style: CSSProperties = { transform: `translateY(${Math.round(top)}px)` };
  return (
    <li ref={measure} className="margin-slot" style={style} data-raised={raised || undefined}>
      {children}
    </li>
  );
}
