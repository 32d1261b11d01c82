import type { Annotation, Attribute } from '@assay/shared/model';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useStore } from '../../store/index.ts';
import { Button, Keys } from '../../ui/index.ts';
import type { Entry } from '../entry.ts';
import { useMargin } from '../use-margin.ts';
import { closeDetails, sayDetail } from './acts.ts';
import { ChoiceField } from './ChoiceField.tsx';
import type { DetailFieldProps } from './FieldHead.tsx';
import { ListField } from './ListField.tsx';
import { RangeField } from './RangeField.tsx';
import { namedPeople } from './values.ts';
import { WordsField } from './WordsField.tsx';

interface DetailsFormProps {
  readonly entry: Entry;
  readonly annotation: Annotation;
  readonly attributes: readonly Attribute[];
}

/**
 * The details of one's own mark, each kept as soon as it is said. Enter goes on to the next field, Escape closes; what
 * cannot be taken yet stays in its field, also when the form is closed.
 */
export function DetailsForm({ entry, annotation, attributes }: DetailsFormProps) {
  const margin = useMargin();
  const form = useRef<HTMLDivElement>(null);
  const { annotations } = useStore(margin.session.review, (view) => view.state);
  const { labels } = useStore(margin.session.guide);
  const people = useMemo(() => namedPeople(annotations.values(), labels), [annotations, labels]);
  useAwaitedField(entry.id, form);
  const takeKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { target } = event;
    if (event.key === 'Escape') {
      // A field that is taken away while it has the keyboard is not told that it is left.
      if (target instanceof HTMLElement) target.blur();
      closeDetails(margin, entry.id);
    } else if (event.key === 'Enter' && isField(target) && !target.closest('[data-adding]'))
      goOn(form.current, target);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing here is submitted; each field keeps itself
    <div
      ref={form}
      className="details"
      role="group"
      aria-label="Details of the mark"
      onKeyDownCapture={takeKey}
    >
      {attributes.map((attribute) => (
        <div key={attribute.id} className="detail" data-field={attribute.id}>
          <DetailField
            annotation={annotation}
            attribute={attribute}
            people={people}
            say={(value) => sayDetail(margin, entry.id, attribute.id, value)}
          />
        </div>
      ))}
      <footer className="details-foot" data-field="">
        <span className="details-help">
          <Keys keys="Enter" /> goes on, <Keys keys="Escape" /> closes. Nothing has to be filled in.
        </span>
        <Button size="small" onPress={() => closeDetails(margin, entry.id)}>
          Done
        </Button>
      </footer>
    </div>
  );
}

function DetailField(props: DetailFieldProps) {
  const { kind, many } = props.attribute;
  if (kind === 'choice') return <ChoiceField {...props} />;
  if (kind === 'range') return <RangeField {...props} />;
  return many ? <ListField {...props} /> : <WordsField {...props} />;
}

/** Buttons take Enter themselves. */
function isField(target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

const TAKERS = 'input:not(:disabled), textarea, button:not([data-aside])';

function goOn(form: Element | null, from: Element): void {
  const fields = [...(form?.querySelectorAll('[data-field]') ?? [])];
  const here = fields.findIndex((field) => field.contains(from));
  takerIn(fields[here + 1])?.focus();
}

function takerIn(field: Element | undefined): HTMLElement | null {
  const chosen = field?.querySelector<HTMLElement>('input:checked');
  return chosen ?? field?.querySelector<HTMLElement>(TAKERS) ?? null;
}

/** Gives the keyboard to the first field, or to the one that the page waits for. */
function useAwaitedField(id: string, form: React.RefObject<HTMLElement | null>): void {
  const { awaited } = useMargin();
  const wanted = useStore(awaited, (value) => (value?.id === id && value.part === 'details' ? value : null));
  useEffect(() => {
    if (!wanted) return;
    const fields = [...(form.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
    takerIn(fields.find((field) => field.dataset.field === wanted.field) ?? fields[0])?.focus();
    awaited.set(null);
  }, [wanted, awaited, form]);
}
