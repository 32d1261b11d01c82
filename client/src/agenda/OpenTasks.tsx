import { useMemo } from 'react';
import { clip } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { EmptyState } from '../ui/index.ts';
import { wordsOfGroup } from './group-words.ts';
import { chooseItem } from './moving.ts';
import { TaskLine } from './Tasks.tsx';
import { useAgendaDesk } from './use-agenda.ts';

/** All that is still to be done about the article, the most pressing first. */
export function OpenTasks() {
  const desk = useAgendaDesk();
  const tasks = useStore(desk.session.review, (view) => view.state.tasks);
  const { byId } = useStore(desk.agenda);
  const open = useMemo(
    () =>
      [...tasks.values()]
        .filter(({ state }) => state === 'open')
        .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.created.localeCompare(b.created)),
    [tasks],
  );
  if (open.length === 0)
    return (
      <EmptyState title="No open tasks">
        <p>What somebody is to find out about an item is written down with the item, and gathered here.</p>
      </EmptyState>
    );
  return (
    <ul className="tasks" aria-label="Open tasks">
      {open.map((task) => {
        const group = byId.get(task.group)?.group;
        return (
          <li key={task.id} className="task-row">
            <TaskLine task={task} />
            {group && (
              <button
                type="button"
                className="item-link"
                onClick={() => chooseItem(desk, group.id)}
                dir="auto"
              >
                {clip(wordsOfGroup(desk.margin, group), 80)}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
