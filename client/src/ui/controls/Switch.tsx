import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import './Switch.css';

interface SwitchProps {
  readonly isSelected: boolean;
  onChange(selected: boolean): void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** Something that is on or off at once, without a button to confirm it. */
export function Switch({ isSelected, onChange, isDisabled = false, children }: SwitchProps) {
  return (
    <AriaSwitch className="switch" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="switch-track" aria-hidden="true" />
      <span>{children}</span>
    </AriaSwitch>
  );
}
