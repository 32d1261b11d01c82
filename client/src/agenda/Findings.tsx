import { type Attribute, type Group, inUse } from '@assay/shared/model';
import { settledLabel } from '@assay/shared/review';
import { useState } from 'react';
import { useStore } from '../store/index.ts';
import { Select, TextField } from '../ui/index.ts';
import { DayField } from './DayField.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { useAgendaDesk, useNames } from './use-agenda.ts';

type Value = string | number | null;

/** What those who settled a mark find out about it: the guide's questions about settling, and the evidence. */
export function Findings({ group }: { readonly group: Group }) {
  const desk = useAgendaDesk();
  const { session } = desk;
  const nameOf = useNames();
  const guide = useStore(session.review, (view) => view.state.guide);
  const finding = useStore(session.review, (view) => view.state.findings.get(group.id));
  useStore(desk.rights);
  const settledAs = useStore(session.review, (view) => settledLabel(view.state, group));
  const label = guide?.labels.find(({ id }) => id === settledAs);
  // Links and notes of several values are the evidence list's, one by one and with their source.
  const asked = label
    ? inUse(label.attributes).filter(
        ({ about, many, kind }) => about === 'settling' && !many && kind !== 'range',
      )
    : [];
  const may = desk.may('finding.change');
  const set = (attribute: string, value: Value) =>
    void session.send({ type: 'finding.set', group: group.id, attribute, value });
  return (
    <>
      {asked.length > 0 && (
        <section className="findings" aria-label="Finding">
          <h3 className="item-heading">Finding</h3>
          {asked.map((attribute) => {
            const value = finding?.attributes[attribute.id];
            return (
              <FindingField
                key={attribute.id}
                attribute={attribute}
                value={typeof value === 'string' || typeof value === 'number' ? value : null}
                readOnly={!may}
                set={(next) => set(attribute.id, next)}
              />
            );
          })}
          {finding && <p className="item-meaning">Last said by {nameOf(finding.by)}.</p>}
        </section>
      )}
      <EvidenceList group={group} />
    </>
  );
}

interface FindingFieldProps {
  readonly attribute: Attribute;
  readonly value: Value;
  readonly readOnly: boolean;
  set(value: Value): void;
}

function FindingField({ attribute, value, readOnly, set }: FindingFieldProps) {
  const { name, question, kind } = attribute;
  if (kind === 'choice')
    return (
      <Select
        label={name}
        description={question}
        isDisabled={readOnly}
        options={[
          { id: '', label: 'Not said' },
          ...inUse(attribute.choices ?? []).map((one) => ({
            id: one.id,
            label: one.name,
            ...(one.hint && { description: one.hint }),
          })),
        ]}
        value={String(value ?? '')}
        onChange={(id) => set(id || null)}
      />
    );
  if (kind === 'date' && (value === null || /^\d{4}-\d\d-\d\d$/.test(String(value))))
    return <DayField label={name} value={String(value ?? '')} onChange={(day) => set(day || null)} />;
  return <WordsField key={String(value)} {...{ attribute, value, readOnly, set }} />;
}

/** Kept when it is left, so that half a word is no finding. */
function WordsField({ attribute: { name, question, kind }, value, readOnly, set }: FindingFieldProps) {
  const [words, setWords] = useState(String(value ?? ''));
  const keep = () => {
    const said = words.trim();
    if (said === String(value ?? '')) return;
    set(said === '' ? null : kind === 'number' ? Number(said) : said);
  };
  const wrong = kind === 'number' && words.trim() !== '' && Number.isNaN(Number(words));
  return (
    <TextField
      label={name}
      description={question}
      isReadOnly={readOnly}
      value={words}
      onChange={setWords}
      onBlur={() => !wrong && keep()}
      error={wrong ? 'Write a number, such as 340.' : null}
    />
  );
}
