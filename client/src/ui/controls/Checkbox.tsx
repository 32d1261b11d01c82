import CheckIcon from 'lucide-react/icons/check';
import MinusIcon from 'lucide-react/icons/minus';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import './Switch.css';

interface CheckboxProps {
  readonly isSelected: boolean;
  onChange(selected: boolean): void;
  /** Some of what it stands for is chosen. */
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

export function Checkbox({ isSelected, onChange, isIndeterminate, isDisabled, children }: CheckboxProps) {
  const Mark = isIndeterminate ? MinusIcon : CheckIcon;
  return (
    <AriaCheckbox
      className="checkbox"
      isSelected={isSelected}
      onChange={onChange}
      isIndeterminate={isIndeterminate ?? false}
      isDisabled={isDisabled ?? false}
    >
      <span className="checkbox-box" aria-hidden="true">
        <Mark className="icon" />
      </span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
