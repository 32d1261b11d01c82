import type { TextCommand } from '../editor/index.ts';
import type { Action } from '../ui/index.ts';
import type { Desk } from './desk.ts';

/** Mod-k opens the palette everywhere; the link takes its neighbour. */
const LINK_KEYS = ['Mod-Shift-k'];

/** The editor's own commands as actions of the page; their keys are bound by the editor. */
export function textActions(desk: Desk): readonly Action[] {
  const editor = desk.margin.editor.get();
  if (!editor || desk.mode.get() !== 'edit') return [];
  return [...editor.commands.values()].map((command) =>
    command.takes
      ? askingAction(command, () => desk.linking.set(true))
      : plainAction(command, () => editor.focus()),
  );
}

function plainAction(command: TextCommand, focus: () => void): Action {
  return {
    id: `text-${command.name}`,
    title: command.title,
    section: 'Text',
    ...(command.key ? { keys: [command.key] } : {}),
    boundElsewhere: true,
    run() {
      focus();
      command.run();
    },
  };
}

/** A command that must be told something: the page asks first. */
function askingAction(command: TextCommand, ask: () => void): Action {
  return {
    id: `text-${command.name}`,
    title: `${command.title}…`,
    section: 'Text',
    keys: LINK_KEYS,
    run: ask,
  };
}
