import { type Choice, inUse } from '@assay/shared/model';
import type { KeyboardEvent, ReactNode } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { type DetailFieldProps, FieldHead } from './FieldHead.tsx';
import { choiceKeys, listOf } from './values.ts';

/** One of a few choices, or several: by arrows, by the underlined letter, by pointer. Backspace takes the choice away. */
export function ChoiceField({ annotation, attribute, say }: DetailFieldProps) {
  const chosen = listOf(annotation.attributes[attribute.id]);
  const { many } = attribute;
  // One that is no longer offered stays to be seen, and to be taken away, where it was chosen.
  const choices = (attribute.choices ?? []).filter(({ id, retired }) => !retired || chosen.includes(id));
  const keys = choiceKeys(inUse(choices));
  const choose = (ids: readonly string[]) => say(ids.length === 0 ? null : many ? [...ids] : ids[0]!);
  const takeKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isErasing = event.key === 'Backspace' || event.key === 'Delete';
    if (!isErasing && !/^[a-z0-9]$/i.test(event.key)) return;
    // Letters are the choices' here, not the page's.
    event.preventDefault();
    event.stopPropagation();
    const id = isErasing ? null : choices.find((one) => keys.get(one.id) === event.key.toLowerCase())?.id;
    if (id === undefined) return;
    choose(id === null ? [] : many ? toggled(chosen, id) : [id]);
  };
  const group = { className: 'choices', onKeyDownCapture: takeKey };
  const head = (
    <Label className="field-label">
      <FieldHead attribute={attribute} />
    </Label>
  );
  const hint = choices.find(({ id }) => id === chosen.at(-1))?.hint;
  return (
    <div {...group}>
      {many ? (
        <CheckboxGroup className="field" value={[...chosen]} onChange={choose}>
          {head}
          <div className="choice-list">
            {choices.map((choice) => (
              <Checkbox key={choice.id} value={choice.id} className="choice">
                <Named choice={choice} letter={keys.get(choice.id)} />
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      ) : (
        <RadioGroup
          className="field"
          orientation="horizontal"
          value={chosen[0] ?? null}
          onChange={(id) => choose([id])}
        >
          {head}
          <div className="choice-list">
            {choices.map((choice) => (
              <Radio key={choice.id} value={choice.id} className="choice">
                <Named choice={choice} letter={keys.get(choice.id)} />
              </Radio>
            ))}
            {chosen.length > 0 && (
              <button
                type="button"
                data-aside
                tabIndex={-1}
                className="choice-clear"
                onClick={() => choose([])}
              >
                Clear
              </button>
            )}
          </div>
        </RadioGroup>
      )}
      {hint && <p className="field-description">{hint}</p>}
    </div>
  );
}

function toggled(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
}

/** A choice's name, with the letter that chooses it underlined. */
function Named({ choice: { name, hint, retired }, letter }: { choice: Choice; letter: string | undefined }) {
  const at = letter ? name.toLowerCase().indexOf(letter) : -1;
  return (
    <span title={hint}>
      {at < 0 ? (
        <>
          {name}
          {letter && <sup className="choice-key">{letter}</sup>}
        </>
      ) : (
        <Underlined name={name} at={at} />
      )}
      {retired && ' (no longer offered)'}
    </span>
  );
}

function Underlined({ name, at }: { readonly name: string; readonly at: number }): ReactNode {
  return (
    <>
      {name.slice(0, at)}
      <u>{name[at]}</u>
      {name.slice(at + 1)}
    </>
  );
}
