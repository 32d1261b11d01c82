import { GROUP_STATES, type PersonId } from '@assay/shared/model';
import { useMemo } from 'react';
import { useLabels, usePeople } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Button, Checkbox, Select } from '../ui/index.ts';
import { type AgendaFilter, LEFT } from './agenda-filter.ts';
import { STATES } from './agenda-words.ts';
import { useAgendaDesk } from './use-agenda.ts';

const STANDINGS: readonly { id: AgendaFilter['standing'] & string; label: string }[] = [
  { id: 'left', label: 'Left to settle' },
  { id: 'parked', label: 'Parked' },
  { id: 'settled', label: 'Settled' },
  { id: 'overruled', label: 'Where mine were overruled' },
  { id: '', label: 'All' },
];

/** What of the agenda the list shows. */
export function AgendaFilters() {
  const desk = useAgendaDesk();
  const filter = useStore(desk.filter);
  const choices = useChoices();
  const choose = (part: Partial<AgendaFilter>) => desk.filter.set({ ...filter, ...part });
  const narrowed = filter !== LEFT && JSON.stringify(filter) !== JSON.stringify(LEFT);
  return (
    <fieldset className="agenda-filters" aria-label="Show of the agenda">
      <Select
        label="Standing"
        labelHidden
        options={STANDINGS}
        value={filter.standing}
        onChange={(standing) => choose({ standing })}
      />
      <Select
        label="Agreement"
        labelHidden
        options={choices.states}
        value={filter.state}
        onChange={(state) => choose({ state: state as AgendaFilter['state'] })}
      />
      <Select
        label="Label"
        labelHidden
        options={choices.labels}
        value={filter.label}
        onChange={(label) => choose({ label })}
      />
      <Select
        label="Marked by"
        labelHidden
        options={choices.people}
        value={filter.person}
        onChange={(person) => choose({ person: person as PersonId })}
      />
      <Checkbox isSelected={filter.mineDiffer} onChange={(mineDiffer) => choose({ mineDiffer })}>
        Mine differ
      </Checkbox>
      {narrowed && (
        <Button size="small" tone="plain" onPress={() => desk.filter.set(LEFT)}>
          Reset
        </Button>
      )}
    </fieldset>
  );
}

function useChoices() {
  const { session } = useAgendaDesk();
  const groups = useStore(session.review, (view) => view.state.groups);
  const personOf = usePeople();
  const labelOf = useLabels();
  return useMemo(() => {
    const all = [...groups.values()];
    const people = [...new Set(all.flatMap(({ reviewers }) => reviewers))];
    const labels = [...new Set(all.map(({ label }) => label))];
    return {
      states: [
        { id: '', label: 'Any agreement' },
        ...GROUP_STATES.map((id) => ({ id, label: `${STATES[id].sign} ${STATES[id].name}` })),
      ],
      labels: [{ id: '', label: 'Any label' }, ...labels.map((id) => ({ id, label: labelOf(id).name }))],
      people: [
        { id: '', label: 'Anybody' },
        ...people.map((id) => ({ id: id as string, label: personOf(id).name })),
      ],
    };
  }, [groups, personOf, labelOf]);
}
