import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Tooltip } from '../overlays/Tooltip.tsx';
import { classes } from '../theme/classes.ts';
import { type ButtonTone, buttonClass } from './Button.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** What it does: its name for assistive technology, and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** The keys that do the same, shown in the tooltip. */
  readonly keys?: string;
  readonly tone?: ButtonTone;
  readonly size?: 'medium' | 'small';
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  label,
  icon,
  keys,
  tone = 'plain',
  size = 'medium',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys ? { keys } : {})}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classes(buttonClass(tone, size), 'icon-button', className)}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
