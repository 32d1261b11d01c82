import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { Keys } from '../display/Keys.tsx';
import './Tooltip.css';

interface TooltipProps {
  /** One focusable element, such as a button; anything else goes into React Aria's `Focusable`. */
  readonly children: ReactNode;
  readonly text: string;
  readonly keys?: string;
  readonly placement?: 'top' | 'bottom' | 'start' | 'end';
}

export function Tooltip({ children, text, keys, placement = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" placement={placement} offset={6}>
        {text}
        {keys && <Keys keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
