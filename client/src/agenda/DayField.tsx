interface DayFieldProps {
  readonly label: string;
  /** `2026-02-03`, or empty. */
  readonly value: string;
  onChange(day: string): void;
}

export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        type="date"
        className="field-input"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
