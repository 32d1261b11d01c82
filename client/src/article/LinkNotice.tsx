import { useEffect, useRef, useState } from 'react';
import { useStore } from '../store/index.ts';
import { Button, Notice } from '../ui/index.ts';
import { type Desk, openEntry } from './desk.ts';
import type { LinkedEntry } from './linked-entry.ts';

interface LinkNoticeProps {
  readonly desk: Desk;
  readonly linked: LinkedEntry | null;
}

/** Goes to the mark, group or thread that the address names, once it and the text are there; says so when it is not. */
export function LinkNotice({ desk, linked }: LinkNoticeProps) {
  const { margin, session } = desk;
  const [closed, setClosed] = useState<LinkedEntry | null>(null);
  const id = linked?.id ?? null;
  const found = useStore(margin.entries, () => id !== null && margin.entry(id) !== null);
  const ready = useStore(session.review, (view) => view.ready);
  const connection = useStore(session.connection);
  useArrival(desk, found ? id : null);

  if (!linked || found || !ready || connection === 'connecting' || closed === linked) return null;
  const what = linked.kind;
  return (
    <div className="late">
      <Notice
        tone="warning"
        title={`This ${what} is not here`}
        actions={<Button onPress={() => setClosed(linked)}>Show the article</Button>}
      >
        {connection === 'offline'
          ? `It may be newer than what this device has. It opens by itself when the connection is back.`
          : `The link may be incomplete, or the ${what} was never saved. Everything else of the article is below.`}
      </Notice>
    </div>
  );
}

/** Opens the entry and brings its words to the upper half of the screen, at once: nobody was anywhere else before. */
function useArrival(desk: Desk, id: string | null): void {
  const { margin } = desk;
  const editor = useStore(margin.editor);
  const scrolledTo = useRef<string | null>(null);
  useEffect(() => {
    if (id !== null && editor) openEntry(desk, id, { byKey: true });
  }, [desk, id, editor]);
  // What the filter hid is drawn, and has a place, only after it was opened.
  const placed = useStore(margin.placements, (places) => id !== null && places.has(id));
  useEffect(() => {
    const box = placed && editor && id !== null && scrolledTo.current !== id ? editor.rectangleOf(id) : null;
    if (!box) return;
    scrolledTo.current = id;
    window.scrollTo({ top: window.scrollY + box.top - innerHeight * 0.35, behavior: 'instant' });
  }, [placed, editor, id]);
}
