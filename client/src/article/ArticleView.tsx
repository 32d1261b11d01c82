import { useLayoutEffect, useRef, useState } from 'react';
import { AgendaPlace, useAgenda } from '../agenda/index.ts';
import { FindBar } from '../finding/index.ts';
import { AlignedMargin, RegroupDialog } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { InBar, usePageTitle } from '../ui/index.ts';
import { FlowBar, FlowDialogs, FlowNotices } from '../workflow/index.ts';
import { AimNotice } from './AimNotice.tsx';
import { ArticleActions } from './ArticleActions.tsx';
import { ArticleBar } from './ArticleBar.tsx';
import { ArticleColumn } from './ArticleColumn.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import { ArticleReports } from './ArticleReports.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import type { Desk } from './desk.ts';
import { ExtentHandles } from './ExtentHandles.tsx';
import { GuideNotice } from './GuideNotice.tsx';
import { GuidePanel } from './GuidePanel.tsx';
import { isInView } from './in-view.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import type { LinkedEntry } from './linked-entry.ts';
import { MarginSheet } from './MarginSheet.tsx';
import { MarkChooser } from './MarkChooser.tsx';
import { PresenceBar } from './PresenceBar.tsx';
import { PrintedNotes } from './PrintedNotes.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { SavingIndicator } from './SavingIndicator.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useAltSelect } from './use-alt-select.ts';
import { useLeaveWarning } from './use-leave-warning.ts';
import { useNarrow } from './use-narrow.ts';
import { useNotices } from './use-notices.ts';
import { useReviewNews } from './use-review-news.ts';
import './ArticleView.css';

interface ArticleViewProps {
  readonly desk: Desk;
  readonly linked: LinkedEntry | null;
}

/** The page of an open article: the bars, the text in its column, the margin beside it or in a sheet below. */
export function ArticleView({ desk, linked }: ArticleViewProps) {
  const { session } = desk;
  const title = useStore(session.review, (view) => view.state.article?.title ?? '');
  const narrow = useNarrow(desk);
  // New words are written in the margin, wherever one was before.
  const composing = useStore(desk.margin.composing) !== null;
  const agendaOpen = useStore(desk.agenda.open) && !composing;
  const itemShown = useStore(desk.agenda.item) !== null;
  const inSession = useStore(desk.agenda.running) !== null;
  const [headroom, setHeadroom] = useState(0);
  usePageTitle(title);
  useLeaveWarning(session);
  useNotices(session);
  useReviewNews(desk);
  useAltSelect(desk);
  useAgenda(desk.agenda);
  const room = agendaOpen ? 0 : headroom;
  useSteadyScroll(desk, room);
  return (
    <div
      className="article-page"
      data-agenda-open={agendaOpen || undefined}
      data-item={(agendaOpen && itemShown) || undefined}
      data-session={inSession || agendaOpen || undefined}
    >
      <InBar>
        <SavingIndicator session={session} />
        <PresenceBar session={session} />
      </InBar>
      <ArticleBar desk={desk} />
      <FindBar editor={desk.margin.editor} finding={desk.finding} mode={desk.mode} />
      <FlowBar />
      <div className="article-notices">
        <ClosedNotice session={session} />
        <ProblemNotice desk={desk} />
        <LinkNotice desk={desk} linked={linked} />
        <GuideNotice desk={desk} />
        <FlowNotices />
      </div>
      <div className="article-layout" inert={narrow && agendaOpen}>
        <article className="article-side" style={{ paddingBlockStart: room }}>
          <ArticleHead desk={desk} />
          <ArticleColumn desk={desk} />
          <SelectionBar desk={desk} />
          <ExtentHandles desk={desk} />
        </article>
        {!narrow && agendaOpen && (
          <aside className="agenda-side" aria-label="Agenda">
            <AgendaPlace narrow={false} />
          </aside>
        )}
        {!narrow && !agendaOpen && (
          <aside className="margin-side" aria-label="Marks and threads">
            <AlignedMargin headroom={headroom} onHeadroom={setHeadroom} />
          </aside>
        )}
      </div>
      <PrintedNotes />
      <AimNotice desk={desk} />
      <ArticleActions desk={desk} />
      <MarkChooser desk={desk} />
      <GuidePanel desk={desk} />
      <LinkDialog desk={desk} />
      <RegroupDialog />
      <ArticleReports desk={desk} />
      <FlowDialogs />
      {narrow && (agendaOpen ? <AgendaPlace narrow /> : <MarginSheet desk={desk} />)}
    </div>
  );
}

/** Room that is made above the text moves the view along, so that no line moves under the eye. */
function useSteadyScroll({ margin }: Desk, headroom: number): void {
  const before = useRef(headroom);
  useLayoutEffect(() => {
    const moved = headroom - before.current;
    before.current = headroom;
    if (moved === 0) return;
    window.scrollBy({ top: moved, behavior: 'instant' });
    // That ends a scroll under way to the words in focus; they are to be reached all the same.
    const focused = margin.focused.get();
    if (focused !== null && !isInView(margin.focusedBox())) margin.focus(focused, { scroll: true });
  }, [headroom, margin]);
}
