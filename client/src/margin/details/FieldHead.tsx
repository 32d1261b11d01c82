import type { Annotation, Attribute } from '@assay/shared/model';
import type { AskedValue } from '@assay/shared/review';

/** What every field of the form is given. */
export interface DetailFieldProps {
  readonly annotation: Annotation;
  readonly attribute: Attribute;
  /** Names that marks of this article have already, to choose from. */
  readonly people: readonly string[];
  /** Keeps a value; null takes it away. */
  say(value: AskedValue | null): void;
}

/** What a field is called and what it asks. */
export function FieldHead({ attribute: { name, question } }: { readonly attribute: Attribute }) {
  return (
    <>
      {name} <span className="detail-question">{question}</span>
    </>
  );
}
