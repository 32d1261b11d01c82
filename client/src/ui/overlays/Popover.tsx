import type { ReactNode, RefObject } from 'react';
import { Popover as AriaPopover, Dialog, type Placement } from 'react-aria-components/Popover';
import { classes } from '../theme/classes.ts';
import './Popover.css';

interface PopoverProps {
  /** Its name for assistive technology. */
  readonly label: string;
  readonly isOpen: boolean;
  onOpenChange(open: boolean): void;
  /** What it stands at. */
  readonly triggerRef: RefObject<Element | null>;
  readonly placement?: Placement;
  /** The page behind stays reachable: for bars that follow a selection. */
  readonly isNonModal?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A small panel beside what opened it. Takes the focus, gives it back, closes on Escape and on a click outside. */
export function Popover(props: PopoverProps) {
  const {
    label,
    isOpen,
    onOpenChange,
    triggerRef,
    placement = 'bottom',
    isNonModal,
    className,
    children,
  } = props;
  return (
    <AriaPopover
      className={classes('popover', className)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      triggerRef={triggerRef}
      placement={placement}
      isNonModal={isNonModal ?? false}
      offset={6}
    >
      <Dialog className="popover-panel" aria-label={label}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
