import type { GuideLabel } from '@assay/shared/model';
import { inUse } from '@assay/shared/model';
import { useMemo } from 'react';
import { useStore } from '../store/index.ts';
import { Button, Keys, Select, TextField } from '../ui/index.ts';
import { AdjustForm } from './AdjustForm.tsx';
import { settle } from './acts.ts';
import type { Form } from './agenda-desk.ts';
import { MergeForm, ParkForm, RelabelForm } from './DecideForms.tsx';
import type { ItemProps } from './item-props.ts';
import { useAgendaDesk } from './use-agenda.ts';

const FORMS: readonly { readonly form: Form; readonly name: string; readonly keys: string }[] = [
  { form: 'adjust', name: 'Other words…', keys: 'w' },
  { form: 'relabel', name: 'Other label…', keys: 'y' },
  { form: 'merge', name: 'Merge…', keys: 'Shift-m' },
  { form: 'park', name: 'Park…', keys: 'z' },
];

/** Where a moderator settles an item. To accept a variant stands with the variant. */
export function Decide({ entry, variants }: ItemProps) {
  const desk = useAgendaDesk();
  useStore(desk.rights);
  const form = useStore(desk.form);
  if (!desk.may('decision.make')) return null;
  const { id } = entry.group;
  return (
    <section className="decide" aria-label="Decide">
      <h3 className="item-heading">Decide</h3>
      <p className="decide-hint">
        Accept a variant above
        {variants.length > 1 ? ` (keys 1 to ${Math.min(9, variants.length)})` : ' (key 1)'}, or:
      </p>
      <div className="decide-buttons">
        <Button size="small" onPress={() => void settle(desk, id, { outcome: 'rejected' })}>
          Nobody is right <Keys keys="x" />
        </Button>
        <Button size="small" onPress={() => void settle(desk, id, { outcome: 'contested' })}>
          Leave contested <Keys keys="h" />
        </Button>
        {FORMS.map(({ form: which, name, keys }) => (
          <Button
            key={which}
            size="small"
            aria-expanded={form === which}
            onPress={() => desk.form.set(form === which ? null : which)}
          >
            {name} <Keys keys={keys} />
          </Button>
        ))}
      </div>
      {form === 'adjust' && <AdjustForm entry={entry} variants={variants} />}
      {form === 'relabel' && <RelabelForm entry={entry} variants={variants} />}
      {form === 'merge' && <MergeForm entry={entry} variants={variants} />}
      {form === 'park' && <ParkForm entry={entry} />}
      <ReasonFields />
    </section>
  );
}

/** Why, in one line, and by which clause; both can be left empty. */
function ReasonFields() {
  const desk = useAgendaDesk();
  const reasons = useStore(desk.reasons);
  const guide = useStore(desk.session.review, (view) => view.state.guide);
  const clauses = useMemo(() => clausesOf(guide?.labels ?? [], guide?.tree.questions ?? []), [guide]);
  return (
    <div className="decide-reasons">
      <TextField
        label="Why (may stay empty)"
        value={reasons.rationale}
        maxLength={2000}
        onChange={(rationale) => desk.reasons.set({ ...reasons, rationale })}
      />
      {clauses.length > 1 && (
        <Select
          label="By which clause of the guide"
          options={clauses}
          value={reasons.clause}
          onChange={(clause) => desk.reasons.set({ ...reasons, clause })}
        />
      )}
    </div>
  );
}

function clausesOf(
  labels: readonly GuideLabel[],
  questions: readonly { readonly id: string; readonly question: string }[],
) {
  return [
    { id: '', label: 'None' },
    ...inUse(labels).map(({ id, name }) => ({ id, label: `What a ${name.toLowerCase()} is` })),
    ...questions.map(({ id, question }) => ({ id, label: question })),
  ];
}
