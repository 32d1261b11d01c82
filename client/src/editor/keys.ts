import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  joinBackward,
  joinForward,
  selectAll,
  selectNodeBackward,
  selectNodeForward,
} from 'prosemirror-commands';
import { undoInputRule } from 'prosemirror-inputrules';
import { keydownHandler } from 'prosemirror-keymap';
import { type Command, Plugin } from 'prosemirror-state';
import {
  hardBreak,
  indent,
  leaveEmptyBlock,
  newlineInCode,
  outdent,
  plainerAtStart,
  splitBlock,
} from './block-commands.ts';
import { COMMANDS, type History } from './text-commands.ts';

const backspace = chainCommands(
  undoInputRule,
  deleteSelection,
  plainerAtStart,
  joinBackward,
  selectNodeBackward,
);
const forwardDelete = chainCommands(deleteSelection, joinForward, selectNodeForward);
const enter = chainCommands(newlineInCode, leaveEmptyBlock, createParagraphNear, splitBlock);

/** Tab indents in lists only, so that it otherwise leads out of the editor as everywhere on the page. */
const inList =
  (command: Command): Command =>
  (state, dispatch, view) => {
    if (state.selection.$from.parent.type.name !== 'list_item') return false;
    command(state, dispatch, view);
    return true;
  };

const basic: Record<string, Command> = {
  Enter: enter,
  'Mod-Enter': hardBreak,
  Backspace: backspace,
  'Mod-Backspace': backspace,
  'Shift-Backspace': backspace,
  Delete: forwardDelete,
  'Mod-Delete': forwardDelete,
  Tab: inList(indent),
  'Shift-Tab': inList(outdent),
  'Mod-a': selectAll,
};

/** The keys that change text; while it may not change they belong to the browser and the page. */
export function keysPlugin(history: History, mayChange: () => boolean): Plugin {
  const named = Object.values(COMMANDS).flatMap(({ key, command }) => (key ? [[key, command] as const] : []));
  const undo: Command = () => history.undo();
  const redo: Command = () => history.redo();
  const onKeyDown = keydownHandler({
    ...Object.fromEntries(named),
    ...basic,
    'Mod-z': undo,
    'Mod-Shift-z': redo,
    'Mod-y': redo,
  });
  return new Plugin({ props: { handleKeyDown: (view, event) => mayChange() && onKeyDown(view, event) } });
}
