import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useStore } from '../store/index.ts';
import { Notice, Spinner } from '../ui/index.ts';
import { type Desk, openEntry } from './desk.ts';
import { leaveSelectionAlone } from './leave-selection.ts';
import { mountText } from './mount-text.ts';
import { stepBack } from './moving.ts';
import { takeReviewKey } from './review-keys.ts';
import { UnreadableText } from './UnreadableText.tsx';
import './ArticleColumn.css';

/** The text of the article with its marks. */
export function ArticleColumn({ desk }: { readonly desk: Desk }) {
  const ready = useStore(desk.session.textReady);
  return ready ? <Text desk={desk} /> : <NotYet desk={desk} />;
}

function NotYet({ desk }: { readonly desk: Desk }) {
  const connection = useStore(desk.session.connection);
  if (connection === 'closed') return null;
  if (connection !== 'offline') return <Spinner label="Fetching the text" />;
  return (
    <Notice tone="warning" title="This article is not on this device yet">
      The server cannot be reached. The article opens by itself as soon as the connection is back.
    </Notice>
  );
}

function Text({ desk }: { readonly desk: Desk }) {
  const place = useRef<HTMLDivElement>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const clicks = useEditor(desk, place, setUnreadable);
  const mode = useStore(desk.mode);
  const title = useStore(desk.session.review, (view) => view.state.article?.title ?? '');

  const leaveOnBareWords = () => {
    if (!clicks.current.onMark && !String(getSelection())) desk.margin.focus(null);
  };
  const takeEscape = (event: KeyboardEvent) => {
    // The editor has prevented the default already; it does nothing else with the key.
    if (event.key === 'Escape') stepBack(desk);
  };
  if (unreadable !== null) return <UnreadableText reason={unreadable} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the editor inside is what acts; this hears what it leaves over
    <div
      ref={place}
      className="article-text"
      data-mode={mode}
      data-title={title}
      onPointerDownCapture={(event) => {
        clicks.current = { onMark: false, byKey: false };
        event.currentTarget.dataset.pointed = '';
      }}
      onBlur={(event) => delete event.currentTarget.dataset.pointed}
      onKeyDownCapture={() => {
        clicks.current = { onMark: false, byKey: true };
      }}
      onClick={leaveOnBareWords}
      onKeyDown={takeEscape}
    />
  );
}

/** What the last key or pointer press in the text was. */
interface Press {
  onMark: boolean;
  byKey: boolean;
}

/** Puts the editor into an element for as long as both are there. */
function useEditor(
  desk: Desk,
  place: React.RefObject<HTMLElement | null>,
  onUnreadable: (reason: string) => void,
): React.RefObject<Press> {
  const press = useRef<Press>({ onMark: false, byKey: false });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const { session, margin } = desk;
    const page: Parameters<typeof session.mount>[1] = {
      mode: desk.mode,
      visible: margin.visible,
      onActivate(ids, at) {
        press.current.onMark = true;
        activate(desk, ids, at, press.current.byKey);
      },
      onHover: (ids) => margin.hover(ids),
      onReviewKey: (event) => takeReviewKey(desk, event),
    };
    const mounted = mountText(() => session.mount(element, page));
    if ('unreadable' in mounted) {
      onUnreadable(mounted.unreadable);
      return;
    }
    const { editor } = mounted;
    leaveSelectionAlone(editor.view.dom);
    const detach = margin.attach(editor);
    return () => {
      detach();
      editor.destroy();
    };
  }, [desk, place, onUnreadable]);
  return press;
}

/** One mark opens at once; where several lie one chooses. */
function activate(desk: Desk, ids: readonly string[], at: DOMRect, byKey: boolean): void {
  const [only, another] = ids;
  if (only === undefined) return;
  if (another === undefined) openEntry(desk, only, { byKey });
  else desk.choice.set({ ids, at, byKey });
}
