import XIcon from 'lucide-react/icons/x';
import { type KeyboardEvent, useState } from 'react';
import { useMargin } from '../use-margin.ts';
import type { DetailFieldProps } from './FieldHead.tsx';
import { listOf, readValue, wordsOfValue } from './values.ts';
import { Written } from './WordsField.tsx';

/** Several values in words: Enter takes one and waits for the next, Enter in the empty field goes on. */
export function ListField({ annotation, attribute, people, say }: DetailFieldProps) {
  const margin = useMargin();
  const kept = listOf(annotation.attributes[attribute.id]);
  const draftName = `detail:${annotation.id}:${attribute.id}`;
  const [draft, setDraft] = useState(() => margin.drafts.read(draftName));
  const [problem, setProblem] = useState<string | null>(null);
  const write = (text: string) => {
    setDraft(text);
    setProblem(null);
    margin.drafts.write(draftName, text);
  };
  const put = (values: readonly string[]) => say(values.length === 0 ? null : [...values]);
  const keep = () => {
    const read = readValue(attribute, draft);
    if (!read.ok) setProblem(read.message);
    else {
      write('');
      const value = String(read.value ?? '');
      if (value && !kept.includes(value)) put([...kept, value]);
    }
  };
  const takeKey = (event: KeyboardEvent) => {
    const last = kept.at(-1);
    const isAdding = event.key === 'Enter' && draft.trim() !== '';
    const isTakingBack = event.key === 'Backspace' && draft === '' && last !== undefined;
    if (event.nativeEvent.isComposing || !(isAdding || isTakingBack)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isAdding) return keep();
    put(kept.slice(0, -1));
    write(last!);
  };
  return (
    <>
      <div data-adding={draft.trim() ? '' : undefined}>
        <Written
          attribute={attribute}
          people={people}
          value={draft}
          problem={problem}
          write={write}
          keep={keep}
          onKey={takeKey}
          {...(kept.length > 0 && { placeholder: 'Add another' })}
        />
      </div>
      {kept.length > 0 && (
        <ul className="detail-values">
          {kept.map((value) => (
            <li key={value} className="detail-value">
              <span dir="auto">{wordsOfValue(attribute, value)}</span>
              <button
                type="button"
                className="detail-remove"
                data-aside
                aria-label={`Remove ${value}`}
                onClick={() => put(kept.filter((one) => one !== value))}
              >
                <XIcon className="icon" aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
