import Bold from 'lucide-react/icons/bold';
import Code from 'lucide-react/icons/code';
import Heading2 from 'lucide-react/icons/heading-2';
import Heading3 from 'lucide-react/icons/heading-3';
import Italic from 'lucide-react/icons/italic';
import Link from 'lucide-react/icons/link';
import List from 'lucide-react/icons/list';
import ListOrdered from 'lucide-react/icons/list-ordered';
import Pilcrow from 'lucide-react/icons/pilcrow';
import Quote from 'lucide-react/icons/quote';
import Redo2 from 'lucide-react/icons/redo-2';
import Undo2 from 'lucide-react/icons/undo-2';
import { useEffect, useReducer } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import type { ArticleEditor } from '../editor/index.ts';
import { useStore } from '../store/index.ts';
import { IconButton } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import './TextToolbar.css';

/** The commands worth a button, in groups; all others are in the palette. */
const BUTTONS = [
  ['bold', Bold],
  ['emphasis', Italic],
  ['link', Link],
  ['code', Code],
  ['paragraph', Pilcrow],
  ['heading-2', Heading2],
  ['heading-3', Heading3],
  ['quote', Quote],
  ['bullet-list', List],
  ['numbered-list', ListOrdered],
] as const;

/** Undo, redo and the commonest text commands. */
export function TextToolbar({ desk }: { readonly desk: Desk }) {
  const editor = useStore(desk.margin.editor);
  return editor && <ToolbarOf editor={editor} ask={() => desk.linking.set(true)} />;
}

interface ToolbarProps {
  readonly editor: ArticleEditor;
  /** Asks for what a command must be told. */
  ask(): void;
}

function ToolbarOf({ editor, ask }: ToolbarProps) {
  const canUndo = useStore(editor.canUndo);
  const canRedo = useStore(editor.canRedo);
  useRedrawnWith(editor);
  const run = (act: () => unknown) => () => {
    act();
    editor.focus();
  };
  return (
    <Toolbar className="text-toolbar" aria-label="Text">
      <ToolButton label="Undo" keys="Mod-z" icon={Undo2} enabled={canUndo} run={run(() => editor.undo())} />
      <ToolButton
        label="Redo"
        keys="Mod-Shift-z"
        icon={Redo2}
        enabled={canRedo}
        run={run(() => editor.redo())}
      />
      <span className="text-toolbar-gap" />
      {BUTTONS.map(([name, icon]) => {
        const command = editor.commands.get(name);
        if (!command) return null;
        return (
          <ToolButton
            key={name}
            label={command.title}
            keys={command.takes ? undefined : command.key}
            icon={icon}
            enabled={command.enabled()}
            active={command.active()}
            run={command.takes ? ask : run(() => command.run())}
          />
        );
      })}
    </Toolbar>
  );
}

interface ToolButtonProps {
  readonly label: string;
  readonly keys: string | undefined;
  readonly icon: typeof Bold;
  readonly enabled: boolean;
  /** What it makes is so at the selection. Left out for what makes nothing that lasts. */
  readonly active?: boolean;
  run(): void;
}

function ToolButton({ label, keys, icon: Icon, enabled, active, run }: ToolButtonProps) {
  return (
    <IconButton
      label={label}
      size="small"
      isDisabled={!enabled}
      icon={<Icon className="icon" aria-hidden="true" />}
      onPress={run}
      {...(keys ? { keys } : {})}
      {...(active === undefined ? {} : { 'aria-pressed': active })}
    />
  );
}

/** Renders again when the text or the selection has changed: commands then answer otherwise. */
function useRedrawnWith(editor: ArticleEditor): void {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const stops = [editor.selection.subscribe(redraw), editor.layoutVersion.subscribe(redraw)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);
}
