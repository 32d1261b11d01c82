import MessagesSquare from 'lucide-react/icons/messages-square';
import XIcon from 'lucide-react/icons/x';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { count, ListedMargin } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import { stepBack } from './moving.ts';
import './MarginSheet.css';

/** The margin of a narrow screen: a sheet over the lower part of the page, which leaves the text above in view. */
export function MarginSheet({ desk }: { readonly desk: Desk }) {
  const { margin } = desk;
  const open = useStore(margin.sheetOpen);
  const shown = useStore(margin.shown).length;
  const composing = useStore(margin.composing) !== null;
  const covered = useStore(desk.barDocked);
  if (!open && !composing)
    return covered ? null : (
      <div className="sheet-opener">
        <Button
          tone="primary"
          icon={<MessagesSquare className="icon" aria-hidden="true" />}
          onPress={() => margin.sheetOpen.set(true)}
        >
          {count(shown, 'card')}
        </Button>
      </div>
    );
  return <OpenSheet desk={desk} />;
}

function OpenSheet({ desk }: { readonly desk: Desk }) {
  const { margin } = desk;
  const panel = useRef<HTMLElement>(null);
  const focused = useStore(margin.focused);
  useEffect(() => keepWordsInView(desk, panel.current, focused), [desk, focused]);
  const close = () => {
    margin.composing.set(null);
    margin.sheetOpen.set(false);
    margin.focus(null);
  };
  const takeEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && stepBack(desk)) event.preventDefault();
  };
  return (
    <section ref={panel} className="sheet" aria-label="Marks and threads" onKeyDown={takeEscape}>
      <header className="sheet-head">
        <h2 className="sheet-title">Marks and threads</h2>
        <IconButton label="Close" icon={<XIcon className="icon" aria-hidden="true" />} onPress={close} />
      </header>
      <div className="sheet-body">
        <ListedMargin />
      </div>
    </section>
  );
}

/** Scrolls the text so that the words in focus are not behind the sheet. */
function keepWordsInView({ margin }: Desk, panel: HTMLElement | null, focused: string | null): void {
  const box = focused === null ? null : margin.focusedBox();
  if (!box || !panel) return;
  const covered = box.bottom - panel.getBoundingClientRect().top + 16;
  if (covered > 0) window.scrollBy({ top: covered });
}
