import { type Guide, type GuideChange, nextLook } from '@assay/shared/model';
import { type FormEvent, useState } from 'react';
import { PAGE_KEYS } from '../guide/index.ts';
import { announce, Button, TextField } from '../ui/index.ts';
import { freshId } from './fresh-id.ts';

interface AddLabelProps {
  readonly guide: Guide;
  change(change: GuideChange): void;
}

/** A new label needs a name and a question; it gets a look of its own, which can be changed. */
export function AddLabel({ guide, change }: AddLabelProps) {
  const [name, setName] = useState('');
  const [question, setQuestion] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const look = nextLook(guide.labels, { name, takenKeys: PAGE_KEYS });
    const id = freshId(name, guide.labels);
    const said = { name: name.trim(), question: question.trim() || `Is this ${name.trim().toLowerCase()}?` };
    change({
      type: 'label.add',
      label: { id, ...said, definition: '', examples: [], attributes: [], ...look },
      before: null,
    });
    announce(`Added “${name.trim()}”, marked with the key ${look.key}`);
    setName('');
    setQuestion('');
  };
  return (
    <form className="guide-add" onSubmit={add} aria-label="Add a label">
      <TextField label="New label" value={name} onChange={setName} maxLength={60} />
      <TextField
        label="What a reviewer asks before marking with it"
        value={question}
        onChange={setQuestion}
        maxLength={1_000}
      />
      <Button type="submit" isDisabled={name.trim() === ''}>
        Add the label
      </Button>
    </form>
  );
}
