import { type MarkName, schema } from '@assay/shared/article';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { TextCommand } from './article-editor.ts';
import * as blocks from './block-commands.ts';
import * as inline from './inline-commands.ts';
import { moveBlocksDown, moveBlocksUp } from './move-blocks.ts';

interface CommandSpec {
  readonly title: string;
  readonly key?: string;
  readonly command: Command;
  readonly active?: (state: EditorState) => boolean;
}

const { marks } = schema;

function format(title: string, mark: MarkName, key?: string, command?: Command): CommandSpec {
  const type = marks[mark];
  return {
    title,
    ...(key ? { key } : {}),
    command: command ?? inline.toggle(type),
    active: (state) => inline.hasMark(state, type),
  };
}

function heading(level: number): CommandSpec {
  return {
    title: `Heading ${level}`,
    key: `Mod-Alt-${level}`,
    command: blocks.toHeading(level),
    active: (state) => blocks.allBlocks(state, blocks.isHeading(level)),
  };
}

const raise = inline.toggleInsteadOf(marks.sup, marks.sub);
const lower = inline.toggleInsteadOf(marks.sub, marks.sup);

/** Every command that changes text, but undo, redo and link, which need more than the state. */
export const COMMANDS: Readonly<Record<string, CommandSpec>> = {
  bold: format('Bold', 'strong', 'Mod-b'),
  emphasis: format('Emphasis', 'em', 'Mod-i'),
  code: format('Code', 'code', 'Mod-e'),
  strike: format('Strike through', 'strike', 'Mod-Shift-x'),
  superscript: format('Superscript', 'sup', 'Mod-.', raise),
  subscript: format('Subscript', 'sub', 'Mod-,', lower),
  paragraph: {
    title: 'Paragraph',
    key: 'Mod-Alt-0',
    command: blocks.toParagraph,
    active: (state) => blocks.allBlocks(state, blocks.isPlain),
  },
  'heading-1': heading(1),
  'heading-2': heading(2),
  'heading-3': heading(3),
  'heading-4': heading(4),
  quote: {
    title: 'Block quote',
    key: 'Mod-Shift-9',
    command: blocks.toggleQuote,
    active: (state) => blocks.allBlocks(state, blocks.isQuoted),
  },
  'bullet-list': {
    title: 'Bullet list',
    key: 'Mod-Shift-8',
    command: blocks.toList('bullet'),
    active: (state) => blocks.allBlocks(state, blocks.isList('bullet')),
  },
  'numbered-list': {
    title: 'Numbered list',
    key: 'Mod-Shift-7',
    command: blocks.toList('ordered'),
    active: (state) => blocks.allBlocks(state, blocks.isList('ordered')),
  },
  'code-block': {
    title: 'Code block',
    key: 'Mod-Alt-8',
    command: blocks.toCode,
    active: (state) => blocks.allBlocks(state, blocks.isCode),
  },
  indent: { title: 'Indent', key: 'Mod-]', command: blocks.indent },
  outdent: { title: 'Outdent', key: 'Mod-[', command: blocks.outdent },
  rule: { title: 'Rule', command: blocks.insertRule },
  'hard-break': { title: 'Line break', key: 'Shift-Enter', command: blocks.hardBreak },
  'clear-formatting': { title: 'Clear formatting', key: 'Mod-\\', command: inline.clearFormatting },
  'move-block-up': { title: 'Move block up', key: 'Alt-ArrowUp', command: moveBlocksUp },
  'move-block-down': { title: 'Move block down', key: 'Alt-ArrowDown', command: moveBlocksDown },
};

function textCommand(
  name: string,
  { title, key, command, active }: CommandSpec,
  view: EditorView,
  mayChange: () => boolean,
): TextCommand {
  return {
    name,
    title,
    ...(key ? { key } : {}),
    enabled: () => mayChange() && command(view.state),
    active: () => active?.(view.state) ?? false,
    run: () => mayChange() && command(view.state, view.dispatch, view),
  };
}

function linkCommand(view: EditorView, mayChange: () => boolean): TextCommand {
  const canLink = () => !view.state.selection.empty || inline.linkAt(view.state) !== null;
  return {
    name: 'link',
    title: 'Link',
    takes: 'address',
    value: () => inline.linkAt(view.state)?.href ?? null,
    enabled: () => mayChange() && canLink(),
    active: () => inline.linkAt(view.state) !== null,
    run: (address) => {
      const command = address ? inline.setLink(address) : inline.removeLink;
      return mayChange() && command(view.state, view.dispatch, view);
    },
  };
}

/** What undo and redo need from the binding. */
export interface History {
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
}

/** The commands by name, acting on this view; none of them does anything while the text may not be changed. */
export function textCommands(
  view: EditorView,
  history: History,
  mayChange: () => boolean,
): ReadonlyMap<string, TextCommand> {
  const made = Object.entries(COMMANDS).map(([name, spec]) => textCommand(name, spec, view, mayChange));
  const undo: TextCommand = {
    name: 'undo',
    title: 'Undo',
    key: 'Mod-z',
    enabled: () => mayChange() && history.canUndo(),
    active: () => false,
    run: () => mayChange() && history.undo(),
  };
  const redo: TextCommand = {
    name: 'redo',
    title: 'Redo',
    key: 'Mod-Shift-z',
    enabled: () => mayChange() && history.canRedo(),
    active: () => false,
    run: () => mayChange() && history.redo(),
  };
  return new Map([...made, linkCommand(view, mayChange), undo, redo].map((one) => [one.name, one]));
}
