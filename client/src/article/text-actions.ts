import type { TextCommand } from '../editor/index.ts';
import type { Action } from '../ui/index.ts';
import type { Desk } from './desk.ts';

/** The editor's own commands as actions of the page; their keys are bound by the editor. */
export function textActions(desk: Desk): readonly Action[] {
  const editor = desk.margin.editor.get();
  if (!editor || desk.mode.get() !== 'edit') return [];
  return [...editor.commands.values()].map((command) => actionOf(command, () => editor.focus()));
}

function actionOf(command: TextCommand, focus: () => void): Action {
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
