import { type Choice, inUse } from '@assay/shared/model';
import { Button, TextField } from '../ui/index.ts';
import { freshId } from './fresh-id.ts';
import { MoveButtons } from './MoveButtons.tsx';

interface ChoicesEditorProps {
  readonly choices: readonly Choice[];
  set(choices: readonly Choice[]): void;
}

/** What can be chosen. One that marks may have already is retired, never taken away. */
export function ChoicesEditor({ choices, set }: ChoicesEditorProps) {
  const used = inUse(choices);
  const put = (id: string, next: Partial<Choice>) =>
    set(choices.map((choice) => (choice.id === id ? { ...choice, ...next } : choice)));
  const retire = (id: string, now: boolean) =>
    set(
      choices.map((choice) => {
        if (choice.id !== id) return choice;
        const { retired: _, ...rest } = choice;
        return now ? { ...rest, retired: true } : rest;
      }),
    );
  const move = (choice: Choice, step: 1 | -1) => {
    const other = used[used.indexOf(choice) + step];
    if (!other) return null;
    return () => {
      const [a, b] = [choices.indexOf(choice), choices.indexOf(other)];
      set(choices.with(a, other).with(b, choice));
    };
  };
  const add = () => {
    const name = `Choice ${choices.length + 1}`;
    set([...choices, { id: freshId(name, choices), name }]);
  };
  return (
    <div className="guide-choices-edit">
      {choices.map((choice) =>
        choice.retired ? (
          <p key={choice.id}>
            {choice.name} (retired){' '}
            <Button size="small" tone="plain" onPress={() => retire(choice.id, false)}>
              Bring “{choice.name}” back
            </Button>
          </p>
        ) : (
          <div key={choice.id} className="choice-fields">
            <TextField
              label="Choice"
              value={choice.name}
              onChange={(name) => put(choice.id, { name })}
              maxLength={60}
            />
            <TextField
              label="Hint"
              value={choice.hint ?? ''}
              onChange={(hint) => set(choices.map((one) => (one.id === choice.id ? hinted(one, hint) : one)))}
              maxLength={1_000}
            />
            <MoveButtons name={choice.name} up={move(choice, -1)} down={move(choice, 1)} />
            <Button
              size="small"
              tone="plain"
              isDisabled={used.length === 1}
              onPress={() => retire(choice.id, true)}
            >
              Retire
            </Button>
          </div>
        ),
      )}
      <Button size="small" onPress={add}>
        Add a choice
      </Button>
    </div>
  );
}

function hinted({ hint: _, ...choice }: Choice, hint: string): Choice {
  return hint === '' ? choice : { ...choice, hint };
}
