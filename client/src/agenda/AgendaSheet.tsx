import XIcon from 'lucide-react/icons/x';
import { IconButton } from '../ui/index.ts';
import { AgendaPanel } from './AgendaPanel.tsx';
import { toggleAgenda } from './agenda-actions.ts';
import { SessionBar } from './SessionBar.tsx';
import { useAgendaDesk } from './use-agenda.ts';

/** The agenda where there is no room beside the text: over the whole screen. */
export function AgendaSheet() {
  const desk = useAgendaDesk();
  return (
    <section className="agenda-sheet" aria-label="Agenda">
      <div className="agenda-sheet-close">
        <IconButton
          label="Close the agenda"
          icon={<XIcon className="icon" aria-hidden="true" />}
          onPress={() => toggleAgenda(desk)}
        />
      </div>
      <SessionBar />
      <AgendaPanel />
    </section>
  );
}
