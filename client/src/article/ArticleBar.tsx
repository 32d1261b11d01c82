import BookOpen from 'lucide-react/icons/book-open';
import Gavel from 'lucide-react/icons/gavel';
import ListFilter from 'lucide-react/icons/list-filter';
import { useRef } from 'react';
import { SessionBar, toggleAgenda } from '../agenda/index.ts';
import { ExportMenu } from '../exporting/index.ts';
import { OutlineButton } from '../finding/index.ts';
import { FilterPanel, isDefault } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Button, Popover, Segmented } from '../ui/index.ts';
import { ArticleMenu } from './ArticleMenu.tsx';
import type { Desk, Mode } from './desk.ts';
import { TextToolbar } from './TextToolbar.tsx';
import { useCovered } from './use-narrow.ts';
import './ArticleBar.css';

const MODES = [
  { id: 'review', label: 'Review' },
  { id: 'edit', label: 'Edit' },
] as const satisfies readonly { id: Mode; label: string }[];

/** How the article is worked on: reviewing or editing, what is shown, and the ways out. */
export function ArticleBar({ desk }: { readonly desk: Desk }) {
  const mode = useStore(desk.mode);
  const mayEdit = useStore(desk.session.mayEditText);
  const covered = useCovered(desk);
  return (
    <div className="article-bar" inert={covered}>
      <div className="article-bar-row">
        {mayEdit && (
          <Segmented label="How you work" segments={MODES} value={mode} onChange={desk.chooseMode} />
        )}
        <RoleNote desk={desk} />
        {mode === 'edit' && <TextToolbar desk={desk} />}
        <span className="article-bar-space" />
        <OutlineButton editor={desk.margin.editor} />
        <GuideButton desk={desk} />
        <AgendaButton desk={desk} />
        <FilterButton desk={desk} />
        <ExportMenu session={desk.session} />
        <ArticleMenu desk={desk} />
      </div>
      {!covered && <SessionBar />}
    </div>
  );
}

/** Shows the cards or what is to be settled beside the text; there once marking is over. */
function AgendaButton({ desk: { agenda, session } }: { readonly desk: Desk }) {
  const open = useStore(agenda.open);
  const left = useStore(agenda.agenda, (all) => all.left);
  const marking = useStore(session.review, (view) => view.state.workflow.phase === 'marking');
  if (marking) return null;
  return (
    <Button
      tone="plain"
      size="small"
      className="bar-button"
      aria-pressed={open}
      icon={<Gavel className="icon" aria-hidden="true" />}
      onPress={() => toggleAgenda(agenda)}
    >
      <span className="bar-word">Agenda</span>
      {left > 0 && <span className="bar-on">{left} left</span>}
    </Button>
  );
}

/** Says to whom the page offers less than to others what that is, and what would give it. */
function RoleNote({ desk: { session } }: { readonly desk: Desk }) {
  const known = useStore(session.rights) !== null;
  const over = useStore(session.review, ({ state }) => state.workflow.phase === 'signed-off');
  // A notice says why nobody may then.
  if (!known || over || session.may('annotation.create')) return null;
  return (
    <p className="bar-role">
      {session.may('comment.add')
        ? 'You can comment here. Marking needs the role of reviewer.'
        : 'You can read here. Marking needs the role of reviewer.'}
    </p>
  );
}

function GuideButton({ desk }: { readonly desk: Desk }) {
  const open = useStore(desk.guideOpen) !== null;
  return (
    <Button
      tone="plain"
      size="small"
      className="bar-button"
      aria-expanded={open}
      icon={<BookOpen className="icon" aria-hidden="true" />}
      onPress={() => desk.guideOpen.set(open ? null : { about: null })}
    >
      <span className="bar-word">Guide</span>
    </Button>
  );
}

function FilterButton({ desk }: { readonly desk: Desk }) {
  const button = useRef<HTMLButtonElement>(null);
  const open = useStore(desk.filterOpen);
  const filter = useStore(desk.margin.filter);
  return (
    <>
      <Button
        ref={button}
        tone="plain"
        size="small"
        className="bar-button"
        icon={<ListFilter className="icon" aria-hidden="true" />}
        onPress={() => desk.filterOpen.set(true)}
      >
        <span className="bar-word">Filter</span>
        {!isDefault(filter) && <span className="bar-on">on</span>}
      </Button>
      <Popover
        label="Filter marks and threads"
        isOpen={open}
        onOpenChange={desk.filterOpen.set}
        triggerRef={button}
        placement="bottom end"
        className="filter-popover"
      >
        <FilterPanel />
      </Popover>
    </>
  );
}
