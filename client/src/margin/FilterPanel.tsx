import { COMMENT_LOOK, inUse, labelIn, type PersonId } from '@assay/shared/model';
import type { ReactNode } from 'react';
import { useStore } from '../store/index.ts';
import { Avatar, Button, Checkbox, LabelTag } from '../ui/index.ts';
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
import { useMargin, usePeople, useSealed } from './use-margin.ts';
import './FilterPanel.css';

const STATUS_NAMES: Readonly<Record<EntryStatus, string>> = {
  open: 'Open',
  orphaned: 'Words no longer there',
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
};

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
      <LabelChoices filter={filter} counts={counts} choose={choose} />
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
      </fieldset>
    </div>
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
