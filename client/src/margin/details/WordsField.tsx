import type { Attribute } from '@assay/shared/model';
import { type HTMLAttributes, type KeyboardEvent, useId, useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components/TextField';
import { useMargin } from '../use-margin.ts';
import { type DetailFieldProps, FieldHead } from './FieldHead.tsx';
import { listOf, readValue } from './values.ts';

/** One value in words or digits, kept when the field is left. */
export function WordsField({ annotation, attribute, people, say }: DetailFieldProps) {
  const margin = useMargin();
  const kept = listOf(annotation.attributes[attribute.id])[0] ?? '';
  const draftName = `detail:${annotation.id}:${attribute.id}`;
  const [draft, setDraft] = useState<string | null>(() => margin.drafts.read(draftName) || null);
  const [problem, setProblem] = useState<string | null>(() =>
    draft === null ? null : problemIn(attribute, draft),
  );
  const write = (text: string) => {
    setDraft(text);
    setProblem(null);
    margin.drafts.write(draftName, text);
  };
  const keep = () => {
    if (draft === null) return;
    const read = readValue(attribute, draft);
    setProblem(read.ok ? null : read.message);
    if (!read.ok) return;
    setDraft(null);
    margin.drafts.write(draftName, '');
    if (String(read.value ?? '') !== kept) say(read.value);
  };
  return (
    <Written
      attribute={attribute}
      people={people}
      value={draft ?? kept}
      problem={problem}
      write={write}
      keep={keep}
    />
  );
}

export function problemIn(attribute: Attribute, written: string): string | null {
  const read = readValue(attribute, written);
  return read.ok ? null : read.message;
}

interface WrittenProps {
  readonly attribute: Attribute;
  readonly people: readonly string[];
  readonly value: string;
  readonly problem: string | null;
  write(text: string): void;
  keep(): void;
  onKey?(event: KeyboardEvent): void;
  readonly placeholder?: string;
}

/** The field itself: it keeps when it is left, and on the way out of it by Enter or Escape. */
export function Written({
  attribute,
  people,
  value,
  problem,
  write,
  keep,
  onKey,
  placeholder,
}: WrittenProps) {
  const list = useId();
  const suggests = attribute.kind === 'person' && people.length > 0;
  return (
    <TextField
      className="field"
      value={value}
      onChange={write}
      onBlur={keep}
      isInvalid={problem !== null}
      maxLength={LONGEST}
    >
      <Label className="field-label">
        <FieldHead attribute={attribute} />
      </Label>
      <Input
        className="field-input detail-input"
        dir="auto"
        inputMode={INPUT_MODES[attribute.kind]}
        placeholder={placeholder ?? PLACEHOLDERS[attribute.kind] ?? ''}
        onKeyDownCapture={onKey}
        {...(suggests && { list })}
      />
      {suggests && (
        <datalist id={list}>
          {people.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <FieldError className="field-error">{problem}</FieldError>
    </TextField>
  );
}

/** UTF-16 units of a value that a command takes. */
const LONGEST = 4_000;

const INPUT_MODES: Partial<Record<Attribute['kind'], HTMLAttributes<HTMLInputElement>['inputMode']>> = {
  number: 'decimal',
  link: 'url',
};

const PLACEHOLDERS: Partial<Record<Attribute['kind'], string>> = {
  date: '2026-02-03, 2026-02 or 2026',
  link: 'https://',
};
