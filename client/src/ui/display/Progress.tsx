import type { CSSProperties } from 'react';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import './Progress.css';

/** Something is under way and nobody can say how long. The words are read out. */
export function Spinner({ label, inline = false }: { readonly label: string; readonly inline?: boolean }) {
  return (
    <span className={inline ? 'waiting waiting-inline' : 'waiting'} role="status">
      <span className="spinner" aria-hidden="true" />
      <span>{label}</span>
    </span>
  );
}

interface ProgressProps {
  readonly label: string;
  /** How much is done, from 0 to `of`. */
  readonly done: number;
  readonly of: number;
}

export function Progress({ label, done, of }: ProgressProps) {
  return (
    <AriaProgressBar
      className="progress"
      value={done}
      maxValue={of}
      valueLabel={`${done} of ${of}`}
      aria-label={label}
    >
      {({ percentage, valueText }) => (
        <>
          <span className="progress-words">
            {label} <span>{valueText}</span>
          </span>
          <span className="progress-track">
            <span className="progress-done" style={{ '--done': `${percentage ?? 0}%` } as CSSProperties} />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
