import {
  ATTRIBUTE_KINDS,
  type Attribute,
  type AttributeKind,
  type AttributeSettings,
  type GuideChange,
  type GuideLabel,
  inUse,
} from '@assay/shared/model';
import { useState } from 'react';
import { announce, Button, Checkbox, Segmented, Select, TextField } from '../ui/index.ts';
import { ChoicesEditor } from './ChoicesEditor.tsx';
import { freshId } from './fresh-id.ts';
import { MoveButtons } from './MoveButtons.tsx';

const KINDS: Readonly<Record<AttributeKind, string>> = {
  choice: 'A choice',
  text: 'Words',
  person: 'A person',
  number: 'A number',
  date: 'A date',
  link: 'A link',
  range: 'Words of the article',
};

interface AttributesEditorProps {
  readonly label: GuideLabel;
  change(change: GuideChange): void;
}

/** What marks with a label can say about themselves. */
export function AttributesEditor({ label, change }: AttributesEditorProps) {
  const used = inUse(label.attributes);
  const retired = label.attributes.filter((one) => one.retired);
  return (
    <details className="guide-part">
      <summary>Details that a mark can have ({used.length})</summary>
      {used.map((attribute, i) => (
        <AttributeFields
          key={attribute.id}
          label={label}
          attribute={attribute}
          up={used[i - 1]?.id ?? null}
          down={i + 1 < used.length ? { before: used[i + 2]?.id ?? null } : null}
          change={change}
        />
      ))}
      <AddAttribute label={label} change={change} />
      {retired.length > 0 && (
        <ul className="guide-retired" aria-label="Retired details">
          {retired.map(({ id, name }) => (
            <li key={id}>
              {name}{' '}
              <Button
                size="small"
                tone="plain"
                onPress={() => change({ type: 'attribute.bring-back', label: label.id, attribute: id })}
              >
                Bring “{name}” back
              </Button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

interface AttributeFieldsProps {
  readonly label: GuideLabel;
  readonly attribute: Attribute;
  /** Before which one it stands when it is moved up; null at the top. */
  readonly up: string | null;
  readonly down: { readonly before: string | null } | null;
  change(change: GuideChange): void;
}

const ABOUT = [
  { id: 'mark', label: 'Of each mark' },
  { id: 'settling', label: 'Of what is settled' },
] as const;

function AttributeFields({ label, attribute, up, down, change }: AttributeFieldsProps) {
  const { id, name, question, kind, many, about } = attribute;
  const where = { label: label.id, attribute: id };
  const set = (settings: Partial<AttributeSettings>) =>
    change({ type: 'attribute.change', ...where, set: settings });
  const move = (before: string | null) => change({ type: 'attribute.move', ...where, before });
  return (
    <div className="attribute-row">
      <details className="guide-part">
        <summary>
          {name}{' '}
          <span className="attribute-kind">
            {KINDS[kind]}
            {many && ', several'}
          </span>
        </summary>
        <div className="guide-item">
          <TextField label="Name" value={name} onChange={(value) => set({ name: value })} maxLength={60} />
          <TextField
            label="Question"
            value={question}
            onChange={(value) => set({ question: value })}
            maxLength={1_000}
          />
          <Segmented
            label="Of what it is said"
            segments={ABOUT}
            value={about}
            onChange={(value) => set({ about: value })}
          />
          {attribute.choices && (
            <ChoicesEditor choices={attribute.choices} set={(choices) => set({ choices })} />
          )}
          <Button size="small" tone="plain" onPress={() => change({ type: 'attribute.retire', ...where })}>
            Retire “{name}”
          </Button>
        </div>
      </details>
      <MoveButtons
        name={name}
        up={up === null ? null : () => move(up)}
        down={down && (() => move(down.before))}
      />
    </div>
  );
}

function AddAttribute({ label, change }: AttributesEditorProps) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<AttributeKind>('choice');
  const [many, setMany] = useState(false);
  const add = () => {
    const id = freshId(name, label.attributes);
    const attribute: Attribute = {
      id,
      name: name.trim(),
      question: `${name.trim()}?`,
      kind,
      many: many && kind !== 'number',
      about: 'mark',
      ...(kind === 'choice' && {
        choices: [
          { id: 'yes', name: 'Yes' },
          { id: 'no', name: 'No' },
        ],
      }),
    };
    change({ type: 'attribute.add', label: label.id, attribute, before: null });
    announce(`Added “${name.trim()}”`);
    setName('');
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own
    <div className="guide-add" role="group" aria-label="Add a detail">
      <TextField label="New detail" value={name} onChange={setName} maxLength={60} />
      <Select
        label="Kind"
        options={ATTRIBUTE_KINDS.map((one) => ({ id: one, label: KINDS[one] }))}
        value={kind}
        onChange={setKind}
      />
      <Checkbox isSelected={many && kind !== 'number'} isDisabled={kind === 'number'} onChange={setMany}>
        Several values
      </Checkbox>
      <Button isDisabled={name.trim() === ''} onPress={add}>
        Add the detail
      </Button>
    </div>
  );
}
