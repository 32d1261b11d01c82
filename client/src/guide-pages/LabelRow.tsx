import {
  type Guide,
  type GuideChange,
  type GuideLabel,
  inUse,
  type LabelSettings,
} from '@assay/shared/model';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useId, useState } from 'react';
import { Button, Keys, LabelTag, TextArea, TextField } from '../ui/index.ts';
import { AttributesEditor } from './AttributesEditor.tsx';
import { ExamplesEditor } from './ExamplesEditor.tsx';
import { LookFields } from './LookFields.tsx';
import { MoveButtons } from './MoveButtons.tsx';

interface LabelRowProps {
  readonly guide: Guide;
  readonly label: GuideLabel;
  /** Its neighbours among the labels in use. */
  readonly above: GuideLabel | null;
  readonly below: GuideLabel | null;
  change(change: GuideChange): void;
}

/** A label in the list: one line, and all that can be said about it when it is opened. */
export function LabelRow({ guide, label, above, below, change }: LabelRowProps) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const used = inUse(guide.labels);
  const next = below ? (used[used.indexOf(below) + 1]?.id ?? null) : null;
  const move = (before: string | null) => change({ type: 'label.move', label: label.id, before });
  return (
    <li className="label-row" data-hue={label.hue} data-line={label.line}>
      <div className="label-line">
        <button
          type="button"
          className="label-open"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight className="icon margin-chevron" aria-hidden="true" />
          <LabelTag label={label} /> <Keys keys={label.key} />
          <span className="label-asks">{label.question}</span>
        </button>
        <MoveButtons
          name={label.name}
          up={above && (() => move(above.id))}
          down={below && (() => move(next))}
        />
      </div>
      <div id={panel} hidden={!open}>
        {open && <LabelForm guide={guide} label={label} change={change} />}
      </div>
    </li>
  );
}

function LabelForm({ guide, label, change }: Pick<LabelRowProps, 'guide' | 'label' | 'change'>) {
  const set = (settings: Partial<LabelSettings>) =>
    change({ type: 'label.change', label: label.id, set: settings });
  return (
    <div className="guide-form label-form">
      <TextField label="Name" value={label.name} onChange={(name) => set({ name })} maxLength={60} />
      <TextField
        label="Question"
        description="What a reviewer asks before marking with it."
        value={label.question}
        onChange={(question) => set({ question })}
        maxLength={1_000}
      />
      <TextArea
        label="Definition"
        description="What takes the label, what does not, and where it ends."
        rows={4}
        value={label.definition}
        onChange={(definition) => set({ definition })}
        maxLength={4_000}
      />
      <LookFields guide={guide} label={label} set={set} />
      <ExamplesEditor label={label} set={(examples) => set({ examples })} />
      <AttributesEditor label={label} change={change} />
      <p>
        <Button size="small" onPress={() => change({ type: 'label.retire', label: label.id })}>
          Retire “{label.name}”
        </Button>{' '}
        <span className="field-description">
          It is no longer offered; marks that have it keep it, and it can be brought back.
        </span>
      </p>
    </div>
  );
}
