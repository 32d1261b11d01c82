import type { GuideLabel, LabelExample } from '@assay/shared/model';
import { useState } from 'react';
import { Button, Segmented, TextArea, TextField } from '../ui/index.ts';
import { fromBracketed, toBracketed } from './bracketed.ts';

interface ExamplesEditorProps {
  readonly label: GuideLabel;
  set(examples: readonly LabelExample[]): void;
}

/** Sentences that show where a label holds and where it does not. */
export function ExamplesEditor({ label: { examples }, set }: ExamplesEditorProps) {
  const [count, setCount] = useState(0);
  const add = () => {
    set([...examples, { text: '', marked: [], yes: true, why: '' }]);
    setCount(count + 1);
  };
  return (
    <details className="guide-part">
      <summary>Examples ({examples.length})</summary>
      <p className="field-description">Put [square brackets] around the words that are meant.</p>
      {examples.map((example, i) => (
        <ExampleFields
          // An example has no identity of its own; when one is removed, the fields begin anew.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={`${i} of ${examples.length}`}
          number={i + 1}
          example={example}
          put={(next) => set(examples.with(i, next))}
          remove={() => set(examples.toSpliced(i, 1))}
        />
      ))}
      <Button size="small" onPress={add}>
        Add an example
      </Button>
    </details>
  );
}

interface ExampleFieldsProps {
  readonly number: number;
  readonly example: LabelExample;
  put(example: LabelExample): void;
  remove(): void;
}

const ANSWERS = [
  { id: 'yes', label: 'Takes the label' },
  { id: 'no', label: 'Does not' },
] as const;

function ExampleFields({ number, example, put, remove }: ExampleFieldsProps) {
  const [written, setWritten] = useState(() => toBracketed(example));
  const write = (text: string) => {
    setWritten(text);
    put({ ...example, ...fromBracketed(text) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own
    <div className="guide-item" role="group" aria-label={`Example ${number}`}>
      <TextArea
        label={`Example ${number}`}
        rows={2}
        value={written}
        onChange={write}
        error={
          example.text.trim() && example.marked.length === 0
            ? 'Put [ ] around the words that are meant.'
            : null
        }
        maxLength={1_000}
      />
      <Segmented
        label="Whether it takes the label"
        segments={ANSWERS}
        value={example.yes ? 'yes' : 'no'}
        onChange={(answer) => put({ ...example, yes: answer === 'yes' })}
      />
      <TextField
        label="Why"
        value={example.why}
        onChange={(why) => put({ ...example, why })}
        maxLength={1_000}
      />
      <Button size="small" tone="plain" onPress={remove}>
        Remove this example
      </Button>
    </div>
  );
}
