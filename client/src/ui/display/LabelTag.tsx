import './Badge.css';

/** What a tag shows of a label; the model's `Label` fits. */
export interface LabelLook {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly hue: string;
  readonly line: string;
}

interface LabelTagProps {
  readonly label: LabelLook;
  /** The letter alone; the name is then for assistive technology. */
  readonly compact?: boolean;
}

/** A label as it is drawn everywhere: letter, line style and hue, so that no one of them has to be seen. */
export function LabelTag({ label, compact = false }: LabelTagProps) {
  return (
    <span className="label-tag" data-label={label.id} data-hue={label.hue} data-line={label.line}>
      <span className="label-letter" aria-hidden="true">
        {label.letter}
      </span>
      <span className={compact ? 'visually-hidden' : 'label-name'}>{label.name}</span>
    </span>
  );
}
