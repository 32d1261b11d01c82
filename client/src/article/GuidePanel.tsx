import type { LabelId } from '@assay/shared/model';
import XIcon from 'lucide-react/icons/x';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { GuideReader } from '../guide/index.ts';
import { useStore } from '../store/index.ts';
import { Drawer, IconButton } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import { markSelection } from './marking.ts';
import './GuidePanel.css';

/** The guide beside the work: a panel next to the text, a drawer where there is no room for one. */
export function GuidePanel({ desk }: { readonly desk: Desk }) {
  const open = useStore(desk.guideOpen);
  const narrow = useStore(desk.narrow);
  if (!open && !narrow) return null;
  if (!narrow) return <Beside desk={desk} />;
  return (
    <Drawer title="Label guide" isOpen={open !== null} onOpenChange={() => desk.guideOpen.set(null)}>
      <Reader desk={desk} />
    </Drawer>
  );
}

function Beside({ desk }: { readonly desk: Desk }) {
  const panel = useRef<HTMLElement>(null);
  const about = useStore(desk.guideOpen)?.about ?? null;
  useEffect(() => {
    if (about === null) panel.current?.querySelector('input')?.focus();
  }, [about]);
  const close = () => {
    desk.guideOpen.set(null);
    desk.margin.editor.get()?.focus();
  };
  const takeEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    <aside ref={panel} className="guide-panel" aria-label="Label guide" onKeyDown={takeEscape}>
      <header className="guide-panel-head">
        <h2 className="guide-panel-title">Label guide</h2>
        <IconButton
          label="Close"
          size="small"
          icon={<XIcon className="icon" aria-hidden="true" />}
          onPress={close}
        />
      </header>
      <div className="guide-panel-body">
        <Reader desk={desk} />
      </div>
    </aside>
  );
}

function Reader({ desk }: { readonly desk: Desk }) {
  const { session } = desk;
  const guide = useStore(session.guide);
  const open = useStore(desk.guideOpen);
  useStore(session.rights);
  const mark = (label: LabelId) => markSelection(desk, label);
  return (
    <>
      <p className="guide-panel-name">
        {guide.name}, version {guide.version}
      </p>
      <GuideReader guide={guide} about={open} {...(session.may('annotation.create') && { mark })} />
    </>
  );
}
