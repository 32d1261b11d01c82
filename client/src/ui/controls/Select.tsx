import CheckIcon from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components/Select';
import './Select.css';
import './TextField.css';

export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
}

interface SelectProps<Id extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly options: readonly Option<Id>[];
  readonly value: NoInfer<Id>;
  readonly onChange: (value: NoInfer<Id>) => void;
  readonly description?: ReactNode;
  readonly isDisabled?: boolean;
}

/** One of a few named things. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, labelHidden, options, value, onChange, description, isDisabled } = props;
  const choose = (key: unknown) => {
    const option = options.find((one) => one.id === key);
    if (option) onChange(option.id);
  };
  return (
    <AriaSelect className="field" value={value} onChange={choose} isDisabled={isDisabled ?? false}>
      <Label className={labelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="field-input select-button">
        <SelectValue className="select-value" />
        <ChevronDown className="icon" aria-hidden="true" />
      </Button>
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <Popover className="popover select-popover" offset={4}>
        <ListBox className="menu" items={options}>
          {(option) => <SelectItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function SelectItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="menu-item">
      {({ isSelected }) => (
        <>
          {option.icon}
          <span className="menu-words">
            <span>{option.label}</span>
            {option.description && <span className="menu-description">{option.description}</span>}
          </span>
          {isSelected && <CheckIcon className="icon menu-check" aria-hidden="true" />}
        </>
      )}
    </ListBoxItem>
  );
}
