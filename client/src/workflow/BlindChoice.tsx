import { RadioGroup } from '../ui/index.ts';

interface BlindChoiceProps {
  readonly blind: boolean;
  onChange(blind: boolean): void;
  /** Why it cannot be chosen any more. */
  readonly fixed?: string | null;
}

const CHOICES = [
  {
    id: 'open',
    label: 'Open',
    description: 'Everybody sees every mark at once, and people discuss while they mark.',
  },
  {
    id: 'blind',
    label: 'Blind',
    description:
      'Each marks alone. Nobody sees anybody else’s marks or notes until all are revealed together, so that nobody follows anybody. The text is locked meanwhile.',
  },
] as const;

/** Whether people see each other's marks while they mark. */
export function BlindChoice({ blind, onChange, fixed = null }: BlindChoiceProps) {
  return (
    <RadioGroup
      label="How people mark"
      options={CHOICES}
      value={blind ? 'blind' : 'open'}
      onChange={(id) => onChange(id === 'blind')}
      isDisabled={fixed !== null}
      description={fixed ?? 'This is settled when the first mark or note is made.'}
    />
  );
}
