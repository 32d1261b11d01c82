import ArrowLeft from 'lucide-react/icons/arrow-left';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useStore } from '../store/index.ts';
import { Button, IconButton, Segmented } from '../ui/index.ts';
import { AgendaFilters } from './AgendaFilters.tsx';
import { AgendaList } from './AgendaList.tsx';
import type { View } from './agenda-desk.ts';
import { ConsentBatch } from './ConsentBatch.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { chooseItem, walkItems } from './moving.ts';
import { OpenTasks } from './OpenTasks.tsx';
import { useAgendaDesk, useShownEntry } from './use-agenda.ts';

/** The agenda of the article: the list, or the item that is looked at. */
export function AgendaPanel() {
  const desk = useAgendaDesk();
  const view = useStore(desk.view);
  const entry = useShownEntry();
  const item = view === 'items' && entry;
  return (
    <div className="agenda" data-agenda="">
      {item ? (
        <>
          <ItemBar />
          <div className="agenda-scroll" key={item.group.id}>
            <ItemPanel entry={item} />
          </div>
        </>
      ) : (
        <>
          <ListBar />
          {view === 'items' && (
            <>
              <AgendaFilters />
              <AgendaList />
            </>
          )}
          {view === 'consent' && (
            <div className="agenda-scroll">
              <ConsentBatch />
            </div>
          )}
          {view === 'tasks' && (
            <div className="agenda-scroll">
              <OpenTasks />
            </div>
          )}
        </>
      )}
    </div>
  );
}

function ListBar() {
  const desk = useAgendaDesk();
  const { left, settled, parked, consent } = useStore(desk.agenda);
  const tasks = useStore(desk.session.review, openTasks);
  const view = useStore(desk.view);
  const views: { id: View; label: string }[] = [
    { id: 'items', label: `Items ${left}` },
    { id: 'consent', label: `Agreed ${consent.length}` },
    { id: 'tasks', label: `Tasks ${tasks}` },
  ];
  return (
    <header className="agenda-head">
      <div className="agenda-count">
        <h2 className="agenda-title">Agenda</h2>
        <p aria-live="polite">
          <b>{left} left</b> · {settled} settled{parked > 0 && ` · ${parked} parked`}
        </p>
      </div>
      <Segmented label="What to see" segments={views} value={view} onChange={desk.view.set} />
    </header>
  );
}

function openTasks({
  state,
}: {
  readonly state: { readonly tasks: ReadonlyMap<unknown, { state: string }> };
}) {
  let open = 0;
  for (const task of state.tasks.values()) if (task.state === 'open') open++;
  return open;
}

function ItemBar() {
  const desk = useAgendaDesk();
  const id = useStore(desk.item);
  const listed = useStore(desk.listed);
  const left = useStore(desk.agenda, (agenda) => agenda.left);
  const at = listed.findIndex(({ group }) => group.id === id);
  return (
    <header className="agenda-head agenda-item-bar">
      <Button
        tone="plain"
        size="small"
        icon={<ArrowLeft className="icon" aria-hidden="true" />}
        onPress={() => chooseItem(desk, null)}
      >
        Agenda
      </Button>
      <p className="agenda-place">
        {at >= 0 ? `Item ${at + 1} of ${listed.length}` : 'Item'} · {left} left
      </p>
      <IconButton
        label="Previous item"
        keys="k"
        size="small"
        icon={<ChevronLeft className="icon" aria-hidden="true" />}
        onPress={() => walkItems(desk, -1)}
      />
      <IconButton
        label="Next item"
        keys="j"
        size="small"
        icon={<ChevronRight className="icon" aria-hidden="true" />}
        onPress={() => walkItems(desk, 1)}
      />
    </header>
  );
}
