import { DEFAULT_LABELS, inUse, type PersonId, type TextRange } from '@assay/shared/model';
import type { AgendaEntry } from '@assay/shared/review';
import { useMemo, useState } from 'react';
import { clip, usePeople } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Button, LabelTag, Select } from '../ui/index.ts';
import { settle } from './acts.ts';
import { DayField } from './DayField.tsx';
import { wordsOfGroup } from './group-words.ts';
import type { ItemProps } from './item-props.ts';
import { useAgendaDesk } from './use-agenda.ts';
import { variantsFor } from './variants-for.ts';

/** The words of the first variant under another label, in one press. */
export function RelabelForm({ entry, variants }: ItemProps) {
  const desk = useAgendaDesk();
  const guide = useStore(desk.session.review, (view) => view.state.guide);
  const [first] = variants;
  if (!first) return null;
  const labels = (guide ? inUse(guide.labels) : DEFAULT_LABELS).filter(({ id }) => id !== entry.group.label);
  const ranges = first.marks[0]!.target.ranges.map(({ start, end }) => ({ start, end }));
  return (
    <fieldset className="decide-form" aria-label="Relabel as">
      <p>Settle the words of variant {first.number} as:</p>
      <div className="decide-buttons">
        {labels.map((label) => (
          <Button
            key={label.id}
            size="small"
            onPress={() =>
              void settle(desk, entry.group.id, {
                outcome: 'relabelled',
                spans: [{ label: label.id, ranges, attributes: {} }],
              })
            }
          >
            <LabelTag label={label} />
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Makes one span of this group and another one of the same label. */
export function MergeForm({ entry, variants }: ItemProps) {
  const desk = useAgendaDesk();
  const { entries } = useStore(desk.agenda);
  const { group } = entry;
  const others = useMemo(
    () =>
      entries
        .filter((one) => one.group.id !== group.id && one.group.label === group.label && !one.decision)
        .toSorted((a, b) => Math.abs(a.group.start - group.start) - Math.abs(b.group.start - group.start))
        .slice(0, 12),
    [entries, group],
  );
  const [chosen, choose] = useState('');
  const other = others.find((one) => one.group.id === chosen) ?? others[0];
  if (!other) return <p className="decide-form">There is no other open item with this label.</p>;
  const merge = () => {
    const [own] = variants;
    const [theirs] = variantsFor(desk, other.group);
    const pieces: TextRange[] = [...(own?.pieces ?? []), ...(theirs?.pieces ?? [])];
    const ranges = desk.margin.editor.get()?.hold(pieces) ?? [];
    if (ranges.length === 0) return;
    void settle(desk, group.id, {
      outcome: 'merged',
      groups: [group.id, other.group.id],
      spans: [{ label: group.label, ranges: [...ranges], attributes: {} }],
    });
  };
  return (
    <div className="decide-form">
      <Select
        label="Merge with"
        options={others.map((one) => ({
          id: one.group.id as string,
          label: clip(wordsOfGroup(desk.margin, one.group), 60),
        }))}
        value={other.group.id}
        onChange={choose}
      />
      <Button size="small" tone="primary" onPress={merge}>
        Settle both as one span
      </Button>
    </div>
  );
}

/** Puts an item off, with somebody who takes care of it, and until when. */
export function ParkForm({ entry }: { readonly entry: AgendaEntry }) {
  const desk = useAgendaDesk();
  const personOf = usePeople();
  const people = useStore(desk.session.review, (view) => view.people);
  const me = useStore(desk.session.me);
  const [owner, setOwner] = useState<string>(me?.id ?? entry.group.reviewers[0] ?? '');
  const [due, setDue] = useState('');
  const ids = [...new Set([...people.keys(), ...entry.group.reviewers, ...(me ? [me.id] : [])])];
  const park = () => {
    desk.form.set(null);
    void desk.session.send({
      type: 'item.park',
      group: entry.group.id,
      parked: { owner: owner as PersonId, due: due || null },
    });
  };
  return (
    <div className="decide-form">
      <Select
        label="Who takes care of it"
        options={ids.map((id) => ({ id: id as string, label: personOf(id).name }))}
        value={owner}
        onChange={setOwner}
      />
      <DayField label="Until (may stay empty)" value={due} onChange={setDue} />
      <Button size="small" tone="primary" onPress={park}>
        Park it
      </Button>
    </div>
  );
}
