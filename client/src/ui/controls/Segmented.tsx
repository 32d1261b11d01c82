import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Tooltip } from '../overlays/Tooltip.tsx';
import './Segmented.css';

export interface Segment<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Shown instead of the label, which then is the tooltip. */
  readonly icon?: ReactNode;
}

interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: NoInfer<Id>;
  readonly onChange: (value: NoInfer<Id>) => void;
}

/** One of two to four, all in view; one is always chosen. */
export function Segmented<Id extends string>({ label, segments, value, onChange }: SegmentedProps<Id>) {
  const choose = (keys: Iterable<unknown>) => {
    const [key] = keys;
    const segment = segments.find((one) => one.id === key);
    if (segment) onChange(segment.id);
  };
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
    >
      {segments.map((segment) => (
        <SegmentButton key={segment.id} segment={segment} />
      ))}
    </ToggleButtonGroup>
  );
}

function SegmentButton({ segment }: { readonly segment: Segment }) {
  if (!segment.icon)
    return (
      <ToggleButton id={segment.id} className="segment">
        {segment.label}
      </ToggleButton>
    );
  return (
    <Tooltip text={segment.label}>
      <ToggleButton id={segment.id} className="segment segment-icon" aria-label={segment.label}>
        {segment.icon}
      </ToggleButton>
    </Tooltip>
  );
}
