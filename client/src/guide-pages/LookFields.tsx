import { type Guide, type GuideLabel, HUES, type LabelSettings, LINES } from '@assay/shared/model';
import type { KeyboardEvent } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { describeKeys, TextField } from '../ui/index.ts';
import { lookProblems } from './look-problems.ts';

interface LookFieldsProps {
  readonly guide: Guide;
  readonly label: GuideLabel;
  set(settings: Partial<LabelSettings>): void;
}

/** How a label is drawn and which key marks with it. */
export function LookFields({ guide, label, set }: LookFieldsProps) {
  const problems = lookProblems(guide, label);
  const takeKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[a-z]$/i.test(event.key)) return;
    event.preventDefault();
    set({ key: `${event.shiftKey ? 'Shift-' : ''}${event.key.toLowerCase()}` });
  };
  return (
    <>
      <div className="look-row">
        <div className="look-small" onKeyDownCapture={takeKey}>
          <TextField
            label="Key"
            description="Press the one that shall mark with it."
            value={describeKeys(label.key)}
            onChange={() => {}}
            error={problems.key ?? null}
          />
        </div>
        <div className="look-small">
          <TextField
            label="Letter"
            description="Stands on each mark."
            value={label.letter}
            onChange={(letter) => set({ letter })}
            error={problems.letter ?? null}
            maxLength={2}
          />
        </div>
      </div>
      <RadioGroup
        className="field"
        orientation="horizontal"
        value={label.hue}
        onChange={(hue) => set({ hue })}
      >
        <Label className="field-label">Hue</Label>
        <div className="choice-list">
          {HUES.map((hue) => (
            <Radio key={hue} value={hue} className="choice look-hue" data-hue={hue}>
              <span className="look-swatch" aria-hidden="true" /> {hue}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <RadioGroup
        className="field"
        orientation="horizontal"
        value={label.line}
        onChange={(line) => set({ line: line as GuideLabel['line'] })}
      >
        <Label className="field-label">Line</Label>
        <div className="choice-list">
          {LINES.map((line) => (
            <Radio key={line} value={line} className="choice">
              <span className="look-line" style={{ textDecorationStyle: line }}>
                {line}
              </span>
            </Radio>
          ))}
        </div>
        {problems.drawing && <p className="look-warning">{problems.drawing}</p>}
      </RadioGroup>
    </>
  );
}
