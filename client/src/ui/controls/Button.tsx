import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classes } from '../theme/classes.ts';
import './Button.css';

/** `primary`: the one thing to do here. `quiet`: beside it. `plain`: within a line. `danger`: takes something away. */
export type ButtonTone = 'primary' | 'quiet' | 'plain' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  readonly tone?: ButtonTone;
  readonly size?: 'medium' | 'small';
  readonly icon?: ReactNode;
  /** Added to the button's own classes. */
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The classes of a button, for a link that looks like one. */
export function buttonClass(tone: ButtonTone = 'quiet', size: 'medium' | 'small' = 'medium'): string {
  return `button button-${tone} button-${size}`;
}

export function Button({ tone = 'quiet', size = 'medium', icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes(buttonClass(tone, size), className)}>
      {rest.isPending ? <span className="spinner" aria-hidden="true" /> : icon}
      {children}
    </AriaButton>
  );
}
