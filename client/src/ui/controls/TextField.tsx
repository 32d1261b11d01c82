import type { CSSProperties, HTMLInputTypeAttribute, ReactNode, Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components/TextField';
import './TextField.css';

interface FieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  /** The label is there for assistive technology alone. */
  readonly labelHidden?: boolean;
  /** Help under the field. */
  readonly description?: ReactNode;
  /** What is wrong and what to do; marks the field as invalid. */
  readonly error?: string | null;
  readonly placeholder?: string;
}

export interface TextFieldProps extends FieldProps {
  readonly type?: Extract<
    HTMLInputTypeAttribute,
    'text' | 'url' | 'email' | 'password' | 'search' | 'datetime-local'
  >;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextField({ placeholder, ref, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <Input
        className="field-input"
        dir="auto"
        {...(placeholder ? { placeholder } : {})}
        {...(ref ? { ref } : {})}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  readonly rows?: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of plain text; grows with what is written in it. */
export function TextArea({ placeholder, rows = 3, ref, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      <AriaTextArea
        dir="auto"
        className="field-input field-area"
        rows={rows}
        style={{ '--rows': rows } as CSSProperties}
        {...(placeholder ? { placeholder } : {})}
        {...(ref ? { ref } : {})}
      />
    </Field>
  );
}

function Field({
  label,
  labelHidden = false,
  description,
  error,
  children,
  ...rest
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <AriaTextField {...rest} className="field" isInvalid={Boolean(error)}>
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {children}
      {description && !error && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
