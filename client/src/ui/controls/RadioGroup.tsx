import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, Label, Radio, Text } from 'react-aria-components/RadioGroup';
import './RadioGroup.css';
import './TextField.css';

export interface RadioOption<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** What choosing it means. */
  readonly description?: ReactNode;
}

interface RadioGroupProps<Id extends string> {
  readonly label: string;
  readonly options: readonly RadioOption<Id>[];
  readonly value: NoInfer<Id>;
  readonly onChange: (value: NoInfer<Id>) => void;
  readonly isDisabled?: boolean;
  /** Help under the choices, such as why they are fixed. */
  readonly description?: ReactNode;
}

/** One of a few, each with a sentence on what it means. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, options, value, onChange, isDisabled = false, description } = props;
  const choose = (id: string) => {
    const option = options.find((one) => one.id === id);
    if (option) onChange(option.id);
  };
  return (
    <AriaRadioGroup className="radios" value={value} onChange={choose} isDisabled={isDisabled}>
      <Label className="field-label">{label}</Label>
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className="radio">
          <span className="radio-dot" aria-hidden="true" />
          <span className="radio-words">
            <span className="radio-label">{option.label}</span>{' '}
            {option.description && <span className="radio-description">{option.description}</span>}
          </span>
        </Radio>
      ))}
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
    </AriaRadioGroup>
  );
}
