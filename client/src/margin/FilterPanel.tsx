import { COMMENT_LOOK, GROUP_STATES, type Group, inUse, labelIn, type PersonId } from '@assay/shared/model';
import type { ReactNode } from 'react';
import { useStore } from '../store/index.ts';
import { Avatar, Button, Checkbox, LabelTag, Segmented } from '../ui/index.ts';
import type { EntryStatus } from './entry.ts';
import {
  countChoices,
  type FilterCounts,
  isDefault,
  NO_FILTER,
  type ReviewFilter,
  STATUSES,
  THREAD_KIND,
  toggled,
} from './filter.ts';
import { SETTLEMENTS, type Settlement } from './group-entry.ts';
import type { Grouping } from './grouping.ts';
import { useMargin, usePeople, useSealed } from './use-margin.ts';
import './FilterPanel.css';

const STATUS_NAMES: Readonly<Record<EntryStatus, string>> = {
  open: 'Open',
  orphaned: 'Words no longer there',
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
};

const AGREEMENT_NAMES: Readonly<Record<Group['state'], string>> = {
  agreed: 'All, same words',
  boundary: 'All, edges differ',
  majority: 'More than half',
  split: 'Half or fewer',
  single: 'One alone',
};

const SETTLEMENT_NAMES: Readonly<Record<Settlement, string>> = {
  unsettled: 'Not settled',
  settled: 'Settled',
  contested: 'Left open by decision',
  rejected: 'Rejected',
};

const GROUPINGS = [
  { id: 'group', label: 'By group' },
  { id: 'person', label: 'By person' },
] as const satisfies readonly { id: Grouping; label: string }[];

/** What the margin and the text show: by label, by person, by state. Every choice says how many it would show. */
export function FilterPanel() {
  const margin = useMargin();
  const entries = useStore(margin.entries);
  const filter = useStore(margin.filter);
  const context = useStore(margin.filterContext);
  const counts = countChoices(filter, entries, context);
  // While marking is blind everything here is one's own.
  const sealed = useSealed();
  const choose = (next: ReviewFilter) => margin.filter.set(next);
  return (
    <div className="filter-panel">
      <div className="filter-head">
        <h2>Show</h2>
        <Button size="small" tone="plain" isDisabled={isDefault(filter)} onPress={() => choose(NO_FILTER)}>
          Reset
        </Button>
      </div>
      <GroupingChoice />
      <LabelChoices filter={filter} counts={counts} choose={choose} />
      {context.byGroup && <GroupChoices filter={filter} counts={counts} choose={choose} />}
      {!sealed && <PeopleChoices filter={filter} counts={counts} choose={choose} />}
      <fieldset className="filter-group">
        <legend>State</legend>
        {STATUSES.map((status) => (
          <Choice
            key={status}
            chosen={filter.statuses.includes(status)}
            number={counts.statuses.get(status) ?? 0}
            toggle={() => choose(toggled(filter, 'statuses', status))}
          >
            {STATUS_NAMES[status]}
          </Choice>
        ))}
      </fieldset>
      <fieldset className="filter-group">
        <legend>Only</legend>
        {!sealed && (
          <Choice
            chosen={filter.mine}
            number={counts.mine}
            toggle={() => choose({ ...filter, mine: !filter.mine })}
          >
            Mine, or where I took part
          </Choice>
        )}
        <Choice
          chosen={filter.unread}
          number={counts.unread}
          toggle={() => choose({ ...filter, unread: !filter.unread })}
        >
          New since my last visit
        </Choice>
        {context.byGroup && (
          <Choice
            chosen={filter.differ}
            number={counts.differ}
            toggle={() => choose({ ...filter, differ: !filter.differ })}
          >
            Where mine differ
          </Choice>
        )}
      </fieldset>
    </div>
  );
}

/** Whether marks that mean the same are shown as one; nothing while there are no groups. */
function GroupingChoice() {
  const margin = useMargin();
  const grouping = useStore(margin.grouping);
  const hasGroups = useStore(margin.session.review, ({ state }) => state.groups.size > 0);
  if (!hasGroups) return null;
  return (
    <Segmented label="Show marks" segments={GROUPINGS} value={grouping} onChange={margin.grouping.set} />
  );
}

function GroupChoices({ filter, counts, choose }: ChoicesProps) {
  return (
    <>
      <fieldset className="filter-group">
        <legend>Marked by</legend>
        {GROUP_STATES.map((state) => (
          <Choice
            key={state}
            chosen={filter.agreement.includes(state)}
            number={counts.agreement.get(state) ?? 0}
            toggle={() => choose(toggled(filter, 'agreement', state))}
          >
            {AGREEMENT_NAMES[state]}
          </Choice>
        ))}
      </fieldset>
      <fieldset className="filter-group">
        <legend>Decision</legend>
        {SETTLEMENTS.map((settlement) => (
          <Choice
            key={settlement}
            chosen={filter.settlement.includes(settlement)}
            number={counts.settlement.get(settlement) ?? 0}
            toggle={() => choose(toggled(filter, 'settlement', settlement))}
          >
            {SETTLEMENT_NAMES[settlement]}
          </Choice>
        ))}
      </fieldset>
    </>
  );
}

interface ChoicesProps {
  readonly filter: ReviewFilter;
  readonly counts: FilterCounts;
  choose(filter: ReviewFilter): void;
}

function LabelChoices({ filter, counts, choose }: ChoicesProps) {
  const { labels } = useStore(useMargin().session.guide);
  const usual = [...inUse(labels).map((label) => label.id), THREAD_KIND];
  const kinds = [...new Set([...usual, ...counts.labels.keys(), ...filter.labels])];
  return (
    <fieldset className="filter-group">
      <legend>Label</legend>
      {kinds.map((kind) => (
        <Choice
          key={kind}
          chosen={filter.labels.includes(kind)}
          number={counts.labels.get(kind) ?? 0}
          toggle={() => choose(toggled(filter, 'labels', kind))}
        >
          <LabelTag label={kind === THREAD_KIND ? COMMENT_LOOK : labelIn(labels, kind)} />
        </Choice>
      ))}
    </fieldset>
  );
}

function PeopleChoices({ filter, counts, choose }: ChoicesProps) {
  const personOf = usePeople();
  const people = [...new Set([...counts.people.keys(), ...filter.people])]
    .map((id) => personOf(id as PersonId))
    .sort((a, b) => a.name.localeCompare(b.name));
  if (people.length === 0) return null;
  return (
    <fieldset className="filter-group">
      <legend>Person</legend>
      {people.map((person) => (
        <Choice
          key={person.id}
          chosen={filter.people.includes(person.id)}
          number={counts.people.get(person.id) ?? 0}
          toggle={() => choose(toggled(filter, 'people', person.id))}
        >
          <span className="filter-person">
            <Avatar person={person} size="small" decorative /> {person.name}
          </span>
        </Choice>
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly number: number;
  toggle(): void;
  readonly children: ReactNode;
}

function Choice({ chosen, number, toggle, children }: ChoiceProps) {
  return (
    <div className="filter-choice">
      <Checkbox isSelected={chosen} onChange={toggle}>
        {children} <span className="filter-number">{number}</span>
      </Checkbox>
    </div>
  );
}
