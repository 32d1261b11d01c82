import { useEffect, useState } from 'react';
import { useStore } from '../store/index.ts';
import { Button, Notice } from '../ui/index.ts';
import { type Desk, openEntry } from './desk.ts';
import type { LinkedEntry } from './linked-entry.ts';

interface LinkNoticeProps {
  readonly desk: Desk;
  readonly linked: LinkedEntry | null;
}

/** Goes to the mark or thread that the address names, once it and the text are there; says so when it is not. */
export function LinkNotice({ desk, linked }: LinkNoticeProps) {
  const { margin, session } = desk;
  const [closed, setClosed] = useState<LinkedEntry | null>(null);
  const editor = useStore(margin.editor);
  const id = linked?.id ?? null;
  const found = useStore(margin.entries, (entries) => entries.some((entry) => entry.id === id));
  const ready = useStore(session.review, (view) => view.ready);
  const connection = useStore(session.connection);
  const there = found && editor !== null;
  useEffect(() => {
    if (there && id !== null) openEntry(desk, id, { scroll: true, byKey: true });
  }, [there, id, desk]);

  if (!linked || found || !ready || connection === 'connecting' || closed === linked) return null;
  const what = linked.kind === 'mark' ? 'mark' : 'thread';
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
