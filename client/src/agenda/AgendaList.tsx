import type { AgendaEntry } from '@assay/shared/review';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useStore } from '../store/index.ts';
import { EmptyState } from '../ui/index.ts';
import { AgendaRow } from './AgendaRow.tsx';
import { LEFT } from './agenda-filter.ts';
import { useAgendaDesk } from './use-agenda.ts';

/** Pixels of a row before it has been measured. */
const ROW = 84;

/** The items, of which only those near the view are in the page. */
export function AgendaList() {
  const desk = useAgendaDesk();
  const listed = useStore(desk.listed);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (i) => listed[i]!.group.id,
    overscan: 6,
  });
  if (listed.length === 0) return <NothingListed />;
  return (
    <div ref={scroller} className="agenda-scroll">
      <ol className="agenda-list" style={{ blockSize: rows.getTotalSize() }} aria-label="Items">
        {rows.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            className="agenda-slot"
            style={{ transform: `translateY(${start}px)` }}
            aria-posinset={index + 1}
            aria-setsize={listed.length}
          >
            <AgendaRow entry={listed[index] as AgendaEntry} number={index + 1} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function NothingListed() {
  const desk = useAgendaDesk();
  const { left, entries } = useStore(desk.agenda);
  const filter = useStore(desk.filter);
  if (entries.length === 0)
    return (
      <EmptyState title="Nothing to settle yet">
        <p>The marks are grouped when marking is over. Each group becomes an item here.</p>
      </EmptyState>
    );
  if (filter.standing === LEFT.standing && left === 0)
    return (
      <EmptyState title="All is settled">
        <p>Nothing is left to talk about. What was decided stands under “Settled”.</p>
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing here">
      <p>No item is like that. Show others with the choices above.</p>
    </EmptyState>
  );
}
