import type { Group, PersonId, Task, TaskId } from '@assay/shared/model';
import { newId } from '@assay/shared/model';
import { useMemo, useState } from 'react';
import { usePeople } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Button, Checkbox, Select, TextField } from '../ui/index.ts';
import { DayField } from './DayField.tsx';
import { useAgendaDesk, useNames } from './use-agenda.ts';

/** What is to be done about a group, and by whom. */
export function GroupTasks({ group }: { readonly group: Group }) {
  const desk = useAgendaDesk();
  const { session } = desk;
  const all = useStore(session.review, (view) => view.state.tasks);
  const list = useMemo(() => [...all.values()].filter((one) => one.group === group.id), [all, group.id]);
  const [adding, setAdding] = useState(false);
  useStore(desk.rights);
  const may = desk.may('task.change');
  if (list.length === 0 && !may) return null;
  return (
    <section className="tasks" aria-label="Tasks">
      <h3 className="item-heading">Tasks</h3>
      <ul>
        {list.map((task) => (
          <li key={task.id}>
            <TaskLine task={task} />
          </li>
        ))}
      </ul>
      {adding && <TaskForm group={group} done={() => setAdding(false)} />}
      {may && !adding && (
        <Button size="small" onPress={() => setAdding(true)}>
          Add a task
        </Button>
      )}
    </section>
  );
}

/** One task: done or not, what, who, until when. */
export function TaskLine({ task }: { readonly task: Task }) {
  const desk = useAgendaDesk();
  const { session } = desk;
  const nameOf = useNames();
  const done = task.state === 'done';
  return (
    <Checkbox
      isSelected={done}
      isDisabled={!desk.may('task.change')}
      onChange={(next) =>
        void session.send({ type: 'task.change', task: task.id, state: next ? 'done' : 'open' })
      }
    >
      <span className="task-text" data-done={done || undefined}>
        {task.text}
      </span>{' '}
      <span className="task-who">
        {task.assignee ? nameOf(task.assignee) : 'Nobody yet'}
        {task.due && `, until ${task.due}`}
      </span>
    </Checkbox>
  );
}

function TaskForm({ group, done }: { readonly group: Group; done(): void }) {
  const { session } = useAgendaDesk();
  const personOf = usePeople();
  const people = useStore(session.review, (view) => view.people);
  const [text, setText] = useState('');
  const [assignee, setAssignee] = useState('');
  const [due, setDue] = useState('');
  const ids = [...new Set([...people.keys(), ...group.reviewers])];
  const add = () => {
    void session.send({
      type: 'task.add',
      task: {
        id: newId<TaskId>(),
        group: group.id,
        text: text.trim(),
        assignee: (assignee || null) as PersonId | null,
        due: due || null,
      },
    });
    done();
  };
  return (
    <fieldset className="decide-form" aria-label="New task">
      <TextField label="What is to be done" value={text} onChange={setText} maxLength={300} autoFocus />
      <Select
        label="By whom"
        options={[
          { id: '', label: 'Nobody yet' },
          ...ids.map((id) => ({ id: id as string, label: personOf(id).name })),
        ]}
        value={assignee}
        onChange={setAssignee}
      />
      <DayField label="Until (may stay empty)" value={due} onChange={setDue} />
      <div className="decide-buttons">
        <Button size="small" tone="primary" isDisabled={!text.trim()} onPress={add}>
          Add
        </Button>
        <Button size="small" tone="plain" onPress={done}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
